package reprise.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import reprise.calendar.SessionCalendar;
import reprise.number.Money;

/** A monitor over books that are set by hand, a clock to move, and what the monitor told. Times count from 2024-01-08, midnight UTC. */
final class MonitorBench implements AccountView {
    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    static final long T0 = 19_730L * DAY;
    static final int INSTRUMENTS = 3;
    static final int STRATEGIES = 2;

    final List<String> told = new ArrayList<>();
    final RiskMonitor monitor;
    final long[] equities = new long[STRATEGIES + 1];
    final long[] paidIn = new long[STRATEGIES + 1];
    final long[][] marketValues = new long[STRATEGIES + 1][INSTRUMENTS];
    long nowNs = T0;
    boolean listening = true;

    MonitorBench(final VarSettings settings, final MonitorLimits account) {
        this(settings, account, MonitorLimits.NONE, SessionCalendar.utcDays());
    }

    MonitorBench(
            final VarSettings settings,
            final MonitorLimits account,
            final MonitorLimits strategy,
            final SessionCalendar calendar) {
        monitor = new RiskMonitor(
                this,
                calendar,
                settings,
                account,
                Collections.nCopies(STRATEGIES, strategy),
                (scope, id, measure, value, limit, action, enforced) -> {
                    if (listening) {
                        told.add(scope + " " + id + " " + measure + " " + value + ">" + limit + " " + action
                                + (enforced ? "" : " not enforced"));
                    }
                });
        for (int i = 0; i < INSTRUMENTS; i++) {
            monitor.define();
        }
    }

    static MonitorBench of(final MonitorLimits account) {
        return new MonitorBench(VarSettings.DEFAULT, account);
    }

    /** Limits of which one is set. */
    static MonitorLimits limit(final RiskMeasure measure, final long value, final MonitorAction action) {
        return limit(measure, value, action, true);
    }

    static MonitorLimits limit(
            final RiskMeasure measure, final long value, final MonitorAction action, final boolean enforce) {
        final MonitorLimit[] limits = new MonitorLimit[RiskMeasure.values().length];
        Arrays.fill(limits, MonitorLimit.NONE);
        limits[measure.ordinal()] = new MonitorLimit(value, action);
        return new MonitorLimits(limits[0], limits[1], limits[2], limits[3], limits[4], limits[5], enforce);
    }

    MonitorBench at(final long afterT0) {
        final long timeNs = T0 + afterT0;
        while (monitor.nextTimerNs() <= timeNs) {
            nowNs = monitor.nextTimerNs();
            monitor.onTimer(nowNs);
            if (monitor.nextTimerNs() <= nowNs) {
                throw new AssertionError("a timer that is done is due again: " + nowNs);
            }
        }
        nowNs = timeNs;
        return this;
    }

    MonitorBench mark(final int instrumentId, final long price) {
        monitor.onMark(nowNs, instrumentId, price);
        return this;
    }

    MonitorBench equity(final int book, final String money) {
        equities[book] = Money.parse(money);
        return this;
    }

    MonitorBench pay(final int book, final String money) {
        paidIn[book] += Money.parse(money);
        equities[book] += Money.parse(money);
        return this;
    }

    MonitorBench hold(final int book, final int instrumentId, final String money) {
        marketValues[book][instrumentId] = Money.parse(money);
        return this;
    }

    List<String> evaluate() {
        monitor.evaluate(nowNs);
        return told();
    }

    /** Sets the account's equity and measures. */
    List<String> evaluate(final String money) {
        return equity(0, money).evaluate();
    }

    List<String> told() {
        final List<String> lines = List.copyOf(told);
        told.clear();
        return lines;
    }

    long value(final RiskMeasure measure) {
        return monitor.value(MonitorScope.ACCOUNT, 0, measure);
    }

    double var(final VarMethod method) {
        return monitor.valueAtRisk(MonitorScope.ACCOUNT, 0, method);
    }

    @Override
    public long equity(final int book) {
        return equities[book];
    }

    @Override
    public long paidIn(final int book) {
        return paidIn[book];
    }

    @Override
    public long grossExposure(final int book) {
        long exposure = 0;
        for (int i = 0; i < INSTRUMENTS; i++) {
            exposure += Math.abs(marketValues[book][i]);
        }
        return exposure;
    }

    @Override
    public long marketValue(final int book, final int instrumentId) {
        return marketValues[book][instrumentId];
    }
}
