package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.message.Envelope;

/** Changes bytes of a journal one at a time; none may go unnoticed, and none may make reading fail in another way than by a finding. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("once")
class LogFlipTest {
    private static final long RECORDS = 9;
    private static final int[] EVERY_BIT = {1, 2, 4, 8, 16, 32, 64, 128};
    private static final int[] ONE_BIT_AND_ALL = {4, 0xFF};

    /** Chronicle's pages are mostly zeros, and one checksum covers each: a sample shows as much as all of them. */
    private static final int STRIDE_BYTES = 509;

    /** The part of a page that holds more than zeros. */
    private static final int DENSE_BYTES = 300;

    @TempDir
    Path directory;

    private Path journal;

    @BeforeEach
    void createJournal() {
        journal = directory.resolve("journal");
    }

    @Test
    void shouldNameTheSequenceWhenAnyBitOfARecordOrItsHeadersIsFlipped() throws IOException {
        closedJournal();
        for (final String log : List.of(JournalLayout.EVENTS, JournalLayout.COMMANDS)) {
            final Path file = onlyFile(log);
            for (final Place place : places(log)) {
                for (final int mask : place.isHeader() ? EVERY_BIT : ONE_BIT_AND_ALL) {
                    final ScanResult result = scanWithFlip(log, file, place.position(), mask);

                    assertThat(result.findings()).as("%s, mask %x", place, mask).hasSize(1);
                    final Finding finding = result.findings().get(0);
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.DAMAGE);
                    assertThat(finding.sequence())
                            .as("%s: %s", place, finding)
                            .isBetween(place.sequence(), place.lastSequence());
                    assertThat(finding.file()).isEqualTo(log + "/" + file.getFileName());
                }
            }
        }
    }

    @Test
    void shouldNameTheNextSequenceAndStillReadEverythingWhenBytesBesideTheRecordsAreFlipped() throws IOException {
        closedJournal();
        flipBesideRecords(STRIDE_BYTES);
    }

    @Test
    @Tag("slow")
    void shouldNoticeEveryByteBesideTheRecords() throws IOException {
        closedJournal();
        flipBesideRecords(1);
    }

    private void flipBesideRecords(final int strideBytes) throws IOException {
        for (final String log : List.of(JournalLayout.EVENTS, JournalLayout.COMMANDS)) {
            final LogSeal seal = seal(log);
            flipRange(log, seal.tables().get(0), seal.tables().get(0).ranges().get(0), 1, strideBytes);
            final SealedFile file = seal.files().get(0);
            assertThat(file.ranges()).hasSize(2);
            flipRange(log, file, file.ranges().get(0), 1, strideBytes);
            flipRange(log, file, file.ranges().get(1), RECORDS + 1, strideBytes);
        }
    }

    private void flipRange(
            final String log,
            final SealedFile file,
            final SealedFile.Range range,
            final long nextSequence,
            final int strideBytes)
            throws IOException {
        final Path path = journal.resolve(log).resolve(file.name());
        long position = range.position();
        while (position < range.end()) {
            final ScanResult result = scanWithFlip(log, path, position, 0x40);

            assertThat(result.findings()).as("%s byte %d", path, position).hasSize(1);
            assertThat(result.findings().get(0).kind()).isEqualTo(Finding.Kind.DAMAGE);
            assertThat(result.findings().get(0).sequence()).isEqualTo(nextSequence);
            assertThat(result.records()).isEqualTo(RECORDS);
            position += position - range.position() < DENSE_BYTES ? 1 : strideBytes;
        }
    }

    @Test
    void shouldNoticeEveryByteOfTheMetadataAndTheConfiguration() throws IOException {
        closedJournal();
        for (final String name : List.of(JournalLayout.PROPERTIES, JournalLayout.CONFIGURATION)) {
            final Path file = journal.resolve(name);
            final long sizeBytes = Files.size(file);
            for (long position = 0; position < sizeBytes; position++) {
                for (final int mask : new int[] {0x01, 0x20}) {
                    flip(file, position, mask);
                    final JournalReader reader = JournalReader.open(journal);
                    assertThat(reader.findings())
                            .as("%s byte %d", name, position)
                            .hasSize(1);
                    assertThat(reader.findings().get(0).file()).isEqualTo(name);
                    try (LogReader events = reader.events()) {
                        assertThat(LogScanner.scan(events, new TestRecords(1, 100))
                                        .records())
                                .isEqualTo(RECORDS);
                    }
                    flip(file, position, mask);
                }
            }
        }
    }

    @Test
    void shouldEndWithAFindingWhenAnyByteOfAnOpenLogIsFlipped() throws IOException {
        final Path log = directory.resolve("log");
        try (ChronicleLog writer = ChronicleLog.open(log, SyncPolicy.NONE)) {
            final TestRecords records = new TestRecords(1, 100);
            for (long first = 1; first <= RECORDS; first += 3) {
                records.append(writer, first, first + 2);
                writer.flush();
            }
        }
        final Path file = log.resolve(LogFiles.names(log).get(0));
        final List<Place> places = places(() -> LogReader.open(log));
        for (final Place place : places) {
            flip(file, place.position(), 0x80);
            final ScanResult result = LogScanner.scan(log, (buffer, offset, length) -> {});
            assertThat(result.findings()).as("%s", place).hasSize(1);
            final Finding finding = result.findings().get(0);
            assertThat(finding.sequence())
                    .as("%s: %s", place, finding)
                    .isBetween(place.sequence(), place.lastSequence());
            // With nothing good after it, damage to the last document looks like a writer that died.
            final boolean mayBeTorn = place.sequence() == RECORDS || place.lastSequence() > RECORDS;
            assertThat(finding.kind() == Finding.Kind.DAMAGE || mayBeTorn)
                    .as("%s: %s", place, finding)
                    .isTrue();
            flip(file, place.position(), 0x80);
        }
    }

    @Test
    void shouldEndWithinBoundsWhenAFileHoldsAnything() throws IOException {
        closedJournal();
        final Path file = onlyFile(JournalLayout.EVENTS);
        final Random random = new Random(5);
        final byte[] noise = new byte[200_000];
        for (int round = 0; round < 50; round++) {
            random.nextBytes(noise);
            Files.write(file, noise);
            assertThat(scan(JournalLayout.EVENTS).findings())
                    .as("round %d", round)
                    .isNotEmpty();
            assertThat(LogScanner.scan(journal.resolve(JournalLayout.EVENTS), (buffer, offset, length) -> {})
                            .records())
                    .isZero();
        }
    }

    private void closedJournal() {
        try (Journal writer = Journal.create(journal, SyncPolicy.NONE, "a: b\n", Map.of("runId", "r-1"))) {
            final TestRecords records = new TestRecords(1, 100);
            for (long first = 1; first <= RECORDS; first += 3) {
                records.append(writer.events(), first, first + 2);
                writer.events().flush();
            }
            records.append(writer.commands(), 1, RECORDS);
            writer.close(Map.of("stateHash", "1f"));
        }
        assumeThat(JournalVerifier.verify(journal, VerifyProgress.SILENT).findings())
                .isEmpty();
    }

    private ScanResult scanWithFlip(final String log, final Path file, final long position, final int mask)
            throws IOException {
        flip(file, position, mask);
        try {
            return scan(log);
        } finally {
            flip(file, position, mask);
        }
    }

    private ScanResult scan(final String log) {
        try (LogReader reader =
                LogReader.open(journal.resolve(log), seal(log), LogPlace.beginning(journal.resolve(log)))) {
            return LogScanner.scan(reader, new TestRecords(1, 100));
        }
    }

    private LogSeal seal(final String log) {
        try {
            return LogSeal.read(
                    log,
                    PropertiesFile.read(journal.resolve(JournalLayout.PROPERTIES))
                            .values());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path onlyFile(final String log) {
        assertThat(LogFiles.names(journal.resolve(log))).hasSize(1);
        return journal.resolve(log).resolve(LogFiles.names(journal.resolve(log)).get(0));
    }

    private List<Place> places(final String log) {
        return places(() -> LogReader.open(journal.resolve(log), seal(log), LogPlace.beginning(journal.resolve(log))));
    }

    /** Every byte that belongs to documents with records, and which sequences may be blamed for it. */
    private static List<Place> places(final Supplier<LogReader> opener) {
        final List<Place> places = new ArrayList<>();
        try (LogReader reader = opener.get()) {
            long previousEnd = -1;
            int documentStart = 0;
            while (reader.next()) {
                final long frame = reader.recordPosition() - Frame.HEADER_BYTES;
                final long sequence = Envelope.sequence(reader.buffer(), reader.offset());
                if (frame != previousEnd) {
                    closeDocument(places, documentStart, sequence - 1);
                    documentStart = places.size();
                    for (int i = DocumentHeader.SIZE_BYTES; i > 0; i--) {
                        places.add(new Place(frame - i, true, sequence, sequence));
                    }
                }
                previousEnd = frame + Frame.sizeBytes(reader.lengthBytes());
                for (long position = frame; position < previousEnd; position++) {
                    places.add(new Place(position, false, sequence, sequence));
                }
            }
            closeDocument(places, documentStart, reader.sequence());
        }
        return places;
    }

    /** A changed length of a document may show only where its records end. */
    private static void closeDocument(final List<Place> places, final int documentStart, final long lastSequence) {
        for (int i = documentStart; i < places.size() && places.get(i).isHeader(); i++) {
            final Place place = places.get(i);
            places.set(i, new Place(place.position(), true, place.sequence(), lastSequence + 1));
        }
    }

    private static void flip(final Path file, final long position, final int mask) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, position);
            one.put(0, (byte) (one.get(0) ^ mask)).rewind();
            channel.write(one, position);
        }
    }

    private record Place(long position, boolean isHeader, long sequence, long lastSequence) {}
}
