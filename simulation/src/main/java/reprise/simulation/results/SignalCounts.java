package reprise.simulation.results;

import java.util.EnumMap;
import java.util.Map;
import reprise.signal.ArbitrationReason;
import reprise.signal.SizeCap;

/**
 * What became of the signals that strategies offered to the arbiter.
 *
 * @param decisions how many ended how, those that were accepted included.
 * @param withoutSize of those that came out as nothing: what their size was bound by.
 * @param lastAcceptedNs when the last one was accepted; 0 if none was.
 */
public record SignalCounts(
        Map<ArbitrationReason, Long> decisions, Map<SizeCap, Long> withoutSize, long lastAcceptedNs) {
    /**
     * How many there were.
     *
     * @return over all decisions.
     */
    public long offered() {
        return decisions.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many were taken.
     *
     * @return count.
     */
    public long accepted() {
        return decisions.getOrDefault(ArbitrationReason.ACCEPTED, 0L);
    }

    /**
     * Why the others were not.
     *
     * @return reasons that came up, in the order of the enum.
     */
    public Map<ArbitrationReason, Long> refusals() {
        final Map<ArbitrationReason, Long> refusals = new EnumMap<>(ArbitrationReason.class);
        refusals.putAll(decisions);
        refusals.remove(ArbitrationReason.ACCEPTED);
        return refusals;
    }
}
