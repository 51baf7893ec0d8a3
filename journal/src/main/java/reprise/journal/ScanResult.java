package reprise.journal;

import java.util.List;

/**
 * What was read from a log.
 *
 * @param records good ones, from the first without a gap.
 * @param firstSequence of them, 0 if there is none.
 * @param lastSequence of them, 0 if there is none.
 * @param bytes of the records alone.
 * @param findings what was wrong, in the order in which it was met; empty for a log that is whole as far as it goes.
 */
public record ScanResult(long records, long firstSequence, long lastSequence, long bytes, List<Finding> findings) {
    /** Keeps its own copy of the findings. */
    public ScanResult {
        findings = List.copyOf(findings);
    }

    /**
     * Whether nothing was found.
     *
     * @return true for a log that is whole as far as it goes.
     */
    public boolean isWhole() {
        return findings.isEmpty();
    }

    /**
     * Whether the beginning of the log was pruned.
     *
     * @return true for a log that has records, and not its first.
     */
    public boolean isPruned() {
        return firstSequence > Frame.FIRST_SEQUENCE;
    }
}
