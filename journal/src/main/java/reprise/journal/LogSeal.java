package reprise.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a log was when it was cleanly closed; kept in the journal's metadata, so that reading can tell what has changed since.
 *
 * @param records number of them.
 * @param lastSequence of them.
 * @param files with records, in order.
 * @param seals number of them in its trail.
 * @param tables Chronicle's own table files, one for each writer, which we never read but vouch for.
 */
record LogSeal(long records, long lastSequence, int seals, List<SealedFile> files, List<SealedFile> tables) {
    LogSeal {
        files = List.copyOf(files);
        tables = List.copyOf(tables);
    }

    /**
     * What the seal says of a log whose beginning was pruned since.
     *
     * @param start of the log now.
     * @return the same, less what was pruned.
     */
    LogSeal behind(final LogStart start) {
        final List<SealedFile> left =
                files.stream().filter(file -> !start.isPruned(file.name())).toList();
        return new LogSeal(records - start.prunedSequence(), lastSequence, seals, left, tables);
    }

    /**
     * Writes the seal as properties.
     *
     * @param log name of the log, with which each key begins.
     * @param properties to add to.
     */
    void write(final String log, final Map<String, String> properties) {
        properties.put(log + ".records", Long.toString(records));
        properties.put(log + ".lastSequence", Long.toString(lastSequence));
        properties.put(log + ".seals", Integer.toString(seals));
        writeFiles(log, ".file", files, properties);
        writeFiles(log, ".table", tables, properties);
    }

    private static void writeFiles(
            final String log, final String what, final List<SealedFile> files, final Map<String, String> properties) {
        properties.put(log + what + "s", Integer.toString(files.size()));
        for (int i = 0; i < files.size(); i++) {
            writeFile(log + what + "." + i, files.get(i), properties);
        }
    }

    private static void writeFile(final String key, final SealedFile file, final Map<String, String> properties) {
        properties.put(
                key, file.name() + " " + file.sizeBytes() + " " + file.ranges().size());
        for (int i = 0; i < file.ranges().size(); i++) {
            final SealedFile.Range range = file.ranges().get(i);
            properties.put(
                    key + ".range." + i,
                    range.position() + " " + range.lengthBytes() + " " + Integer.toHexString(range.crc32c()));
        }
    }

    /**
     * Reads what {@link #write(String, Map)} wrote.
     *
     * @param log name of the log.
     * @param properties whose checksum was right.
     * @return the seal.
     * @throws IllegalArgumentException if the properties hold no seal of that log, or not one of ours.
     */
    static LogSeal read(final String log, final Map<String, String> properties) {
        return new LogSeal(
                Long.parseLong(value(log + ".records", properties)),
                Long.parseLong(value(log + ".lastSequence", properties)),
                Integer.parseInt(properties.getOrDefault(log + ".seals", "0")),
                readFiles(log, ".file", properties),
                readTables(log, properties));
    }

    /** A journal that was closed before journals could be resumed has one table, without a number. */
    private static List<SealedFile> readTables(final String log, final Map<String, String> properties) {
        return properties.containsKey(log + ".tables")
                ? readFiles(log, ".table", properties)
                : List.of(readFile(log + ".table", properties));
    }

    private static List<SealedFile> readFiles(
            final String log, final String what, final Map<String, String> properties) {
        final List<SealedFile> files = new ArrayList<>();
        final int count = Integer.parseInt(value(log + what + "s", properties));
        for (int i = 0; i < count; i++) {
            files.add(readFile(log + what + "." + i, properties));
        }
        return files;
    }

    private static SealedFile readFile(final String key, final Map<String, String> properties) {
        final String[] parts = parts(value(key, properties), key);
        final List<SealedFile.Range> ranges = new ArrayList<>();
        final int count = Integer.parseInt(parts[2]);
        for (int i = 0; i < count; i++) {
            final String rangeKey = key + ".range." + i;
            final String[] range = parts(value(rangeKey, properties), rangeKey);
            ranges.add(new SealedFile.Range(
                    Long.parseLong(range[0]), Long.parseLong(range[1]), Integer.parseUnsignedInt(range[2], 16)));
        }
        return new SealedFile(parts[0], Long.parseLong(parts[1]), ranges);
    }

    private static String[] parts(final String value, final String key) {
        final String[] parts = value.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(key + " should have three parts: " + value);
        }
        return parts;
    }

    private static String value(final String key, final Map<String, String> properties) {
        final String value = properties.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }
}
