package reprise.simulation.report;

import java.util.List;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.Order;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.Trade;

/**
 * Keeps of a run what its page will show, in memory that does not grow with the number of bars, orders or trades: curves are sampled, of
 * trades the weightiest are kept, and one point a day. Works on the core's thread; per bar it allocates nothing.
 */
public final class ReportCollector implements ResultSink {
    /** Trades on the page. */
    static final int TRADES_MAX = 3_000;

    private static final int CURVE_BUCKETS = 1_024;
    private static final int PRICE_BUCKETS = 6_144;
    private static final int PRICE_BUCKETS_LEAST = 128;
    private static final int HOURS_MAX = 2_400;
    private static final long NEVER = Long.MIN_VALUE;

    private final SampledSeries equity = new SampledSeries(CURVE_BUCKETS);
    private final SampledSeries drawdown = new SampledSeries(CURVE_BUCKETS);
    private final SampledSeries exposure = new SampledSeries(CURVE_BUCKETS);
    private final HourCloses hours = new HourCloses(HOURS_MAX);
    private final TopTrades trades = new TopTrades(TRADES_MAX);
    private final SampledSeries[] prices;
    private final double[] priceScales;
    private double equityNow = Double.NaN;
    private double drawdownNow = Double.NaN;
    private long pointTimeNs = NEVER;
    private long barTimeNs = NEVER;
    private long barTimeBeforeNs = NEVER;
    private boolean finished;

    /**
     * Begins with nothing.
     *
     * @param instruments by dense id.
     */
    public ReportCollector(final List<InstrumentDefinition> instruments) {
        prices = new SampledSeries[instruments.size()];
        priceScales = instruments.stream()
                .mapToDouble(instrument -> Decimals.powerOfTen(instrument.priceDecimals()))
                .toArray();
        final int buckets = Math.min(CURVE_BUCKETS, PRICE_BUCKETS / Math.max(1, prices.length));
        for (int i = 0; i < prices.length; i++) {
            prices[i] = new SampledSeries(Math.max(PRICE_BUCKETS_LEAST, Integer.highestOneBit(buckets)));
        }
    }

    @Override
    public void onEquity(
            final long timeNs, final long equityThen, final long cash, final long exposed, final double below) {
        if (barTimeBeforeNs > pointTimeNs) {
            // Nothing changed up to the bar before this one: a line from the last point to this would say otherwise.
            equity.add(barTimeBeforeNs, equityNow);
            drawdown.add(barTimeBeforeNs, drawdownNow);
        }
        pointTimeNs = timeNs;
        final boolean isFirst = Double.isNaN(equityNow);
        equityNow = Money.toDouble(equityThen);
        drawdownNow = below;
        if (isFirst) {
            hours.begin(timeNs, equityNow);
        }
        equity.add(timeNs, equityNow);
        drawdown.add(timeNs, drawdownNow);
        exposure.add(timeNs, equityThen > 0 ? (double) exposed / equityThen : Double.NaN);
    }

    @Override
    public void onBar(final Instrument instrument) {
        final Bar bar = instrument.bar();
        final long timeNs = bar.closeTimeNs();
        if (timeNs != barTimeNs) {
            hours.onBar(timeNs, equityNow);
            barTimeBeforeNs = barTimeNs;
            barTimeNs = timeNs;
        }
        prices[instrument.id()].add(timeNs, bar.close() / priceScales[instrument.id()]);
    }

    @Override
    public void onTrade(final Trade trade) {
        trades.add(trade);
    }

    @Override
    public void onOrder(final Order order, final String symbol, final long timeNs) {
        // Orders are in orders.csv; the page counts them.
    }

    /** The run is over; further calls have no effect. */
    void finish() {
        if (!finished) {
            finished = true;
            hours.finish(equityNow);
        }
    }

    SampledSeries equity() {
        return equity;
    }

    SampledSeries drawdown() {
        return drawdown;
    }

    SampledSeries exposure() {
        return exposure;
    }

    SampledSeries price(final int instrumentId) {
        return prices[instrumentId];
    }

    HourCloses hours() {
        return hours;
    }

    TopTrades trades() {
        return trades;
    }
}
