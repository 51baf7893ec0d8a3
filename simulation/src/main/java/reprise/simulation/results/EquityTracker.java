package reprise.simulation.results;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;

/**
 * Equity at every bar time, without visiting every instrument at every bar: keeps the last value of each position and the sums. A point is
 * what equity was when the last bar of its time had been handled; it is final when a bar of another time comes. Memory grows
 * with the days only.
 */
final class EquityTracker {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final ResultSink sink;
    private final DayEnd days;
    private final EquityStatistics perBar = new EquityStatistics();
    private final EquityStatistics perDay = new EquityStatistics();
    private final DailySeries daily = new DailySeries();
    private final ExposureStatistics exposures = new ExposureStatistics();
    private final BuyAndHold benchmark;
    private final Portfolio portfolio;
    private final StrategyTracker strategies;
    private long[] values = {};
    private long totalValue;
    private long exposure;
    private int held;

    private boolean hasPoint;
    private long pointTimeNs;
    private long pointEquity;
    private long pointCash;
    private long pointExposure;
    private boolean pointHeld;

    private long writtenEquity;

    /** Is told when a day is over. */
    interface DayEnd {
        void onDay(long timeNs, EquityStatistics perDay, double maxDrawdown);
    }

    EquityTracker(
            final Portfolio portfolio, final StrategyTracker strategies, final ResultSink sink, final DayEnd days) {
        this.days = days;
        this.portfolio = portfolio;
        benchmark = new BuyAndHold(portfolio);
        this.strategies = strategies;
        this.sink = sink;
    }

    /** A position or its price changed. */
    void revalue(final Instrument instrument) {
        if (instrument.id() >= values.length) {
            values = Arrays.copyOf(values, portfolio.instrumentCount());
        }
        final Position position = portfolio.net(instrument.id());
        final long before = values[instrument.id()];
        final long after = position.marketValue();
        values[instrument.id()] = after;
        totalValue += after - before;
        exposure += Math.abs(after) - Math.abs(before);
        held += (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
        strategies.revalue(instrument);
    }

    void onBar(final Instrument instrument) {
        revalue(instrument);
        final long timeNs = instrument.bar().closeTimeNs();
        if (!hasPoint && portfolio.paidIn() == 0) {
            // A venue may tell of the market before it tells of the account.
            return;
        }
        if (!hasPoint) {
            begin(timeNs - instrument.bar().periodNs());
        } else if (timeNs != pointTimeNs) {
            completePoint(timeNs);
        }
        benchmark.onBar(instrument);
        setPoint(timeNs);
    }

    private void begin(final long timeNs) {
        perBar.begin(timeNs, portfolio.paidIn());
        perDay.begin(timeNs, portfolio.paidIn());
        benchmark.begin();
        addDay(timeNs, portfolio.paidIn());
        write(timeNs, portfolio.paidIn(), portfolio.paidIn(), 0);
    }

    private void setPoint(final long timeNs) {
        hasPoint = true;
        pointTimeNs = timeNs;
        pointCash = portfolio.cash();
        pointEquity = pointCash + totalValue;
        pointExposure = exposure;
        pointHeld = held > 0;
        strategies.setPoint();
    }

    private void completePoint(final long nextTimeNs) {
        perBar.add(pointTimeNs, pointEquity);
        exposures.add(pointExposure, pointEquity, pointHeld);
        final boolean dayEnded = dayOf(nextTimeNs) != dayOf(pointTimeNs);
        strategies.completePoint(dayEnded);
        if (dayEnded) {
            perDay.add(pointTimeNs, pointEquity);
            addDay(pointTimeNs, pointEquity);
            days.onDay(pointTimeNs, perDay, perBar.maxDrawdown());
        }
        if (dayEnded || pointEquity != writtenEquity) {
            write(pointTimeNs, pointEquity, pointCash, pointExposure);
        }
    }

    private void addDay(final long timeNs, final long equity) {
        daily.add(timeNs, Money.toDouble(equity), benchmark.value());
    }

    /** A bar that closes at midnight ends the day before. */
    private static long dayOf(final long closeTimeNs) {
        return Math.floorDiv(closeTimeNs - 1, DAY_NS);
    }

    private void write(final long timeNs, final long equity, final long cash, final long pointExposureNow) {
        writtenEquity = equity;
        sink.onEquity(timeNs, equity, cash, pointExposureNow, perBar.drawdown());
    }

    /** No bar will come any more. */
    void finish() {
        if (!hasPoint) {
            perBar.begin(0, portfolio.paidIn());
            perDay.begin(0, portfolio.paidIn());
            benchmark.begin();
            addDay(0, portfolio.paidIn());
            return;
        }
        completePoint(pointTimeNs + DAY_NS);
    }

    EquityStatistics perBar() {
        return perBar;
    }

    EquityStatistics perDay() {
        return perDay;
    }

    /** By UTC days. */
    DailySeries daily() {
        return daily;
    }

    ExposureStatistics exposures() {
        return exposures;
    }
}
