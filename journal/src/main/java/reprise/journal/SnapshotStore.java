package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import reprise.state.SnapshotHeader;

/**
 * The snapshots of a journal, each in a file of its own that is named by the sequence of the last event that it has seen:
 *
 * <pre>
 *   JOURNAL/snapshots/0000000000000123456.snapshot
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
    private static final String UNFINISHED_SUFFIX = SUFFIX + ".new";

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
     * Stores a snapshot durably, and removes the oldest beyond those that are kept.
     *
     * @param snapshot all of it, as it was sealed.
     * @return the file.
     * @throws IllegalStateException if it is no snapshot.
     * @throws JournalException if the disk refuses; those stored before are untouched then.
     */
    public Path write(final byte[] snapshot) {
        final Path file = directory.resolve(name(SnapshotHeader.verify(snapshot).sequence()));
        try {
            Files.createDirectories(directory);
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

    private void removeOld() throws IOException {
        for (final Path unfinished : files(UNFINISHED_SUFFIX)) {
            Files.deleteIfExists(unfinished);
        }
        final List<Path> files = files();
        for (int i = 0; i < files.size() - kept; i++) {
            Files.deleteIfExists(files.get(i));
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
                return new StoredSnapshot(file, verified(file, bytes), bytes, findings);
            } catch (final IOException | IllegalStateException e) {
                findings.add(DIRECTORY + "/" + file.getFileName() + " passed over: " + e.getMessage());
            }
        }
        return new StoredSnapshot(null, null, new byte[0], findings);
    }

    private static SnapshotHeader verified(final Path file, final byte[] bytes) {
        final SnapshotHeader header = SnapshotHeader.verify(bytes);
        if (!file.getFileName().toString().equals(name(header.sequence()))) {
            throw new IllegalStateException("its name is not that of a snapshot of sequence " + header.sequence());
        }
        return header;
    }
}
