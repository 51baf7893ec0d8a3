package reprise.simulation.data;

/** Delivers the bars of one file: checks the order of rows, finds gaps, and computes when each bar began and ended. */
final class FileBarReader implements BarReader {

    private final BarRows rows;
    private final BarBounds bounds;
    private final LocalClock clock;
    private final BadRows badRows;
    private final DataQuality quality;
    private final BarFileFacts facts;
    private final BarRow row;
    private final long periodNs;
    private final boolean hasVolume;
    private boolean started;
    private long stampNs;
    private long openTimeNs;
    private long closeTimeNs;

    FileBarReader(
            final BarRows rows,
            final BarBounds bounds,
            final LocalClock clock,
            final BadRows badRows,
            final DataQuality quality,
            final BarFileFacts facts) {
        this.rows = rows;
        this.bounds = bounds;
        this.clock = clock;
        this.badRows = badRows;
        this.quality = quality;
        this.facts = facts;
        this.row = rows.row();
        this.periodNs = facts.period().nominalNs();
        this.hasVolume = facts.volume();
    }

    @Override
    public boolean next() {
        while (rows.next()) {
            if (isInOrder()) {
                accept();
                return true;
            }
        }
        return false;
    }

    @Override
    public long openTimeNs() {
        return openTimeNs;
    }

    @Override
    public long closeTimeNs() {
        return closeTimeNs;
    }

    @Override
    public long periodNs() {
        return periodNs;
    }

    @Override
    public long openPrice() {
        return row.open;
    }

    @Override
    public long highPrice() {
        return row.high;
    }

    @Override
    public long lowPrice() {
        return row.low;
    }

    @Override
    public long closePrice() {
        return row.close;
    }

    @Override
    public long volume() {
        return row.volume;
    }

    @Override
    public DataQuality quality() {
        return quality;
    }

    @Override
    public BarFileFacts facts() {
        return facts;
    }

    @Override
    public void close() {
        rows.close();
    }

    private boolean isInOrder() {
        if (!started || row.stampNs > stampNs) {
            return true;
        }
        final boolean repeated = row.stampNs == stampNs;
        final String problem = badRows.wantsMessage() ? orderProblem(repeated) : "";
        badRows.refuseRow(repeated ? RowFault.DUPLICATE : RowFault.DISORDER, row.position, problem);
        return false;
    }

    private String orderProblem(final boolean repeated) {
        return repeated
                ? "repeats the time " + UtcText.of(stampNs) + "; expected one bar per time"
                : "time goes back from " + UtcText.of(stampNs) + " to " + UtcText.of(row.stampNs)
                        + "; expected rows in order of time";
    }

    private void accept() {
        final long previousCloseNs = closeTimeNs;
        stampNs = row.stampNs;
        openTimeNs = bounds.openNs(stampNs);
        closeTimeNs = bounds.closeNs(stampNs);
        quality.bar(!hasVolume || row.volume != 0);
        if (started && periodNs != 0 && openTimeNs != previousCloseNs) {
            compare(previousCloseNs);
        }
        started = true;
    }

    private void compare(final long previousCloseNs) {
        if (openTimeNs < previousCloseNs) {
            quality.overlap();
            if (badRows.isStrict()) {
                badRows.refuseRow(
                        RowFault.DISORDER,
                        row.position,
                        "the bar begins at " + UtcText.of(openTimeNs)
                                + ", before the one before it ends at " + UtcText.of(previousCloseNs)
                                + "; expected steps of "
                                + facts.period());
            }
            return;
        }
        final long missing = bounds.barsBetween(previousCloseNs, openTimeNs);
        final boolean withinDay = clock.localDay(previousCloseNs) == clock.localDay(openTimeNs);
        quality.gap(previousCloseNs, openTimeNs - previousCloseNs, missing, withinDay);
        if (badRows.isStrict()) {
            badRows.refuseRow(
                    RowFault.DISORDER,
                    row.position,
                    "gap of " + missing + " bars from "
                            + UtcText.of(previousCloseNs) + " to " + UtcText.of(openTimeNs) + "; expected a bar every "
                            + facts.period());
        }
    }
}
