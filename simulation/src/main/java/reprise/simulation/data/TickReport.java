package reprise.simulation.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a file of ticks holds.
 *
 * @param facts format and conventions
 * @param parts what there is of each instrument and kind
 */
public record TickReport(TickFileFacts facts, List<Part> parts) {

    private static final int LABEL_WIDTH = 18;

    /** Copies the parts. */
    public TickReport {
        parts = List.copyOf(parts);
    }

    /**
     * The ticks of one kind of one instrument.
     *
     * @param symbol of the instrument; empty if the file names none
     * @param kind of the ticks
     * @param quality counters over the whole file
     * @param priceDecimals decimals that hold every price exactly
     * @param quantityDecimals decimals that hold every quantity exactly
     * @param lowestPrice as a plain decimal, null if there is none
     * @param highestPrice as a plain decimal, null if there is none
     * @param messages the first reasons why rows were refused or a book was cleared
     */
    public record Part(
            String symbol,
            TickKind kind,
            TickQuality quality,
            int priceDecimals,
            int quantityDecimals,
            String lowestPrice,
            String highestPrice,
            List<String> messages) {

        /** Copies the messages. */
        public Part {
            messages = List.copyOf(messages);
        }

        /**
         * When the first tick was, for people.
         *
         * @return ISO-8601 in UTC, null if there is none
         */
        public String first() {
            return quality.ticks() == 0 ? null : UtcText.of(quality.firstTimeNs());
        }

        /**
         * When the last tick was, for people.
         *
         * @return ISO-8601 in UTC, null if there is none
         */
        public String last() {
            return quality.ticks() == 0 ? null : UtcText.of(quality.lastTimeNs());
        }

        /**
         * What was met, by name: what belongs to the kind, be it zero, and what else was met.
         *
         * @return counts, in the order in which people want them
         */
        public Map<String, Long> findings() {
            return findings(kind, quality);
        }

        /**
         * The same of any reader.
         *
         * @param kind of its ticks
         * @param quality its counters
         * @return counts, in the order in which people want them
         */
        public static Map<String, Long> findings(final TickKind kind, final TickQuality quality) {
            final Map<String, Long> findings = new LinkedHashMap<>();
            findings.put("bad rows", quality.badRows());
            findings.put("out of order", quality.disorder() + quality.late());
            findings.put("duplicates", quality.duplicates());
            switch (kind) {
                case TRADES -> findings.put("missing ids", quality.missingIds());
                case QUOTES -> {
                    findings.put("crossed", quality.crossedQuotes());
                    findings.put("locked", quality.lockedQuotes());
                }
                case BOOK -> {
                    findings.put("snapshots", quality.snapshots());
                    findings.put("gaps in the sequence", quality.sequenceGaps());
                    findings.put("changes left out", quality.changesLeftOut());
                }
                default -> throw new IllegalStateException("no such kind: " + kind);
            }
            met(findings, "equal to the one before", quality.repeats());
            met(findings, "suspicious", quality.marked());
            met(findings, "without quantity", quality.zeroQuantities());
            met(findings, "quantities rounded", quality.roundedQuantities());
            met(findings, "unit changes", quality.timeUnitChanges());
            return findings;
        }

        private static void met(final Map<String, Long> findings, final String label, final long count) {
            if (count > 0) {
                findings.put(label, count);
            }
        }
    }

    /**
     * The report as an aligned table, one fact a line, ending with a line break.
     *
     * @return text for a terminal
     */
    public String toText() {
        final StringBuilder text = new StringBuilder();
        line(text, "file", facts.source());
        line(
                text,
                "format",
                facts.format() + ("none".equals(facts.compression()) ? "" : " (" + facts.compression() + ")"));
        line(text, "time", facts.timeForm() + ", zone " + facts.zone());
        if (!facts.symbols().isEmpty()) {
            line(text, "instruments", String.join(", ", facts.symbols()));
        }
        parts.forEach(part -> part(text, part));
        facts.notes().forEach(note -> line(text, "note", note));
        for (final Part part : parts) {
            part.messages().forEach(message -> line(text, "finding", message));
        }
        return text.toString();
    }

    private void part(final StringBuilder text, final Part part) {
        final TickQuality quality = part.quality();
        final String label = facts.symbols().size() > 1 ? part.symbol() + " " : "";
        if (quality.ticks() == 0) {
            line(text, label + part.kind(), "none" + nonZero(part));
            return;
        }
        final String silence = quality.ticks() < 2
                ? ""
                : ", longest silence " + UtcText.ofDuration(quality.longestSilenceNs()) + " from "
                        + UtcText.of(quality.longestSilenceStartNs());
        line(
                text,
                label + part.kind(),
                String.format(Locale.ROOT, "%,d from %s to %s%s", quality.ticks(), part.first(), part.last(), silence));
        line(
                text,
                "",
                "prices " + part.lowestPrice() + " to " + part.highestPrice() + ", decimals: price "
                        + part.priceDecimals() + ", quantity " + part.quantityDecimals());
        line(text, "", counts(part));
    }

    private static String counts(final Part part) {
        final StringBuilder text = new StringBuilder();
        part.findings()
                .forEach((label, count) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(label)
                        .append(String.format(Locale.ROOT, " %,d", count)));
        return text.toString();
    }

    private static String nonZero(final Part part) {
        return part.findings().values().stream().allMatch(count -> count == 0) ? "" : "; " + counts(part);
    }

    private static void line(final StringBuilder text, final String label, final String value) {
        text.append(label);
        text.append(" ".repeat(Math.max(1, LABEL_WIDTH - label.length())));
        text.append(value).append('\n');
    }
}
