package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does to the records of a log that nobody closed what checksums alone do not tell apart. */
@Tag("once")
class SealTrailTest {
    /** Three seals, one of them at the end. */
    private static final int RECORDS = 2 * SealTrail.RECORDS_PER_SEAL + 500;

    @TempDir
    Path journal;

    private Path log;
    private Path file;

    /** Where each record's document begins, and at last where the last one ends. */
    private final List<Integer> starts = new ArrayList<>();

    private byte[] bytes;

    @BeforeEach
    void writeEachRecordInADocument() throws IOException {
        try (Journal writer = Journal.create(journal, SyncPolicy.NONE, "", Map.of())) {
            final TestRecords records = new TestRecords(1, 60);
            for (int sequence = 1; sequence <= RECORDS; sequence++) {
                records.append(writer.events(), sequence, sequence);
                writer.events().flush();
            }
        }
        log = journal.resolve(JournalLayout.EVENTS);
        file = log.resolve(LogFiles.names(log).get(0));
        try (DocumentReader reader = DocumentReader.unsealed(log, LogFiles.names(log), 4096)) {
            while (reader.next()) {
                starts.add((int) reader.payloadPosition() - DocumentHeader.SIZE_BYTES);
            }
            starts.add((int) reader.end().position());
        }
        bytes = Arrays.copyOf(Files.readAllBytes(file), starts.get(RECORDS) + 4);
        assertThat(findings()).isEmpty();
    }

    @Test
    void shouldCallAFlippedBitDamage() throws IOException {
        bytes[start(5_000) + 40] ^= 4;

        assertOnly(Finding.Kind.DAMAGE, 5_000, 0, "checksum is");
    }

    @Test
    void shouldCallARecordThatWasTakenOutMissing() throws IOException {
        remove(5_000, 5_003);

        assertOnly(Finding.Kind.MISSING, 5_000, 3, "a record with sequence 5003 is in this place");
    }

    @Test
    void shouldCallTheLastButOneMissingWhenItWasTakenOut() throws IOException {
        remove(RECORDS - 1, RECORDS);

        assertOnly(Finding.Kind.MISSING, RECORDS - 1, 1, "a record with sequence " + RECORDS + " is in this place");
    }

    @Test
    void shouldSayThatRecordsAreInAnotherOrder() throws IOException {
        final byte[] first = document(5_000);
        final byte[] second = document(5_001);
        final int start = start(5_000);
        System.arraycopy(second, 0, bytes, start, second.length);
        System.arraycopy(first, 0, bytes, start + second.length, first.length);

        assertOnly(Finding.Kind.REORDERED, 5_000, 0, "a good record with sequence 5000 follows");
    }

    @Test
    void shouldSayThatARecordIsThereTwice() throws IOException {
        final byte[] document = document(5_000);
        final ByteBuffer longer = ByteBuffer.allocate(bytes.length + document.length);
        longer.put(bytes, 0, start(5_001)).put(document).put(bytes, start(5_001), bytes.length - start(5_001));
        bytes = longer.array();

        assertOnly(Finding.Kind.REORDERED, 5_001, 0, "a record with sequence 5000 is in this place");
    }

    @Test
    void shouldSayBetweenWhichSealsARecordWasReplacedByAnotherWholeOne() throws IOException {
        final int frame = start(5_000) + DocumentHeader.SIZE_BYTES;
        bytes[frame + Frame.HEADER_BYTES + 30] ^= 4;
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final CRC32C crc = new CRC32C();
        crc.update(bytes, frame + Frame.LENGTH_OFFSET, start(5_001) - frame - Frame.LENGTH_OFFSET);
        buffer.putInt(frame, (int) crc.getValue());

        final Finding finding = assertOnly(Finding.Kind.REPLACED, 8_193, 0, "somewhere in sequence 4097 to 8192");
        assertThat(finding.positionBytes()).isBetween((long) start(8_192), (long) start(8_193));
    }

    @Test
    void shouldMissRecordsThatWereCutFromTheEndBetweenTwoDocuments() throws IOException {
        bytes = Arrays.copyOf(bytes, start(8_000));

        assertOnly(Finding.Kind.MISSING, 8_000, RECORDS - 7_999, "a seal says that the log had records up to 8692");
    }

    @Test
    void shouldReportASealThatWasChangedOrTakenOut() throws IOException {
        final Path seals = log.resolve(SealTrail.FILE);
        final byte[] trail = Files.readAllBytes(seals);
        assertThat(trail).hasSize(3 * SealTrail.SEAL_BYTES);
        for (int i = 0; i < SealTrail.SEAL_BYTES; i++) {
            final byte[] flipped = trail.clone();
            flipped[SealTrail.SEAL_BYTES + i] ^= 1;
            Files.write(seals, flipped);
            assertThat(findings()).as("byte %d", i).extracting(Finding::kind).containsExactly(Finding.Kind.DAMAGE);
        }
        final byte[] withoutFirst = Arrays.copyOfRange(trail, SealTrail.SEAL_BYTES, trail.length);
        Files.write(seals, withoutFirst);

        assertThat(findings()).extracting(Finding::file).containsExactly("events/seals");
    }

    @Test
    void shouldReportSealsThatAreGoneFromAClosedLog() throws IOException {
        try (Journal writer = Journal.resume(journal, SyncPolicy.NONE, Map.of())) {
            writer.close(Map.of());
        }
        assertThat(findings()).isEmpty();

        Files.delete(log.resolve(SealTrail.FILE));

        assertThat(findings()).extracting(Finding::file).containsExactly("events/seals");
    }

    @Test
    void shouldGoOnWithTheChainWhenResumed() throws IOException {
        try (Journal writer = Journal.resume(journal, SyncPolicy.BATCH, Map.of())) {
            new TestRecords(1, 60).append(writer.events(), RECORDS + 1, 2 * RECORDS);
            writer.abandon("test");
        }

        assertThat(findings()).isEmpty();
        final SealTrail trail = SealTrail.read(log);
        assertThat(trail.lastSequence()).isEqualTo(2 * RECORDS);
        assertThat(trail.count()).isGreaterThan(3);
    }

    private int start(final int sequence) {
        return starts.get(sequence - 1);
    }

    private byte[] document(final int sequence) {
        return Arrays.copyOfRange(bytes, start(sequence), start(sequence + 1));
    }

    private void remove(final int from, final int to) {
        final ByteBuffer shorter = ByteBuffer.allocate(bytes.length);
        shorter.put(bytes, 0, start(from)).put(bytes, start(to), bytes.length - start(to));
        bytes = shorter.array();
    }

    private Finding assertOnly(final Finding.Kind kind, final long sequence, final long missing, final String detail)
            throws IOException {
        Files.write(file, bytes);
        final List<Finding> findings = findings();
        assertThat(findings).hasSize(1);
        final Finding finding = findings.get(0);
        assertThat(finding.kind()).as("%s", finding).isEqualTo(kind);
        assertThat(finding.sequence()).as("%s", finding).isEqualTo(sequence);
        assertThat(finding.missingRecords()).as("%s", finding).isEqualTo(missing);
        assertThat(finding.detail()).contains(detail);
        return finding;
    }

    private List<Finding> findings() {
        return JournalVerifier.verify(journal, VerifyProgress.SILENT).findings();
    }
}
