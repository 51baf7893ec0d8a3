package reprise.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.agrona.collections.LongArrayList;

/**
 * The seals of a log, one after every few thousand records: each says which record was the last then, and the chain over all records up to
 * it. Each holds the checksum of the one before, so that none can be taken out, added or changed unnoticed.
 *
 * <pre>
 *   0            8            16                 20            24
 *   +------------+------------+------------------+-------------+
 *   | sequence   | chain      | CRC of the seal  | CRC32C of   |
 *   |            |            | before, or 0     | bytes 0..19 |
 *   +------------+------------+------------------+-------------+
 * </pre>
 *
 * <p>Little endian. A seal is written after its records are on record; one that is missing at the end says nothing. Single-threaded.
 */
final class SealTrail {
    /** Name of the file in the log's directory. */
    static final String FILE = "seals";

    /** Few enough to say closely where something is wrong, many enough to cost nothing. */
    static final int RECORDS_PER_SEAL = 4_096;

    static final int SEAL_BYTES = 24;
    private static final int CHAIN_OFFSET = 8;
    private static final int PREVIOUS_OFFSET = 16;
    private static final int CRC_OFFSET = 20;

    private final LongArrayList sequences = new LongArrayList();
    private final LongArrayList chains = new LongArrayList();
    private int lastCrc;
    private boolean isDamaged;

    private SealTrail() {}

    /**
     * Reads the seals of a log, up to the first that is not right.
     *
     * @param directory of the log; need not exist.
     * @return its seals; none if it has no such file.
     */
    static SealTrail read(final Path directory) {
        final SealTrail trail = new SealTrail();
        final Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            try {
                final ByteBuffer bytes =
                        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
                while (!trail.isDamaged && bytes.remaining() >= SEAL_BYTES) {
                    trail.take(bytes);
                }
            } catch (final IOException e) {
                throw JournalException.io("reading " + file, e);
            }
        }
        return trail;
    }

    private void take(final ByteBuffer bytes) {
        final int start = bytes.position();
        final long sequence = bytes.getLong(start);
        final int crc = bytes.getInt(start + CRC_OFFSET);
        if (crc != crc(bytes, start)
                || bytes.getInt(start + PREVIOUS_OFFSET) != lastCrc
                || sequence <= lastSequence()) {
            // The last one of all may be one that was never finished.
            isDamaged = bytes.remaining() >= 2 * SEAL_BYTES;
            bytes.position(bytes.limit());
            return;
        }
        sequences.addLong(sequence);
        chains.addLong(bytes.getLong(start + CHAIN_OFFSET));
        lastCrc = crc;
        bytes.position(start + SEAL_BYTES);
    }

    private static int crc(final ByteBuffer bytes, final int start) {
        final ByteBuffer covered = bytes.duplicate();
        covered.limit(start + CRC_OFFSET).position(start);
        final CRC32C crc = new CRC32C();
        crc.update(covered);
        return (int) crc.getValue();
    }

    int count() {
        return sequences.size();
    }

    long sequence(final int index) {
        return sequences.getLong(index);
    }

    long chain(final int index) {
        return chains.getLong(index);
    }

    /**
     * Finds a seal.
     *
     * @param sequence of the last record that it speaks of.
     * @return its index; negative if there is none.
     */
    int indexOf(final long sequence) {
        int low = 0;
        int high = count() - 1;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (sequence(middle) < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low <= high && sequence(low) == sequence ? low : -1;
    }

    /** The last record that is sealed; 0 if none is. */
    long lastSequence() {
        return count() == 0 ? Frame.FIRST_SEQUENCE - 1 : sequence(count() - 1);
    }

    /** Whether a seal is not what was written; those before it are. */
    boolean isDamaged() {
        return isDamaged;
    }

    /** Where the good seals end in the file. */
    long endPosition() {
        return (long) count() * SEAL_BYTES;
    }

    /**
     * Opens the file for further seals.
     *
     * @param directory of the log, which exists.
     * @return a writer behind the last good seal.
     * @throws IOException if the disk refuses.
     */
    Writer writer(final Path directory) throws IOException {
        return new Writer(directory.resolve(FILE), this);
    }

    /** Adds seals. Allocates nothing per seal. */
    static final class Writer implements Closeable {
        private final ByteBuffer bytes = ByteBuffer.allocateDirect(SEAL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private final CRC32C crc = new CRC32C();
        private final FileChannel channel;
        private long position;
        private long lastSequence;
        private int lastCrc;

        private Writer(final Path file, final SealTrail trail) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            position = trail.endPosition();
            lastSequence = trail.lastSequence();
            lastCrc = trail.lastCrc;
            channel.truncate(position);
        }

        /** The last record that is sealed; 0 if none is. */
        long lastSequence() {
            return lastSequence;
        }

        /**
         * Adds a seal. One that was written in part is written over by the next.
         *
         * @param sequence of the last record on record.
         * @param chain over all records up to it.
         * @throws IOException if the disk refuses.
         */
        void seal(final long sequence, final long chain) throws IOException {
            bytes.clear();
            bytes.putLong(0, sequence);
            bytes.putLong(CHAIN_OFFSET, chain);
            bytes.putInt(PREVIOUS_OFFSET, lastCrc);
            bytes.limit(CRC_OFFSET);
            crc.reset();
            crc.update(bytes);
            bytes.clear();
            bytes.putInt(CRC_OFFSET, (int) crc.getValue());
            while (bytes.hasRemaining()) {
                channel.write(bytes, position + bytes.position());
            }
            position += SEAL_BYTES;
            lastSequence = sequence;
            lastCrc = (int) crc.getValue();
        }

        /** Takes the seals to the disk. */
        void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() {
            Disk.closeQuietly(channel);
        }
    }
}
