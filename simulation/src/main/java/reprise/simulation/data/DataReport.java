package reprise.simulation.data;

import java.util.List;

/**
 * What a bar file holds.
 *
 * @param facts format and conventions
 * @param quality counters over the whole file
 * @param first bar, null if there is none
 * @param last bar, null if there is none
 * @param priceDecimals decimals that hold every price exactly
 * @param volumeDecimals decimals that hold every volume exactly
 * @param lowestPrice of all bars as a plain decimal, null if there is none
 * @param highestPrice of all bars as a plain decimal, null if there is none
 * @param badRows the first reasons why rows are no bars
 */
public record DataReport(
        BarFileFacts facts,
        DataQuality quality,
        Span first,
        Span last,
        int priceDecimals,
        int volumeDecimals,
        String lowestPrice,
        String highestPrice,
        List<String> badRows) {

    /**
     * Beginning and end of a bar.
     *
     * @param openTimeNs epoch nanoseconds
     * @param closeTimeNs epoch nanoseconds
     */
    public record Span(long openTimeNs, long closeTimeNs) {

        /**
         * The beginning for people.
         *
         * @return ISO-8601 in UTC
         */
        public String open() {
            return UtcText.of(openTimeNs);
        }

        /**
         * The end for people.
         *
         * @return ISO-8601 in UTC
         */
        public String close() {
            return UtcText.of(closeTimeNs);
        }
    }

    private static final int LABEL_WIDTH = 18;

    /** Copies the messages. */
    public DataReport {
        badRows = List.copyOf(badRows);
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
        line(text, "stamp", stampText());
        line(text, "period", facts.period().toString());
        if (facts.sessions() != null) {
            line(text, "sessions", facts.sessions() + ": only what is missing in these is a gap");
        }
        line(text, "rows", String.valueOf(quality.rows()));
        line(text, "bars", String.valueOf(quality.bars()));
        if (first != null) {
            line(text, "first bar", first.open() + " to " + first.close());
            line(text, "last bar", last.open() + " to " + last.close());
            line(text, "price range", lowestPrice + " to " + highestPrice);
        }
        line(text, "decimals", "price " + priceDecimals + ", volume " + volumeDecimals);
        quality(text);
        facts.notes().forEach(note -> line(text, "note", note));
        badRows.forEach(message -> line(text, "bad row", message));
        return text.toString();
    }

    private void quality(final StringBuilder text) {
        line(text, "gaps", gapsText());
        count(text, "overlaps", quality.overlaps());
        line(text, "duplicates", String.valueOf(quality.duplicates()));
        line(text, "out of order", String.valueOf(quality.disorder()));
        line(text, "bad rows", badRowsText());
        line(text, "jumps", quality.jumps() + (quality.jumps() == 0 ? "" : ", the first in " + quality.firstJump()));
        if (facts.volume()) {
            line(text, "zero volume", String.valueOf(quality.zeroVolumeBars()));
        }
        count(text, "rounded volumes", quality.roundedVolumes());
        count(text, "unit changes", quality.timeUnitChanges());
    }

    private String stampText() {
        final String end = facts.stamp() == StampConvention.OPEN ? "beginning of the bar" : "end of the bar";
        return facts.stampKnown() ? end : end + " (assumed)";
    }

    private String gapsText() {
        if (quality.gaps() == 0) {
            return "0";
        }
        return quality.gaps() + " (" + quality.gapsWithinDay() + " within a day), missing bars " + quality.missingBars()
                + ", longest " + UtcText.ofDuration(quality.longestGapNs()) + " from "
                + UtcText.of(quality.longestGapStartNs());
    }

    private String badRowsText() {
        if (quality.badRows() == 0) {
            return "0";
        }
        return quality.badRows() + " (" + quality.inconsistentBars() + " with high or low wrong, "
                + quality.nonPositivePrices() + " with a price of zero or less)";
    }

    private static void count(final StringBuilder text, final String label, final long count) {
        if (count != 0) {
            line(text, label, String.valueOf(count));
        }
    }

    private static void line(final StringBuilder text, final String label, final String value) {
        text.append(label);
        for (int i = label.length(); i < LABEL_WIDTH; i++) {
            text.append(' ');
        }
        text.append(value).append('\n');
    }
}
