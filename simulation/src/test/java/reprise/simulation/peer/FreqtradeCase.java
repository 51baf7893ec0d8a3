package reprise.simulation.peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;
import reprise.simulation.peer.RoundTrips.RoundTrip;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.LimitFillRule;
import reprise.simulation.venue.VenueConfig;
import reprise.testkit.SharedFiles;

/** Freqtrade's test of a backtest: entries by RSI, ADX, DI and stochastic, exits by a return that shrinks with time. */
final class FreqtradeCase implements PeerCase {
    private static final int DECIMALS = 12;
    private static final long PERIOD_NS = 5 * TestMarket.MINUTE_NS;
    private static final long FIRST_MS = Instant.parse("2018-01-29T12:10:00Z").toEpochMilli();
    private static final double FEE = 0.0025;
    private static final double STAKE = 0.001;
    private static final Pattern CANDLE = Pattern.compile("\\[(\\d+), ([^,]+), ([^,]+), ([^,]+), ([^,]+), [^\\]]+\\]");

    @Override
    public String title() {
        return "freqtrade, RSI, ADX, DI and stochastic on ETH/BTC";
    }

    @Override
    public List<Figure> figures() {
        final Strategy strategy = new Strategy();
        final VenueConfig venue = VenueConfig.PLAIN
                .withFees(FeeSchedule.ofBasisPoints("25", "25"))
                .withLimitFillRule(LimitFillRule.TOUCH);
        final PeerRun run = new PeerRun(venue, "1")
                .instrument("ETH/BTC", DECIMALS, DECIMALS, candles())
                .play(strategy);
        final List<RoundTrip> trades = RoundTrips.of(run.fills());
        final double bound = run.roundingBound();
        return List.of(
                Figure.equal("signals", "18:35 18:40 18:45 18:50 03:25", String.join(" ", strategy.signals)),
                Figure.equal("trades", "2", trades.size()),
                trade("first trade", "18:40 at 0.104445 to 22:35, 235 min", trades.get(0)),
                exit("first exit", "0.10496853383458644", trades.get(0)),
                trade("second trade", "03:30 at 0.10302485 to 04:10, 40 min", trades.get(1)),
                exit("second exit", "0.10354126528822055", trades.get(1)),
                Figure.within(
                        "profits",
                        "0.00",
                        run.finalEquity().subtract(java.math.BigDecimal.ONE),
                        bound,
                        "money to 8 decimals"));
    }

    private static Figure trade(final String name, final String theirs, final RoundTrip trade) {
        // A limit fills within its bar: freqtrade names the bar by its open.
        final long exitNs = trade.exit().timeNs() - PERIOD_NS;
        return Figure.equal(
                name,
                theirs,
                String.format(
                        Locale.ROOT,
                        "%s at %s to %s, %d min",
                        minute(trade.entry().timeNs()),
                        Decimals.formatShort(trade.entry().price(), DECIMALS),
                        minute(exitNs),
                        (exitNs - trade.entry().timeNs()) / TestMarket.MINUTE_NS));
    }

    private static Figure exit(final String name, final String theirs, final RoundTrip trade) {
        return Figure.within(
                name,
                theirs,
                java.math.BigDecimal.valueOf(trade.exit().price(), DECIMALS),
                0.5 * Math.pow(10, -DECIMALS) + 4 * Math.ulp(1.0),
                PeerRun.ROUNDED);
    }

    private static String minute(final long timeNs) {
        return Instant.ofEpochSecond(timeNs / TestMarket.SECOND_NS).toString().substring(11, 16);
    }

    private static BarList candles() {
        final BarList bars = new BarList(PERIOD_NS);
        final Matcher candle = CANDLE.matcher(String.join("", SharedFiles.lines("data/freqtrade/ETH_BTC-5m.json")));
        while (candle.find()) {
            final long openMs = Long.parseLong(candle.group(1));
            if (openMs >= FIRST_MS) {
                final String[] prices = {candle.group(2), candle.group(3), candle.group(4), candle.group(5)};
                PeerBars.add(bars, openMs * 1_000_000, prices, 0, DECIMALS);
            }
        }
        return bars;
    }

    private static final class Strategy extends PeerStrategy {
        /** Minutes held, and the return that is enough from then on. */
        private static final double[][] TARGETS = {{40, 0}, {30, 0.01}, {20, 0.02}, {0, 0.04}};

        private static final double STOP = 0.9;

        private final List<String> signals = new ArrayList<>();
        private final OrderRequest exit = new OrderRequest();
        private Line rsi;
        private Line adx;
        private Line plusDi;
        private Line fastD;
        private long entryNs;
        private long entryPrice;
        private long exitOrderId;
        private long target;

        @Override
        void begin() {
            final Instrument instrument = context().instrument(0);
            rsi = context().indicator(instrument, "rsi:14");
            adx = context().indicator(instrument, "adx:14");
            plusDi = context().indicator(instrument, "plus_di:14");
            fastD = context().indicator(instrument, "stochf(5, 3).d");
        }

        @Override
        public void onBar(final Instrument instrument) {
            final boolean enters = rsi.value() < 35 && fastD.value() < 35 && adx.value() > 30 && plusDi.value() > 0.5
                    || adx.value() > 65 && plusDi.value() > 0.5;
            if (enters) {
                signals.add(minute(instrument.bar().closeTimeNs() - PERIOD_NS));
            }
            if (held(instrument) > 0) {
                follow(instrument);
            } else if (enters) {
                exitOrderId = 0;
                final double close = instrument.toDouble(instrument.bar().close());
                trade(instrument, Math.round(STAKE / close * Decimals.powerOfTen(DECIMALS)));
            }
        }

        /** Leaves the bar that begins now at less, if it has taken long enough. */
        private void follow(final Instrument instrument) {
            if (exitOrderId == 0) {
                entryPrice = instrument.bar().open();
                entryNs = instrument.bar().closeTimeNs() - PERIOD_NS;
            }
            if (instrument.bar().low() <= STOP * entryPrice) {
                throw new AssertionError("the stop, which is not implemented, was reached");
            }
            final long next = target(instrument.bar().closeTimeNs() - entryNs);
            if (exitOrderId == 0) {
                exit.limit(instrument, Side.SELL, held(instrument), next, TimeInForce.GTC);
                submit(exit);
                exitOrderId = exit.orderId();
            } else if (next != target) {
                context().replace(exitOrderId, held(instrument), next);
            }
            target = next;
        }

        private long target(final long heldNs) {
            for (final double[] step : TARGETS) {
                if (heldNs >= step[0] * TestMarket.MINUTE_NS) {
                    return Math.round(entryPrice * (1 + FEE) * (1 + step[1]) / (1 - FEE));
                }
            }
            throw new AssertionError("the last target holds from the start");
        }
    }
}
