package reprise.core;

import java.util.Arrays;
import java.util.BitSet;
import reprise.calendar.SessionCalendar;
import reprise.market.Instrument;
import reprise.market.InstrumentStatus;
import reprise.market.Instruments;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.portfolio.Portfolio;
import reprise.risk.DayTradeCheck;
import reprise.risk.RiskLimits;
import reprise.risk.TradingState;
import reprise.risk.TradingStates;
import reprise.signal.ArbitrationContext;
import reprise.signal.Signal;
import reprise.time.EngineClock;

/**
 * The account as the arbiter sees it. Positions are those of the strategies' books, and count with what is wanted or open on top of them. The
 * sums are made once a window, and only if they are asked for: most signals are refused before; they visit the instruments that are held,
 * wanted or ordered and no others. Beside them it holds no state.
 */
final class ArbitrationView implements ArbitrationContext {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final EngineCore core;
    private final EngineClock clock;
    private final Instruments instruments;
    private final Portfolio portfolio;
    private final Orders orders;
    private final TradingStates states;
    private final DayTradeCheck dayTrades;
    private final AlgorithmDesk algorithms;
    private final RecentVolumes volumes;
    private final boolean limitsParticipation;
    private final long buyingPowerE8;
    private final int[] clusters;
    private final long[] exposures;
    private final int[] positionCounts;
    private final BitSet engaged = new BitSet();
    private long gross;
    private long openBuyValue;
    private boolean isSummed;

    ArbitrationView(
            final EngineCore core,
            final EngineClock clock,
            final CoreBooks books,
            final SignalDesk.Parts parts,
            final ArbitrationPolicy policy,
            final long buyingPowerE8) {
        this.core = core;
        this.clock = clock;
        this.instruments = parts.instruments();
        this.portfolio = books.portfolio();
        this.orders = books.orders();
        this.states = books.gate().states();
        this.dayTrades = books.dayTrades();
        this.algorithms = parts.algorithms();
        this.volumes = parts.volumes();
        this.limitsParticipation = policy.limitsParticipation();
        this.buyingPowerE8 = buyingPowerE8;
        this.clusters = policy.clustersByInstrument();
        exposures = new long[portfolio.bookCount()];
        positionCounts = new int[portfolio.bookCount()];
    }

    /** A window is about to be decided: what is held now counts. */
    void look() {
        isSummed = false;
    }

    /** Nothing is traded before the window is decided, so it does not matter when in it the sums are made. */
    private void sum() {
        if (isSummed) {
            return;
        }
        isSummed = true;
        gross = 0;
        openBuyValue = 0;
        Arrays.fill(exposures, 0);
        Arrays.fill(positionCounts, 0);
        findEngaged();
        for (int i = engaged.nextSetBit(0); i >= 0; i = engaged.nextSetBit(i + 1)) {
            final int currencyId = portfolio.currencyId(i);
            openBuyValue =
                    Math.addExact(openBuyValue, portfolio.valuation().valueOf(currencyId, orders.openBuyValue(i)));
            for (int book = 0; book < exposures.length; book++) {
                final long quantity = position(book, i);
                if (quantity != 0) {
                    final long value = value(i, quantity);
                    positionCounts[book]++;
                    exposures[book] = Math.addExact(exposures[book], value);
                    gross = Math.addExact(gross, value);
                }
            }
        }
    }

    private void findEngaged() {
        engaged.clear();
        portfolio.valuation().addHeldInstruments(engaged);
        orders.addOpenInstruments(engaged);
        algorithms.addWantedInstruments(engaged);
    }

    private long value(final int instrumentId, final long quantity) {
        final Instrument instrument = instruments.get(instrumentId);
        final long notional = instrument.notional(instrument.markPrice(), Math.abs(quantity));
        return portfolio.valuation().valueOf(portfolio.currencyId(instrumentId), notional);
    }

    @Override
    public long equity() {
        return portfolio.valuation().equity();
    }

    /** Of a cash account what is left of its cash; else what equity carries beyond what is held, without leverage where none is configured. */
    @Override
    public long buyingPower() {
        sum();
        if (buyingPowerE8 == Money.ONE) {
            return portfolio.cash() - openBuyValue;
        }
        final long multiplier = buyingPowerE8 == RiskLimits.OFF ? Money.ONE : buyingPowerE8;
        return Money.fraction(Math.max(equity(), 0), multiplier, Rounding.FLOOR) - gross;
    }

    @Override
    public long grossExposure() {
        sum();
        return gross;
    }

    @Override
    public long strategyExposure(final int strategyId) {
        sum();
        return exposures[strategyId];
    }

    @Override
    public int cluster(final int instrumentId) {
        return clusters[instrumentId];
    }

    @Override
    public long clusterExposure(final int cluster) {
        sum();
        long exposure = 0;
        for (int i = engaged.nextSetBit(0); i >= 0; i = engaged.nextSetBit(i + 1)) {
            for (int book = 0; clusters[i] == cluster && book < exposures.length; book++) {
                exposure = Math.addExact(exposure, value(i, position(book, i)));
            }
        }
        return exposure;
    }

    @Override
    public long position(final int strategyId, final int instrumentId) {
        final long wanted = algorithms.expected(strategyId, instrumentId);
        final long held = portfolio.book(strategyId, instrumentId).quantity();
        final long base = held != 0 && Long.signum(wanted) == -Long.signum(held) || Math.abs(wanted) < Math.abs(held)
                ? held
                : wanted;
        if (wanted != held) {
            return base;
        }
        final long buys = orders.openQuantity(strategyId, instrumentId, Side.BUY);
        final long sells = orders.openQuantity(strategyId, instrumentId, Side.SELL);
        return held > 0 || held == 0 && buys > 0 ? held + buys : held - sells;
    }

    @Override
    public int positions(final int strategyId) {
        sum();
        return positionCounts[strategyId];
    }

    @Override
    public boolean isDataFresh(final int instrumentId) {
        return instruments.get(instrumentId).markPrice() > 0
                && !core.supervision().guard().blocksEntries(instrumentId);
    }

    /** Bars of a day or more close when the session does, and are traded in the next one. */
    @Override
    public boolean isSessionOpen(final int instrumentId) {
        final Instrument instrument = instruments.get(instrumentId);
        if (instrument.status() != InstrumentStatus.TRADING) {
            return false;
        }
        return instrument.bar().periodNs() >= DAY_NS
                || SessionCalendar.named(instrument.definition().calendar()).isOpen(clock.timeNs());
    }

    @Override
    public boolean isEnabled(final int strategyId) {
        final StrategyHost host = core.host(strategyId);
        return host != null && host.isTrading();
    }

    @Override
    public TradingState tradingState(final int strategyId, final int instrumentId) {
        return states.effective(strategyId, instrumentId);
    }

    @Override
    public boolean allowsDayTrade(final Signal signal) {
        return dayTrades == null
                || dayTrades.allows(instruments.get(signal.instrumentId()), signal.side(), signal.entryPrice());
    }

    @Override
    public long recentVolume(final int instrumentId) {
        return limitsParticipation ? volumes.sum(instrumentId, clock.timeNs()) : Long.MAX_VALUE;
    }
}
