package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import reprise.state.SnapshotHeader;

/**
 * The snapshots of a journal, each in a file of its own that is named by the sequence of the last event that it has seen:
 *
 * <pre>
 *   JOURNAL/snapshots/0000000000000123456.snapshot
 *   JOURNAL/snapshots/0000000000000123456.facts     what is known of the record up to there
 * </pre>
 *
 * <p>A file is there whole or not at all, even after power loss; the last few are kept, so that one that went bad costs time, not the
 * state. What stops in the middle of writing leaves a file ending in {@code .new}, which nobody reads and the next writing removes. One
 * writer at a time; whoever reads meanwhile finds what was there before or after.
 */
public final class SnapshotStore {
    /** Of the directory in a journal. */
    public static final String DIRECTORY = "snapshots";

    private static final String SUFFIX = ".snapshot";
    private static final String FACTS_SUFFIX = ".facts";
    private static final String UNFINISHED_SUFFIX = ".new";

    /** Among the facts: of which snapshot they are. */
    private static final String STATE_HASH = "stateHash";

    private final Path directory;
    private final int kept;

    /**
     * The store of a journal; its directory is made with the first snapshot.
     *
     * @param journal directory of the journal.
     * @param kept how many snapshots are kept, at least 1.
     */
    public SnapshotStore(final Path journal, final int kept) {
        if (kept < 1) {
            throw new IllegalArgumentException("at least one snapshot must be kept, not " + kept);
        }
        directory = journal.resolve(DIRECTORY);
        this.kept = kept;
    }

    /**
     * Stores a snapshot without facts.
     *
     * @param snapshot all of it, as it was sealed.
     * @return the file.
     */
    public Path write(final byte[] snapshot) {
        return write(snapshot, Map.of());
    }

    /**
     * Stores a snapshot durably, and removes the oldest beyond those that are kept.
     *
     * @param snapshot all of it, as it was sealed.
     * @param facts about the record up to there, kept in a file beside it; keys of letters, digits, '.', '_' and '-'.
     * @return the file.
     * @throws IllegalStateException if it is no snapshot.
     * @throws JournalException if the disk refuses; those stored before are untouched then.
     */
    public Path write(final byte[] snapshot, final Map<String, String> facts) {
        final SnapshotHeader header = SnapshotHeader.verify(snapshot);
        final Path file = directory.resolve(name(header.sequence()));
        try {
            Files.createDirectories(directory);
            // First, so that a snapshot that is there has them.
            final Map<String, String> all = new LinkedHashMap<>(facts);
            all.put(STATE_HASH, header.stateHash());
            PropertiesFile.write(factsOf(file), all);
            Disk.replace(file, snapshot);
            removeOld();
        } catch (final IOException e) {
            throw JournalException.io("storing " + file, e);
        }
        return file;
    }

    private static String name(final long sequence) {
        return String.format(Locale.ROOT, "%019d%s", sequence, SUFFIX);
    }

    private static Path factsOf(final Path snapshot) {
        final String name = snapshot.getFileName().toString();
        return snapshot.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + FACTS_SUFFIX);
    }

    private void removeOld() throws IOException {
        for (final Path unfinished : files(UNFINISHED_SUFFIX)) {
            Files.deleteIfExists(unfinished);
        }
        final List<Path> files = files();
        for (int i = 0; i < files.size() - kept; i++) {
            Files.deleteIfExists(files.get(i));
            Files.deleteIfExists(factsOf(files.get(i)));
        }
        for (final Path facts : files(FACTS_SUFFIX)) {
            if (files.stream().noneMatch(file -> factsOf(file).equals(facts))) {
                Files.deleteIfExists(facts);
            }
        }
        Disk.forceDirectory(directory);
    }

    /**
     * All snapshots that are there, good or not.
     *
     * @return their files, the oldest first.
     * @throws JournalException if the directory cannot be read.
     */
    public List<Path> files() {
        return files(SUFFIX);
    }

    private List<Path> files(final String suffix) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw JournalException.io("listing " + directory, e);
        }
    }

    /**
     * The newest snapshot that is as it was written; newer ones that are not are passed over, and the findings say why.
     *
     * @return without a file if there is none.
     * @throws JournalException if the directory cannot be read.
     */
    public StoredSnapshot latest() {
        final List<Path> files = new ArrayList<>(files());
        Collections.reverse(files);
        return firstGood(files);
    }

    /**
     * The oldest snapshot that is as it was written: recovery falls back on it where all later ones went bad.
     *
     * @return without a file if there is none.
     * @throws JournalException if the directory cannot be read.
     */
    public StoredSnapshot oldest() {
        return firstGood(files());
    }

    private static StoredSnapshot firstGood(final List<Path> files) {
        final List<String> findings = new ArrayList<>();
        for (final Path file : files) {
            try {
                final byte[] bytes = Files.readAllBytes(file);
                final SnapshotHeader header = verified(file, bytes);
                return new StoredSnapshot(file, header, bytes, facts(file, header), findings);
            } catch (final IOException | IllegalStateException e) {
                findings.add(DIRECTORY + "/" + file.getFileName() + " passed over: " + e.getMessage());
            }
        }
        return new StoredSnapshot(null, null, new byte[0], Map.of(), findings);
    }

    private static Map<String, String> facts(final Path snapshot, final SnapshotHeader header) throws IOException {
        final Path file = factsOf(snapshot);
        if (!Files.exists(file)) {
            return Map.of();
        }
        final PropertiesFile facts = PropertiesFile.read(file);
        final boolean isOfSnapshot =
                facts.isIntact() && header.stateHash().equals(facts.values().get(STATE_HASH));
        return isOfSnapshot ? facts.values() : Map.of();
    }

    private static SnapshotHeader verified(final Path file, final byte[] bytes) {
        final SnapshotHeader header = SnapshotHeader.verify(bytes);
        if (!file.getFileName().toString().equals(name(header.sequence()))) {
            throw new IllegalStateException("its name is not that of a snapshot of sequence " + header.sequence());
        }
        return header;
    }
}
