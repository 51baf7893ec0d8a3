package reprise.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Ends the files of a log where its good part ends, so that the files of the next writer follow without a seam.
 *
 * <p>Design note: it may itself be killed between any two of its steps. So it first zeroes what is torn, then shortens the document that it
 * was in, then cuts: after each step the log reads with the same records as before, and can be cut again.
 */
final class TailCut {
    private static final int PIECE_BYTES = 64 << 10;

    private TailCut() {}

    /**
     * Cuts. Has no effect on a log that has been cut already.
     *
     * @param directory of the log.
     * @param tail where the good part ends.
     * @throws IOException if the disk refuses.
     */
    static void apply(final Path directory, final LogTail tail) throws IOException {
        if (tail.file().isEmpty()) {
            return;
        }
        final List<String> names = LogFiles.names(directory);
        try (FileChannel file = FileChannel.open(directory.resolve(tail.file()), StandardOpenOption.WRITE)) {
            if (tail.documentPosition() != LogTail.NO_DOCUMENT) {
                zero(file, tail.position());
                shorten(file, tail);
            }
            truncate(file, tail.position());
        }
        // Begun at a roll, and never got a record.
        for (final String name : names.subList(names.indexOf(tail.file()) + 1, names.size())) {
            try (FileChannel file = FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE)) {
                truncate(file, 0);
            }
        }
    }

    private static void truncate(final FileChannel file, final long sizeBytes) throws IOException {
        if (file.size() > sizeBytes) {
            file.truncate(sizeBytes);
            file.force(true);
        }
    }

    /** Only to the end of the longest document: what comes behind is cut without having been part of one. */
    private static void zero(final FileChannel file, final long from) throws IOException {
        final ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, file.size() - from));
        write(file, zeros, from);
        file.force(true);
    }

    private static void shorten(final FileChannel file, final LogTail tail) throws IOException {
        final long start = tail.documentPosition() + DocumentHeader.SIZE_BYTES;
        final ByteBuffer header = ByteBuffer.allocate(DocumentHeader.SIZE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, (int) (tail.position() - start));
        write(file, header, tail.documentPosition());
        file.force(true);
    }

    private static void write(final FileChannel file, final ByteBuffer bytes, final long position) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes, position + bytes.position());
        }
    }
}
