package reprise.simulation.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import reprise.order.RejectReason;

/** How often what was refused. */
final class ReasonCounts {
    private static final RejectReason[] REASONS = RejectReason.values();

    private final long[] counts = new long[REASONS.length];

    void add(final RejectReason reason) {
        counts[reason.ordinal()]++;
    }

    /** Reasons that came up, in the order of the enum. */
    Map<RejectReason, Long> toMap() {
        final Map<RejectReason, Long> map = new EnumMap<>(RejectReason.class);
        for (final RejectReason reason : REASONS) {
            if (counts[reason.ordinal()] > 0) {
                map.put(reason, counts[reason.ordinal()]);
            }
        }
        return Collections.unmodifiableMap(map);
    }
}
