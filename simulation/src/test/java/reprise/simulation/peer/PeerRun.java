package reprise.simulation.peer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.risk.RiskLimits;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.backtest.MarketFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.market.BarSource;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

/** A strategy of a peer on the engine: market data as events, the core, the simulated venue, fills, portfolio. */
final class PeerRun {
    /** Why figures differ that {@link #roundingBound} bounds. */
    static final String ROUNDED = "prices to 12 decimals";

    /** Half a unit of money: by so much a rounded amount differs from the exact one at most. */
    static final double HALF_MONEY_UNIT = 0.5e-8;

    private static final long NO_LIMIT = Money.parse("1000000000");

    private final VenueConfig venue;
    private final long cash;
    private final List<InstrumentDefinition> definitions = new ArrayList<>();
    private final List<InstrumentBars> bars = new ArrayList<>();
    private final List<PeerFill> fills = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private long finalEquity;
    private long finalCash;

    /** What the account was worth at a time. */
    record Point(long timeNs, long equity) {}

    PeerRun(final VenueConfig venue, final String cash) {
        this.venue = venue;
        this.cash = Money.parse(cash);
    }

    /** The next instrument: prices with so many decimals, whole quantities for 0 of these. */
    PeerRun instrument(
            final String symbol, final int priceDecimals, final int quantityDecimals, final BarSource source) {
        final int id = definitions.size();
        definitions.add(
                new InstrumentDefinition(id, 1, symbol, symbol, "USD", priceDecimals, quantityDecimals, 1, 1, 0));
        if (source != null) {
            bars.add(new InstrumentBars(id, source));
        }
        return this;
    }

    PeerRun play(final Strategy strategy) {
        return play(strategy, new BarFeed(bars));
    }

    PeerRun play(final Strategy strategy, final MarketFeed feed) {
        final SessionPlan plan = new SessionPlan(
                "peer",
                "build",
                "config",
                CoreConfig.with(new RiskLimits(NO_LIMIT, NO_LIMIT, 64)),
                () -> List.of(strategy),
                definitions,
                venue,
                cash,
                "USD");
        final Recorder recorder = new Recorder();
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), recorder);
                feed) {
            recorder.core = session.core();
            session.run(feed, SessionProgress.SILENT);
            finalEquity = session.core().portfolio().equity();
            finalCash = session.core().portfolio().cash();
        }
        return this;
    }

    List<PeerFill> fills() {
        return fills;
    }

    /** At every time at which bars closed. */
    List<Point> points() {
        return points;
    }

    double[] equity() {
        return points.stream()
                .mapToDouble(point -> Money.toDouble(point.equity))
                .toArray();
    }

    /** The day of each value of the equity, counted from the epoch; a bar that closes at midnight is of the day before. */
    long[] days() {
        return points.stream()
                .mapToLong(point -> Math.floorDiv(point.timeNs - 1, TestMarket.DAY_NS))
                .toArray();
    }

    BigDecimal finalEquity() {
        return BigDecimal.valueOf(finalEquity, Money.DECIMALS);
    }

    BigDecimal finalCash() {
        return BigDecimal.valueOf(finalCash, Money.DECIMALS);
    }

    BigDecimal fees() {
        return BigDecimal.valueOf(fills.stream().mapToLong(PeerFill::fee).sum(), Money.DECIMALS);
    }

    /**
     * By how much the final equity may differ from that of exact prices, if ours are rounded to their decimals: half a unit of price for
     * each share of each fill, half a unit of money for each fill and fee. What a peer computes in doubles differs by a rounding of the
     * account's value for each operation besides; four of them for each fill are ample.
     */
    double roundingBound() {
        double bound = 0;
        for (final PeerFill fill : fills) {
            final double halfTick = 0.5 * Math.pow(10, -fill.definition().priceDecimals());
            final double units =
                    Math.abs(fill.quantity()) * Math.pow(10, -fill.definition().quantityDecimals());
            bound += halfTick * units + 2 * HALF_MONEY_UNIT;
        }
        return bound + doubleBound();
    }

    /** The same as a share of the least that the account was ever worth. */
    double relativeBound() {
        double least = Money.toDouble(cash);
        for (final Point point : points) {
            least = Math.min(least, Money.toDouble(point.equity));
        }
        return roundingBound() / least;
    }

    /** The same for prices and fees that are exact here: the peer's doubles alone. */
    double doubleBound() {
        double largest = 0;
        for (final Point point : points) {
            largest = Math.max(largest, Math.abs(Money.toDouble(point.equity)));
        }
        return 4.0 * fills.size() * Math.ulp(largest);
    }

    private final class Recorder implements CoreObserver {
        private EngineCore core;

        @Override
        public void onBar(final Instrument instrument, final long timeNs) {
            final long closeNs = instrument.bar().closeTimeNs();
            if (!points.isEmpty() && points.get(points.size() - 1).timeNs == closeNs) {
                points.remove(points.size() - 1);
            }
            points.add(new Point(closeNs, core.portfolio().equity()));
        }

        @Override
        public void onOrder(final Order order, final long timeNs) {
            if (order.state() == OrderState.REJECTED) {
                throw new AssertionError("rejected: " + order);
            }
        }

        @Override
        public void onFill(
                final Order order, final long price, final long quantity, final long fee, final long timeNs) {
            final InstrumentDefinition definition = definitions.get(order.instrumentId());
            fills.add(new PeerFill(timeNs, definition, order.side().sign() * quantity, price, fee));
        }
    }
}
