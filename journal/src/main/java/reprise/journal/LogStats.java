package reprise.journal;

import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;
import reprise.message.Envelope;
import reprise.message.Templates;

/**
 * What a log holds.
 *
 * @param scan how it was read.
 * @param firstTimeNs of its first record; 0 if there is none.
 * @param lastTimeNs of its last record; 0 if there is none.
 * @param templates by name of the message, in order of the alphabet.
 */
public record LogStats(ScanResult scan, long firstTimeNs, long lastTimeNs, Map<String, TemplateStats> templates) {
    /**
     * What a log holds of one message.
     *
     * @param count of records.
     * @param bytes of them.
     * @param firstTimeNs of the first.
     * @param lastTimeNs of the last.
     */
    public record TemplateStats(long count, long bytes, long firstTimeNs, long lastTimeNs) {}

    static LogStats of(final LogReader reader) {
        final Int2ObjectHashMap<Tally> tallies = new Int2ObjectHashMap<>();
        final ScanResult scan = LogScanner.scan(
                reader,
                (buffer, offset, lengthBytes) -> tally(tallies, buffer, offset).add(buffer, offset, lengthBytes));
        final Map<String, TemplateStats> templates = new TreeMap<>();
        long firstTimeNs = Long.MAX_VALUE;
        long lastTimeNs = 0;
        for (final Tally tally : tallies.values()) {
            templates.put(Templates.name(tally.templateId), tally.stats());
            firstTimeNs = Math.min(firstTimeNs, tally.firstTimeNs);
            lastTimeNs = Math.max(lastTimeNs, tally.lastTimeNs);
        }
        return new LogStats(scan, tallies.isEmpty() ? 0 : firstTimeNs, lastTimeNs, templates);
    }

    private static Tally tally(final Int2ObjectHashMap<Tally> tallies, final DirectBuffer buffer, final int offset) {
        final int templateId = Envelope.templateId(buffer, offset);
        Tally tally = tallies.get(templateId);
        if (tally == null) {
            tally = new Tally(templateId);
            tallies.put(templateId, tally);
        }
        return tally;
    }

    private static final class Tally {
        private final int templateId;
        private long count;
        private long bytes;
        private long firstTimeNs;
        private long lastTimeNs;

        Tally(final int templateId) {
            this.templateId = templateId;
        }

        void add(final DirectBuffer buffer, final int offset, final int lengthBytes) {
            lastTimeNs = Envelope.timeNs(buffer, offset);
            if (count == 0) {
                firstTimeNs = lastTimeNs;
            }
            count++;
            bytes += lengthBytes;
        }

        TemplateStats stats() {
            return new TemplateStats(count, bytes, firstTimeNs, lastTimeNs);
        }
    }
}
