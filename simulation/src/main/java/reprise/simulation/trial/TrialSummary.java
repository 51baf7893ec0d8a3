package reprise.simulation.trial;

import java.util.ArrayList;
import java.util.List;

/** What a number of trials were together. */
public final class TrialSummary {
    private final long[] faults = new long[FaultKind.values().length];
    private final long[] trialsWith = new long[FaultKind.values().length];
    private long trials;
    private long events;
    private long commands;
    private long orders;
    private long fills;
    private long restored;
    private TrialResult failed;

    void add(final TrialResult result) {
        trials++;
        events += result.events();
        commands += result.commands();
        orders += result.orders();
        fills += result.fills();
        restored += result.restored();
        for (int i = 0; i < faults.length; i++) {
            faults[i] += result.faults()[i];
            trialsWith[i] += result.faults()[i] > 0 && result.failure() == null ? 1 : 0;
        }
        failed = failed == null && result.failure() != null ? result : failed;
    }

    /**
     * How many trials ran.
     *
     * @return the failed one included.
     */
    public long trials() {
        return trials;
    }

    /**
     * How many events engines handled.
     *
     * @return in all trials.
     */
    public long events() {
        return events;
    }

    /**
     * How many commands and decisions engines recorded.
     *
     * @return in all trials.
     */
    public long commands() {
        return commands;
    }

    /**
     * How many orders engines sent.
     *
     * @return in all trials.
     */
    public long orders() {
        return orders;
    }

    /**
     * How many fills there were at the venues.
     *
     * @return in all trials.
     */
    public long fills() {
        return fills;
    }

    /**
     * How many processes that took over began with a snapshot.
     *
     * @return in all trials.
     */
    public long restored() {
        return restored;
    }

    /**
     * How often a kind of fault struck.
     *
     * @param kind of fault.
     * @return in all trials.
     */
    public long count(final FaultKind kind) {
        return faults[kind.ordinal()];
    }

    /**
     * How many trials a kind of fault struck that held all the same.
     *
     * @param kind of fault.
     * @return trials.
     */
    public long survived(final FaultKind kind) {
        return trialsWith[kind.ordinal()];
    }

    /**
     * The kinds that never struck: nothing was shown of them.
     *
     * @return in their order; empty if there are none.
     */
    public List<FaultKind> neverStruck() {
        final List<FaultKind> never = new ArrayList<>();
        for (final FaultKind kind : FaultKind.values()) {
            if (count(kind) == 0) {
                never.add(kind);
            }
        }
        return never;
    }

    /**
     * The trial that failed.
     *
     * @return null if all held.
     */
    public TrialResult failed() {
        return failed;
    }
}
