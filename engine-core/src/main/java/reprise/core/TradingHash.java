package reprise.core;

import java.util.Set;
import reprise.state.StateHash;
import reprise.state.StateSink;

/**
 * A hash over what trading has come to: market, orders, money, risk, strategies and all that decides what they do next. It leaves out how the
 * engine came to know of it: how many events there were, the numbers of timers, what was heard twice, what venues were asked and until when
 * they may answer. A run that was interrupted and one that was not have it in common when both heard the same of market and orders.
 */
public final class TradingHash implements StateSink {
    private static final Set<String> LEFT_OUT = Set.of(
            "core", "timers", "timer", "orderReports", "executions", "outcomeWatch", "reconciliation", "venueView");
    private static final String ORDER = "order";
    private static final String DEADLINE = "deadlineNs";

    private final StateSink sink;
    private boolean isLeftOut;
    private boolean isOrder;

    private TradingHash(final StateSink sink) {
        this.sink = sink;
    }

    /**
     * The hash of a core's trading.
     *
     * @param core that handles no event meanwhile.
     * @return 64 hexadecimal digits.
     */
    public static String of(final EngineCore core) {
        final StateHash hash = new StateHash();
        core.snapshotTo(new TradingHash(hash));
        return hash.hex();
    }

    @Override
    public void section(final String name, final long key) {
        isLeftOut = LEFT_OUT.contains(name);
        isOrder = name.equals(ORDER);
        if (!isLeftOut) {
            sink.section(name, key);
        }
    }

    private boolean isKept(final String name) {
        return !isLeftOut && !(isOrder && name.equals(DEADLINE));
    }

    @Override
    public void field(final String name, final long value) {
        if (isKept(name)) {
            sink.field(name, value);
        }
    }

    @Override
    public void field(final String name, final double value) {
        if (isKept(name)) {
            sink.field(name, value);
        }
    }

    @Override
    public void field(final String name, final CharSequence value) {
        if (isKept(name)) {
            sink.field(name, value);
        }
    }
}
