package reprise.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals a log whose writer has closed it: cuts each file to what was written (Chronicle grows files by blocks), and takes checksums of all
 * bytes beside the records. Reads document headers only, not the records.
 */
final class LogSealer {
    /** Small, because between two headers there are records that need not be read. */
    private static final int WINDOW_BYTES = 4 << 10;

    private final Path directory;
    private final SyncPolicy syncPolicy;
    private long documents;

    private LogSealer(final Path directory, final SyncPolicy syncPolicy) {
        this.directory = directory;
        this.syncPolicy = syncPolicy;
    }

    /**
     * Seals.
     *
     * @param directory of the log.
     * @param log closed; knows how much it wrote.
     * @param syncPolicy whether the files are forced to disk as well.
     * @return the seal.
     * @throws JournalException if not everything that was written is there.
     */
    static LogSeal seal(final Path directory, final ChronicleLog log, final SyncPolicy syncPolicy) {
        final LogSealer sealer = new LogSealer(directory, syncPolicy);
        try {
            return sealer.seal(log);
        } catch (final IOException e) {
            throw JournalException.io("sealing " + directory, e);
        }
    }

    private LogSeal seal(final ChronicleLog log) throws IOException {
        final List<SealedFile> files = new ArrayList<>();
        for (final String name : LogStart.read(directory).remaining(LogFiles.names(directory))) {
            final long documentsBefore = documents;
            files.add(sealFile(name));
            if (!directory.resolve(name).getParent().equals(log.directory())) {
                // An earlier writer's: it is for the sequences to show that nothing of it is missing.
                documents = documentsBefore;
            }
        }
        if (documents != log.documents()) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "closing " + directory + ": " + log.documents() + " documents were written, " + documents
                            + " are there");
        }
        final List<SealedFile> tables = new ArrayList<>();
        for (final String name : LogFiles.tables(directory)) {
            tables.add(sealTable(name));
        }
        return new LogSeal(
                log.lastSequence(),
                log.lastSequence(),
                SealTrail.read(directory).count(),
                files,
                tables);
    }

    private SealedFile sealTable(final String name) throws IOException {
        final long sizeBytes = Files.size(directory.resolve(name));
        final List<SealedFile.Range> ranges = new ArrayList<>();
        addRange(ranges, 0, sizeBytes);
        return new SealedFile(name, sizeBytes, withChecksums(name, ranges));
    }

    private SealedFile sealFile(final String name) throws IOException {
        final List<SealedFile.Range> ranges = new ArrayList<>();
        long gapStart = 0;
        final long sizeBytes;
        try (DocumentReader reader = DocumentReader.unsealed(directory, List.of(name), WINDOW_BYTES)) {
            while (reader.next()) {
                addRange(ranges, gapStart, reader.payloadPosition() - DocumentHeader.SIZE_BYTES);
                gapStart = reader.payloadPosition() + reader.payloadBytes();
                documents++;
            }
            if (reader.end().type() != Flaw.Type.END) {
                throw new JournalException(JournalException.Kind.DAMAGED, "closing " + directory + ": " + reader.end());
            }
            sizeBytes = writtenEnd(reader.window(), reader.chainEnd());
        }
        cut(name, sizeBytes);
        addRange(ranges, gapStart, sizeBytes);
        return new SealedFile(name, sizeBytes, withChecksums(name, ranges));
    }

    private static void addRange(final List<SealedFile.Range> ranges, final long start, final long end) {
        if (end > start) {
            ranges.add(new SealedFile.Range(start, end - start, 0));
        }
    }

    /** Behind the last byte that is not zero, and at least behind the header that says that nothing follows. */
    private static long writtenEnd(final FileWindow window, final long from) {
        long end = from + DocumentHeader.SIZE_BYTES;
        long position = from;
        while (window.cover(position, 1)) {
            final int pieceBytes = window.coveredFrom(position);
            for (int i = 0; i < pieceBytes; i++) {
                if (window.buffer().getByte(window.index(position) + i) != 0) {
                    end = Math.max(end, position + i + 1);
                }
            }
            position += pieceBytes;
        }
        return Math.min(window.sizeBytes(), end);
    }

    /** A compressed file is an earlier writer's, which was cut when that ended. */
    private void cut(final String name, final long sizeBytes) throws IOException {
        if (!Files.exists(directory.resolve(name))) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE)) {
            channel.truncate(sizeBytes);
            if (syncPolicy.isForcing()) {
                channel.force(true);
            }
        }
    }

    private List<SealedFile.Range> withChecksums(final String name, final List<SealedFile.Range> ranges)
            throws IOException {
        final List<SealedFile.Range> withChecksums = new ArrayList<>();
        try (FileWindow window = new FileWindow(WINDOW_BYTES)) {
            window.open(directory.resolve(name));
            for (final SealedFile.Range range : ranges) {
                final int crc = window.crc32cStreaming(range.position(), range.lengthBytes());
                withChecksums.add(new SealedFile.Range(range.position(), range.lengthBytes(), crc));
            }
        }
        return withChecksums;
    }
}
