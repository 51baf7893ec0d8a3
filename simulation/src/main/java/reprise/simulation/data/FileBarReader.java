package reprise.simulation.data;

/** Delivers the bars of one file: checks the order of rows, and computes when each bar began and ended. */
final class FileBarReader implements BarReader {

    private final BarRows rows;
    private final BarBounds bounds;
    private final BarSteps steps;
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
    private long lastClose;

    FileBarReader(
            final BarRows rows,
            final BarBounds bounds,
            final BarSteps steps,
            final BadRows badRows,
            final DataQuality quality,
            final BarFileFacts facts) {
        this.rows = rows;
        this.bounds = bounds;
        this.steps = steps;
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
            if (isInOrder() && isSinceTheEpoch()) {
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

    /** The engine counts time from 1970 on, and takes what is before it for no time at all. */
    private boolean isSinceTheEpoch() {
        final long beginNs = bounds.openNs(row.stampNs);
        if (beginNs >= 0) {
            return true;
        }
        final String problem =
                badRows.wantsMessage() ? "begins at " + UtcText.of(beginNs) + "; expected bars from 1970 on" : "";
        badRows.refuseRow(RowFault.UNREADABLE, row.position, problem);
        return false;
    }

    private void accept() {
        final long previousCloseNs = closeTimeNs;
        stampNs = row.stampNs;
        openTimeNs = bounds.openNs(stampNs);
        closeTimeNs = bounds.closeNs(stampNs);
        quality.bar(!hasVolume || row.volume != 0);
        if (started && periodNs != 0 && openTimeNs != previousCloseNs) {
            steps.checkTimes(previousCloseNs, openTimeNs, row.position);
        }
        if (started) {
            steps.checkPrices(lastClose, row);
        }
        lastClose = row.close;
        started = true;
    }
}
