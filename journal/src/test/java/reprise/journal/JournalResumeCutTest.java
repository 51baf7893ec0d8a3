package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cuts or zeroes a log that nobody closed at many places of its last records; every record that is whole before the place must stay. */
@Tag("once")
class JournalResumeCutTest {
    private static final int RECORDS = 14;

    @TempDir
    Path directory;

    /** Behind each record, in the file. */
    private final List<Long> recordEnds = new ArrayList<>();

    private byte[] written;

    @Test
    void shouldKeepEveryWholeRecordWhenTheLogIsCutOrZeroedAtSomePlaces() throws IOException {
        write();
        check(131);
        assertThat(recordEnds).hasSize(RECORDS);
    }

    @Tag("slow")
    @Test
    void shouldKeepEveryWholeRecordWhenTheLogIsCutOrZeroedAtAnyPlace() throws IOException {
        write();
        check(7);
        assertThat(recordEnds).hasSize(RECORDS);
    }

    @Test
    void shouldCutBehindTheLastWholeRecordWhereverTheLogEnds() throws IOException {
        write();
        final Path journal = directory.resolve("journal");
        Files.createDirectories(journal.resolve(JournalLayout.EVENTS));
        Files.writeString(journal.resolve(JournalLayout.CONFIGURATION), "");
        PropertiesFile.write(
                journal.resolve(JournalLayout.PROPERTIES),
                Map.of("format", "1", "state", "OPEN", JournalReader.CONFIGURATION_CRC, "0"));
        for (int place = written.length; place > recordEnds.get(4); place--) {
            checkCut(journal, Arrays.copyOf(written, place), place);
            final byte[] zeroed = Arrays.copyOf(written, written.length + 100);
            Arrays.fill(zeroed, place, zeroed.length, (byte) 0);
            checkCut(journal, zeroed, place);
        }
    }

    private void checkCut(final Path journal, final byte[] content, final long place) throws IOException {
        final Path file = journal.resolve(JournalLayout.EVENTS).resolve("20260102F.cq4");
        Files.write(file, content);
        final long whole = wholeRecords(content, place);

        final Resumption resumption = Resumption.examine(journal, null, sequence -> {});
        resumption.cut();

        assertThat(resumption.events().sequence()).as("at %d", place).isEqualTo(whole);
        final ScanResult result = LogScanner.scan(file.getParent(), new TestRecords(1, 100));
        assertThat(result.records()).as("at %d", place).isEqualTo(whole);
        assertThat(result.findings()).as("at %d", place).isEmpty();
        assertThat(Files.size(file)).as("at %d", place).isLessThanOrEqualTo(recordEnds.get((int) whole - 1));
    }

    /** Documents of three, three, three, three and two records. */
    private void write() throws IOException {
        final Path log = directory.resolve("template");
        try (ChronicleLog writer = ChronicleLog.open(log, SyncPolicy.NONE)) {
            final TestRecords records = new TestRecords(1, 100);
            for (int sequence = 1; sequence <= RECORDS; sequence++) {
                records.append(writer, sequence, sequence);
                if (sequence % 3 == 0) {
                    writer.flush();
                }
            }
        }
        try (LogReader reader = LogReader.open(log)) {
            while (reader.next()) {
                recordEnds.add(reader.recordPosition() - Frame.HEADER_BYTES + Frame.sizeBytes(reader.lengthBytes()));
            }
        }
        written = Arrays.copyOf(
                Files.readAllBytes(log.resolve(LogFiles.names(log).get(0))),
                recordEnds.get(RECORDS - 1).intValue());
    }

    private void check(final int step) throws IOException {
        for (int place = written.length; place > recordEnds.get(4); place -= step) {
            check("cut-" + place, Arrays.copyOf(written, place), place);
            final byte[] zeroed = Arrays.copyOf(written, written.length + 100);
            Arrays.fill(zeroed, place, zeroed.length, (byte) 0);
            check("zeroed-" + place, zeroed, place);
        }
    }

    private void check(final String name, final byte[] content, final long place) throws IOException {
        final Path journal = directory.resolve(name);
        Journal.create(journal, SyncPolicy.NONE, "", Map.of()).close();
        final Path log = journal.resolve(JournalLayout.EVENTS);
        Files.write(log.resolve(LogFiles.names(log).get(0)), content);
        final long whole = wholeRecords(content, place);

        try (Journal resumed = Journal.resume(journal, SyncPolicy.NONE, Map.of())) {
            assertThat(resumed.resumePoint().lastEventSequence()).as(name).isEqualTo(whole);
            final boolean isBetweenDocuments = whole % 3 == 0 || whole == RECORDS;
            if (!isBetweenDocuments) {
                assertThat(resumed.resumePoint().tornTails()).as(name).hasSize(1);
            }
            new TestRecords(1, 100).append(resumed.events(), whole + 1, whole + 20);
            resumed.events().flush();
            assertWhole(name, journal, whole + 20);
            resumed.close(Map.of());
        }
        assertWhole(name, journal, whole + 20);
    }

    /** A record may be whole although its last bytes were zeroed, if they were zero anyway. */
    private long wholeRecords(final byte[] content, final long place) {
        long count = 0;
        for (int i = 0; i < RECORDS; i++) {
            final int end = recordEnds.get(i).intValue();
            final boolean isThere = end <= place || (end <= content.length && isZero(place, end));
            count += isThere ? 1 : 0;
        }
        return count;
    }

    private boolean isZero(final long from, final int to) {
        for (int i = (int) from; i < to; i++) {
            if (written[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void assertWhole(final String name, final Path journal, final long records) {
        assertThat(JournalVerifier.verify(journal, VerifyProgress.SILENT).findings())
                .as(name)
                .isEmpty();
        try (LogReader events = JournalReader.open(journal).events()) {
            assertThat(LogScanner.scan(events, new TestRecords(1, 100)).records())
                    .as(name)
                    .isEqualTo(records);
        }
    }
}
