package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a log begins: at its first record, or behind what was pruned. Kept in a file of its own in the log's directory, which is on the disk
 * before the first file of the log is deleted. It holds the chain over what was pruned, so that the seals behind it can still be checked.
 *
 * @param prunedSequence of the last record that was pruned; 0 if none was.
 * @param prunedTimeNs of that record; {@link Long#MIN_VALUE} if there is none.
 * @param chain over all records that were pruned.
 * @param prunedFile the last file that was pruned, and all before it were; empty if none was.
 * @param isDamaged whether the file is there and not what was written; the other values are then as if it were not.
 */
record LogStart(long prunedSequence, long prunedTimeNs, long chain, String prunedFile, boolean isDamaged) {
    /** Name of the file in the log's directory. */
    static final String FILE = "pruned.properties";

    /** Of a log that begins at its first record. */
    static final LogStart WHOLE = new LogStart(Frame.FIRST_SEQUENCE - 1, Long.MIN_VALUE, RecordChain.START, "", false);

    private static final int HEXADECIMAL = 16;

    /**
     * Reads where a log begins.
     *
     * @param directory of the log; need not exist.
     * @return the start.
     */
    static LogStart read(final Path directory) {
        final Path path = directory.resolve(FILE);
        if (!Files.exists(path)) {
            return WHOLE;
        }
        try {
            final PropertiesFile file = PropertiesFile.read(path);
            return file.isIntact() ? of(file.values()) : damaged();
        } catch (final IOException e) {
            throw JournalException.io("reading " + path, e);
        } catch (final IllegalArgumentException e) {
            return damaged();
        }
    }

    private static LogStart damaged() {
        return new LogStart(WHOLE.prunedSequence, WHOLE.prunedTimeNs, WHOLE.chain, "", true);
    }

    private static LogStart of(final Map<String, String> values) {
        return new LogStart(
                Long.parseLong(values.getOrDefault("prunedSequence", "")),
                Long.parseLong(values.getOrDefault("prunedTimeNs", "")),
                Long.parseUnsignedLong(values.getOrDefault("chain", ""), HEXADECIMAL),
                values.getOrDefault("prunedFile", ""),
                false);
    }

    /**
     * Puts the start on record.
     *
     * @param directory of the log.
     * @throws IOException if the disk refuses; the old start then stands.
     */
    void write(final Path directory) throws IOException {
        final Map<String, String> values = new LinkedHashMap<>();
        values.put("prunedSequence", Long.toString(prunedSequence));
        values.put("prunedTimeNs", Long.toString(prunedTimeNs));
        values.put("chain", Long.toHexString(chain));
        values.put("prunedFile", prunedFile);
        PropertiesFile.write(directory.resolve(FILE), values);
    }

    /** Sequence of the first record that the log has, or will have. */
    long firstSequence() {
        return prunedSequence + 1;
    }

    /** The same start, with a file pruned that has no record. */
    LogStart upTo(final String emptyFile) {
        return new LogStart(prunedSequence, prunedTimeNs, chain, emptyFile, false);
    }

    /** Whether a file is one of those that were pruned, whether or not it was deleted yet. */
    boolean isPruned(final String name) {
        return !prunedFile.isEmpty() && LogFiles.AS_WRITTEN.compare(name, prunedFile) <= 0;
    }

    /**
     * The files that are left.
     *
     * @param names of the log's files.
     * @return those that were not pruned, in the same order.
     */
    List<String> remaining(final List<String> names) {
        return names.stream().filter(name -> !isPruned(name)).toList();
    }
}
