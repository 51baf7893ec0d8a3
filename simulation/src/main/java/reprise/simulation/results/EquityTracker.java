package reprise.simulation.results;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.portfolio.CurrencyLedger;
import reprise.portfolio.Portfolio;
import reprise.portfolio.Position;

/**
 * Equity at every bar time, without visiting every instrument at every bar: keeps the last value of each position and the sums. A point is
 * what equity was when the last bar of its time had been handled; it is final when a bar of another time comes. Points like the one before
 * are counted and told together, because of an account that holds nothing all are. Memory grows with the days only.
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
    private Position[] positions = {};
    private long[] values = {};
    private CurrencyLedger account;
    private long totalValue;
    private long exposure;
    private int held;

    private boolean hasPoint;
    private long pointTimeNs;
    private long pointEquity;
    private long pointCash;
    private long pointExposure;
    private boolean pointHeld;
    private long dayStartNs;

    private long lastEquity;
    private long lastExposure;
    private boolean lastHeld;
    private long repeats;
    private long repeatedNs;
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
        revalue(instrument.id());
        strategies.revalue(instrument);
    }

    private void revalue(final int id) {
        if (id >= values.length) {
            makeRoom();
        }
        final long before = values[id];
        final long after = positions[id].marketValue();
        if (after != before) {
            values[id] = after;
            totalValue += after - before;
            exposure += Math.abs(after) - Math.abs(before);
            held += (after == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
        }
    }

    private void makeRoom() {
        final int before = values.length;
        values = Arrays.copyOf(values, portfolio.instrumentCount());
        positions = Arrays.copyOf(positions, values.length);
        for (int id = before; id < positions.length; id++) {
            positions[id] = portfolio.net(id);
        }
    }

    void onBar(final Instrument instrument) {
        revalue(instrument.id());
        strategies.onBar(instrument);
        final long timeNs = instrument.bar().closeTimeNs();
        if (!hasPoint && portfolio.paidIn() == 0) {
            // A venue may tell of the market before it tells of the account.
            return;
        }
        if (!hasPoint) {
            begin(timeNs - instrument.bar().periodNs());
            dayStartNs = dayStartOf(timeNs);
        } else if (timeNs != pointTimeNs) {
            completePoint(timeNs);
        }
        benchmark.onBar(instrument);
        setPoint(timeNs);
    }

    private void begin(final long timeNs) {
        account = portfolio.valuation().account();
        lastEquity = portfolio.paidIn();
        perBar.begin(timeNs, portfolio.paidIn());
        perDay.begin(timeNs, portfolio.paidIn());
        benchmark.begin();
        addDay(timeNs, portfolio.paidIn());
        write(timeNs, portfolio.paidIn(), portfolio.paidIn(), 0);
    }

    private void setPoint(final long timeNs) {
        hasPoint = true;
        pointTimeNs = timeNs;
        pointCash = account.cash();
        pointEquity = pointCash + totalValue;
        pointExposure = exposure;
        pointHeld = held > 0;
        strategies.setPoint();
    }

    private void completePoint(final long nextTimeNs) {
        if (pointEquity == lastEquity && pointExposure == lastExposure && pointHeld == lastHeld) {
            repeats++;
            repeatedNs = pointTimeNs;
        } else {
            addRepeats();
            addPoint();
        }
        final boolean dayEnded = nextTimeNs <= dayStartNs || nextTimeNs > dayStartNs + DAY_NS;
        strategies.completePoint(dayEnded);
        if (dayEnded) {
            addRepeats();
            perDay.add(pointTimeNs, pointEquity);
            addDay(pointTimeNs, pointEquity);
            days.onDay(pointTimeNs, perDay, perBar.maxDrawdown());
            dayStartNs = dayStartOf(nextTimeNs);
        }
        if (dayEnded || pointEquity != writtenEquity) {
            write(pointTimeNs, pointEquity, pointCash, pointExposure);
        }
    }

    private void addPoint() {
        perBar.add(pointTimeNs, pointEquity);
        exposures.add(pointExposure, pointEquity, pointHeld, 1);
        lastEquity = pointEquity;
        lastExposure = pointExposure;
        lastHeld = pointHeld;
    }

    private void addRepeats() {
        if (repeats > 0) {
            perBar.repeat(repeatedNs, repeats);
            exposures.add(lastExposure, lastEquity, lastHeld, repeats);
            repeats = 0;
        }
    }

    private void addDay(final long timeNs, final long equity) {
        daily.add(timeNs, Money.toDouble(equity), benchmark.value());
    }

    /** A bar that closes at midnight ends the day before. */
    private static long dayStartOf(final long closeTimeNs) {
        return Math.floorDiv(closeTimeNs - 1, DAY_NS) * DAY_NS;
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
