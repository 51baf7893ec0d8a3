package reprise.simulation.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;
import reprise.research.performance.BenchmarkComparison;
import reprise.research.performance.Performance;
import reprise.signal.Decision;
import reprise.signal.Reason;
import reprise.simulation.venue.TradingCalendar;
import reprise.strategy.PairTrade;

/**
 * Watches a run and measures it: equity after each bar time, trades, orders, refusals. Statistics are kept while the run goes on and
 * results are handed to a sink as they come about, so memory grows by some numbers a day, not with bars. Works on the core's thread; allocates only when
 * trades end.
 */
public final class RunRecorder implements CoreObserver {
    private static final RoundTrip[] NO_ROUND_TRIPS = {};
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final double DAYS_PER_YEAR = 365.25;

    private final ResultSink sink;
    private final TradeStatistics trades;
    private final PairRecorder pairs;
    private final OrderCounter orderCounter = new OrderCounter();
    private final SignalCounter signalCounter = new SignalCounter();
    private EngineCore core;
    private Portfolio portfolio;
    private EquityTracker equity;
    private StrategyTracker strategies;
    private TradeMeter meter;
    private SlippageTracker slippage;
    private RoundTrip[][] roundTrips = {};
    private long[] barsByInstrument = {};
    private long bars;
    private long periodNs = Long.MAX_VALUE;
    private long turnover;

    /**
     * A recorder that must be attached to a core before the run begins.
     *
     * @param sink takes results as they come about.
     */
    public RunRecorder(final ResultSink sink) {
        this.sink = sink;
        this.trades = new TradeStatistics(sink);
        this.pairs = new PairRecorder(sink);
    }

    /**
     * Names the core to be watched; the core has been made with this recorder as its observer.
     *
     * @param watched before its first event.
     */
    public void attach(final EngineCore watched) {
        core = watched;
        portfolio = watched.portfolio();
        strategies = new StrategyTracker(portfolio, watched.instruments());
        equity = new EquityTracker(portfolio, strategies, sink, pairs::onDay);
        meter = new TradeMeter(portfolio, watched.instruments());
        slippage = new SlippageTracker(portfolio);
        trades.tell(strategies, meter);
    }

    @Override
    public void onBar(final Instrument instrument, final long timeNs) {
        makeRoom(instrument.id());
        bars++;
        barsByInstrument[instrument.id()]++;
        periodNs = Math.min(periodNs, instrument.bar().periodNs());
        for (final RoundTrip roundTrip : roundTrips[instrument.id()]) {
            roundTrip.onBar(instrument.bar().low(), instrument.bar().high());
        }
        equity.onBar(instrument);
        sink.onBar(instrument);
    }

    @Override
    public void onFill(final Order order, final long price, final long quantity, final long fee, final long timeNs) {
        final Instrument instrument = core.instruments().get(order.instrumentId());
        makeRoom(instrument.id());
        final long notional = instrument.notional(price, quantity);
        turnover = Math.addExact(turnover, notional);
        orderCounter.filled();
        slippage.onFill(order, instrument, price, quantity);
        final long signedQuantity = order.side().sign() * quantity;
        strategies.onFill(
                order.strategyId(),
                instrument,
                signedQuantity,
                notional,
                timeNs,
                instrument.bar().periodNs());
        roundTrip(order.strategyId(), instrument)
                .fill(order, price, quantity, fee, timeNs, barsByInstrument[instrument.id()], trades);
        equity.revalue(instrument);
    }

    /** Turnover and how well orders were filled stay what they were: that traded, whatever became of it. */
    @Override
    public void onBust(final Order order, final long price, final long quantity, final long fee, final long timeNs) {
        final Instrument instrument = core.instruments().get(order.instrumentId());
        makeRoom(instrument.id());
        roundTrip(order.strategyId(), instrument)
                .bust(order, price, quantity, fee, timeNs, barsByInstrument[instrument.id()], trades);
        equity.revalue(instrument);
    }

    @Override
    public void onSplit(final Instrument instrument, final SplitRatio ratio, final long timeNs) {
        makeRoom(instrument.id());
        for (final RoundTrip roundTrip : roundTrips[instrument.id()]) {
            roundTrip.onSplit(ratio, timeNs, barsByInstrument[instrument.id()], trades);
        }
        equity.revalue(instrument);
    }

    @Override
    public void onOrder(final Order order, final long timeNs) {
        slippage.onOrder(order, core.instruments().get(order.instrumentId()));
        if (orderCounter.changed(order)) {
            sink.onOrder(order, symbol(order), timeNs);
        }
    }

    @Override
    public void onExplained(final int strategyId, final Instrument instrument, final Reason reason, final long timeNs) {
        pairs.onExplained(strategyId, reason);
    }

    @Override
    public void onSignal(final Decision decision, final long timeNs) {
        signalCounter.decided(decision, timeNs);
    }

    @Override
    public void onPair(
            final int strategyId,
            final PairTrade pair,
            final PairState from,
            final PairState to,
            final PairReason reason,
            final long timeNs) {
        pairs.onPair(strategyId, pair, to, reason);
    }

    @Override
    public void onPairHedged(final int strategyId, final int pairId, final long notional, final long lastedNs) {
        pairs.onHedged(notional, lastedNs);
    }

    @Override
    public void onRefused(
            final int strategyId, final OrderRequest request, final RejectReason reason, final long timeNs) {
        orderCounter.refused(reason);
    }

    private String symbol(final Order order) {
        return core.instruments().get(order.instrumentId()).symbol();
    }

    private void makeRoom(final int instrumentId) {
        if (instrumentId >= barsByInstrument.length) {
            if (core == null) {
                throw new IllegalStateException("the recorder was not attached to its core");
            }
            final int count = core.instruments().count();
            final int before = roundTrips.length;
            barsByInstrument = Arrays.copyOf(barsByInstrument, count);
            roundTrips = Arrays.copyOf(roundTrips, count);
            Arrays.fill(roundTrips, before, count, NO_ROUND_TRIPS);
        }
    }

    private RoundTrip roundTrip(final int strategyId, final Instrument instrument) {
        RoundTrip[] ofInstrument = roundTrips[instrument.id()];
        if (ofInstrument.length == 0) {
            ofInstrument = new RoundTrip[portfolio.bookCount()];
            for (int i = 0; i < ofInstrument.length; i++) {
                ofInstrument[i] = new RoundTrip(i, instrument);
            }
            roundTrips[instrument.id()] = ofInstrument;
        }
        return ofInstrument[strategyId];
    }

    /**
     * How many trades have ended so far.
     *
     * @return count.
     */
    public long tradeCount() {
        return trades.count();
    }

    /**
     * The run is over: hands the last point, open trades and open orders to the sink. To be called once, when the pipeline is closed.
     *
     * @param calendar says how many bars a year has.
     * @return everything measured.
     */
    public RunStatistics finish(final TradingCalendar calendar) {
        if (core == null) {
            throw new IllegalStateException("the recorder was not attached to its core");
        }
        equity.finish();
        final List<Trade> openTrades = openTrades();
        openTrades.forEach(sink::onTrade);
        final Orders orders = core.orders();
        for (int i = 0; i < orders.openCount(); i++) {
            sink.onOrder(orders.openAt(i), symbol(orders.openAt(i)), core.timeNs());
        }
        final EquityStatistics curve = equity.perBar();
        final long unrealisedPnl = curve.lastEquity()
                - portfolio.paidIn()
                - portfolio.realisedPnl()
                - portfolio.valuation().account().income()
                + portfolio.fees();
        return new RunStatistics(
                bars,
                equity.exposures().points(),
                curve.firstTimeNs(),
                curve.lastTimeNs(),
                bars == 0 ? 0 : periodNs,
                curve.firstEquity(),
                curve.lastEquity(),
                portfolio.cash(),
                portfolio.realisedPnl(),
                unrealisedPnl,
                portfolio.fees(),
                turnover,
                metrics(calendar),
                orderCounter.counts(orders.openCount()),
                signalCounter.counts(),
                trades.count(),
                trades.wins(),
                trades.losses(),
                trades.grossProfit(),
                trades.grossLoss(),
                openTrades,
                strategies.comparison(calendar.barsPerYear(DAY_NS)),
                pairs.statisticsOrNull(),
                measures(calendar.barsPerYear(DAY_NS)));
    }

    private RunMeasures measures(final double daysPerYear) {
        final Performance daily = Performance.of(equity.daily().equity(), daysPerYear);
        final Performance benchmark = Performance.of(equity.daily().benchmark(), daysPerYear);
        return new RunMeasures(
                daily,
                benchmark,
                BenchmarkComparison.of(daily, benchmark),
                meter.measures(),
                costs(daily.curve().days() / DAYS_PER_YEAR),
                meter.breakdown());
    }

    private CostMeasures costs(final double years) {
        final ExposureStatistics exposures = equity.exposures();
        return new CostMeasures(
                slippage.slippage(),
                years > 0 ? Money.toDouble(turnover) / exposures.meanEquity() / years : Double.NaN,
                exposures.meanEquity(),
                exposures.mean(),
                exposures.largest());
    }

    private List<Trade> openTrades() {
        final List<Trade> open = new ArrayList<>();
        for (int i = 0; i < roundTrips.length; i++) {
            for (final RoundTrip roundTrip : roundTrips[i]) {
                if (!roundTrip.isFlat()) {
                    open.add(roundTrip.marked(trades.count() + open.size() + 1, core.timeNs(), barsByInstrument[i]));
                }
            }
        }
        return List.copyOf(open);
    }

    private Metrics metrics(final TradingCalendar calendar) {
        final double periodsPerYear = bars == 0 ? Double.NaN : calendar.barsPerYear(periodNs);
        final EquityStatistics curve = equity.perBar();
        return new Metrics(
                curve.totalReturn(),
                curve.cagr(),
                curve.annualVolatility(periodsPerYear),
                curve.sharpe(periodsPerYear),
                equity.perDay().sharpe(calendar.barsPerYear(DAY_NS)),
                curve.sortino(periodsPerYear),
                curve.calmar(),
                curve.maxDrawdown(),
                curve.deepestDrawdown(),
                trades.winRate(),
                trades.profitFactor(),
                equity.exposures().timeShare(),
                trades.averageHoldNs(),
                trades.averageBarsHeld(),
                periodsPerYear);
    }
}
