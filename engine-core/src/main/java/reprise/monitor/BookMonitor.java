package reprise.monitor;

import java.util.Arrays;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.state.StateExchange;

/** What is measured of one book, and which limits it exceeds. Allocates nothing after construction; part of replayed state. */
final class BookMonitor {
    private static final double MAX_PEAK = 4e18;

    /** In the state each measure has its value under its own name, and whether it exceeds its limit under this one. */
    private static final String[] BREACHED_NAMES = Arrays.stream(RiskMeasure.values())
            .map(measure -> measure.name() + ".breached")
            .toArray(String[]::new);

    private final int book;
    private final MonitorScope scope;
    private final MonitorLimits limits;
    private final MonitorListener listener;
    private final long[] values = new long[RiskMeasure.COUNT];
    private final boolean[] breached = new boolean[RiskMeasure.COUNT];
    private boolean begun;
    private long equity;
    private long paidIn;
    private long peak;
    private long dayStart;
    private double historical = Double.NaN;
    private double parametric = Double.NaN;
    private double cornishFisher = Double.NaN;
    private double conditional = Double.NaN;

    BookMonitor(final int book, final MonitorLimits limits, final MonitorListener listener) {
        this.book = book;
        scope = book == AccountView.ACCOUNT ? MonitorScope.ACCOUNT : MonitorScope.STRATEGY;
        this.limits = limits;
        this.listener = listener;
    }

    /** Measures everything but value at risk. */
    void measure(final AccountView view) {
        follow(view.equity(book), view.paidIn(book));
        compare(RiskMeasure.DRAWDOWN, share(Math.subtractExact(peak, equity), peak));
        compare(RiskMeasure.GROSS_EXPOSURE, view.grossExposure(book));
        compareDay();
    }

    private void follow(final long newEquity, final long newPaidIn) {
        if (begun) {
            final long flow = Math.subtractExact(newPaidIn, paidIn);
            if (flow != 0) {
                peak = peakAfter(flow, newEquity);
                dayStart = Math.addExact(dayStart, flow);
            }
        } else {
            begun = true;
            peak = newEquity;
            dayStart = newEquity;
        }
        equity = newEquity;
        paidIn = newPaidIn;
        peak = Math.max(peak, equity);
    }

    /**
     * Money paid in or out is no result. The drawdown is a share and stays what it was, so the peak moves in proportion to equity; where
     * there was or is none, by the amount.
     */
    private long peakAfter(final long flow, final long newEquity) {
        final long before = Math.subtractExact(newEquity, flow);
        final boolean inProportion = before > 0 && newEquity > 0 && (double) peak / before * newEquity < MAX_PEAK;
        return inProportion
                ? Decimals.multiplyDivide(peak, newEquity, before, Rounding.HALF_EVEN)
                : Math.addExact(peak, flow);
    }

    private void compareDay() {
        final long loss = Math.max(0, Math.subtractExact(dayStart, equity));
        compare(RiskMeasure.DAILY_LOSS, loss);
        compare(RiskMeasure.DAILY_LOSS_SHARE, share(loss, dayStart));
    }

    /** The day is over; the next begins with the equity that was measured last. */
    void beginDay() {
        dayStart = equity;
        compareDay();
    }

    /** Measures value at risk of what is held now. */
    void measureVar(
            final AccountView view,
            final ReturnHistory history,
            final VarSettings settings,
            final VarEstimator estimator,
            final double[] scratch) {
        final int known = history.resultsOf(view, book, scratch);
        if (known == ReturnHistory.FLAT) {
            takeVar(0, 0, 0, 0, 0);
        } else if (known < settings.minReturns()) {
            final double nan = Double.NaN;
            takeVar(nan, nan, nan, nan, 0);
        } else {
            estimator.estimate(scratch, known);
            takeVar(
                    estimator.historical(),
                    estimator.parametric(),
                    estimator.cornishFisher(),
                    estimator.conditional(),
                    varShare(estimator.value(settings.method())));
        }
    }

    private void takeVar(
            final double newHistorical,
            final double newParametric,
            final double newCornishFisher,
            final double newConditional,
            final long value) {
        historical = toShare(newHistorical);
        parametric = toShare(newParametric);
        cornishFisher = toShare(newCornishFisher);
        conditional = toShare(newConditional);
        compare(RiskMeasure.VALUE_AT_RISK, value);
    }

    private double toShare(final double money) {
        return money == 0 ? 0 : equity > 0 ? money / equity : Double.NaN;
    }

    /** Rounded half up; a gain is no risk, an undefined value exceeds nothing. */
    private long varShare(final double money) {
        if (!(money > 0)) {
            return 0;
        }
        return equity <= 0 ? RiskMonitor.UNBOUNDED : Math.round(money / equity * MonitorLimits.WHOLE);
    }

    /** Rounded up, so that it exceeds a limit exactly if the true share does. */
    private static long share(final long part, final long whole) {
        if (part <= 0) {
            return 0;
        }
        if (whole <= 0 || part / whole >= RiskMonitor.UNBOUNDED / MonitorLimits.WHOLE) {
            return RiskMonitor.UNBOUNDED;
        }
        return Decimals.multiplyDivide(part, MonitorLimits.WHOLE, whole, Rounding.CEILING);
    }

    /** A trade was closed. One that earned and lost nothing neither lengthens nor ends a row of losses. */
    void tradeClosed(final long pnl) {
        final int index = RiskMeasure.CONSECUTIVE_LOSSES.ordinal();
        if (pnl != 0) {
            compare(RiskMeasure.CONSECUTIVE_LOSSES, pnl < 0 ? values[index] + 1 : 0);
        }
    }

    /** The operator begins anew: from the present equity, without losses. */
    void acknowledge() {
        peak = equity;
        compare(RiskMeasure.DRAWDOWN, 0);
        compare(RiskMeasure.CONSECUTIVE_LOSSES, 0);
    }

    private void compare(final RiskMeasure measure, final long value) {
        final MonitorLimit limit = limits.of(measure);
        final int index = measure.ordinal();
        final boolean exceeds = limit.isSet() && value > limit.value();
        final boolean told = breached[index];
        values[index] = value;
        breached[index] = exceeds;
        if (exceeds && !told) {
            listener.onBreach(scope, book, measure, value, limit.value(), limit.action(), limits.enforce());
        }
    }

    long value(final RiskMeasure measure) {
        return values[measure.ordinal()];
    }

    boolean isBreached(final RiskMeasure measure) {
        return breached[measure.ordinal()];
    }

    double valueAtRisk(final VarMethod method) {
        switch (method) {
            case HISTORICAL:
                return historical;
            case PARAMETRIC:
                return parametric;
            default:
                return cornishFisher;
        }
    }

    double conditionalValueAtRisk() {
        return conditional;
    }

    long peak() {
        return peak;
    }

    void state(final StateExchange state) {
        for (int i = 0; i < breached.length; i++) {
            values[i] = state.field(RiskMeasure.of(i).name(), values[i]);
            breached[i] = state.field(BREACHED_NAMES[i], breached[i]);
        }
        begun = state.field("begun", begun);
        equity = state.field("equity", equity);
        paidIn = state.field("paidIn", paidIn);
        peak = state.field("peak", peak);
        dayStart = state.field("dayStart", dayStart);
        historical = state.field("historical", historical);
        parametric = state.field("parametric", parametric);
        cornishFisher = state.field("cornishFisher", cornishFisher);
        conditional = state.field("conditional", conditional);
    }
}
