package reprise.simulation.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How often what was the reason. */
final class ReasonCounts<E extends Enum<E>> {
    private final Class<E> type;
    private final E[] reasons;
    private final long[] counts;

    ReasonCounts(final Class<E> type) {
        this.type = type;
        reasons = type.getEnumConstants();
        counts = new long[reasons.length];
    }

    void add(final E reason) {
        counts[reason.ordinal()]++;
    }

    /** Reasons that came up, in the order of the enum. */
    Map<E, Long> toMap() {
        final Map<E, Long> map = new EnumMap<>(type);
        for (final E reason : reasons) {
            if (counts[reason.ordinal()] > 0) {
                map.put(reason, counts[reason.ordinal()]);
            }
        }
        return Collections.unmodifiableMap(map);
    }
}
