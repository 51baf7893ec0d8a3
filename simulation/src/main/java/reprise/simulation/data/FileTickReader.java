package reprise.simulation.data;

import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.order.Side;

/** Delivers the ticks of one kind of one file in order of time, and counts what is odd about them. */
final class FileTickReader implements TickReader {
    private final TickDecoder decoder;
    private final TickKind tickKind;
    private final boolean carriesTime;
    private final boolean countsRepeats;
    private final BadRows badRows;
    private final TickQuality quality;
    private final TickFileFacts facts;
    private final TickRow row = new TickRow();
    private final long[] before = new long[4];
    private long timeNs = Long.MIN_VALUE;

    /**
     * Before the first tick.
     *
     * @param carriesTime whether a tick from before the one before it is told late, because its source wrote down what came as it came; else
     *     it is a bad row
     * @param countsRepeats whether nothing but their numbers tells ticks apart
     */
    FileTickReader(
            final TickDecoder decoder,
            final TickKind tickKind,
            final boolean carriesTime,
            final boolean countsRepeats,
            final BadRows badRows,
            final TickQuality quality,
            final TickFileFacts facts) {
        this.decoder = decoder;
        this.tickKind = tickKind;
        this.carriesTime = carriesTime;
        this.countsRepeats = countsRepeats;
        this.badRows = badRows;
        this.quality = quality;
        this.facts = facts;
    }

    @Override
    public boolean next() {
        while (decoder.next(row)) {
            if (row.timeNs >= timeNs || isTakenLate()) {
                accept();
                return true;
            }
        }
        return false;
    }

    private boolean isTakenLate() {
        if (!carriesTime || badRows.isStrict()) {
            badRows.refuseRow(
                    RowFault.DISORDER,
                    row.position,
                    badRows.wantsMessage()
                            ? "time goes back from " + UtcText.of(timeNs) + " to " + UtcText.of(row.timeNs)
                                    + "; expected rows in order of time"
                            : "");
            return false;
        }
        quality.lateTick();
        row.timeNs = timeNs;
        return true;
    }

    private void accept() {
        final boolean sameTime = row.timeNs == timeNs;
        timeNs = row.timeNs;
        quality.tick(timeNs);
        if (row.kind == Kind.QUOTE) {
            quality.quote(row.bidPrice, row.askPrice);
            compare(sameTime, row.bidPrice, row.bidQuantity, row.askPrice, row.askQuantity);
        } else if (row.kind == Kind.TRADE) {
            compare(sameTime, row.price, row.quantity, row.aggressor.ordinal(), 0);
        }
    }

    private void compare(final boolean sameTime, final long a, final long b, final long c, final long d) {
        if (countsRepeats && sameTime && a == before[0] && b == before[1] && c == before[2] && d == before[3]) {
            quality.repeat();
        }
        before[0] = a;
        before[1] = b;
        before[2] = c;
        before[3] = d;
    }

    @Override
    public TickQuality quality() {
        return quality;
    }

    @Override
    public TickFileFacts facts() {
        return facts;
    }

    @Override
    public TickKind tickKind() {
        return tickKind;
    }

    @Override
    public Kind kind() {
        return row.kind;
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public long bidPrice() {
        return row.bidPrice;
    }

    @Override
    public long bidQuantity() {
        return row.bidQuantity;
    }

    @Override
    public long askPrice() {
        return row.askPrice;
    }

    @Override
    public long askQuantity() {
        return row.askQuantity;
    }

    @Override
    public long price() {
        return row.price;
    }

    @Override
    public long quantity() {
        return row.quantity;
    }

    @Override
    public Side side() {
        return row.side;
    }

    @Override
    public Aggressor aggressor() {
        return row.aggressor;
    }

    @Override
    public InstrumentStatus status() {
        throw new IllegalStateException("files of ticks tell no status");
    }

    @Override
    public void close() {
        decoder.close();
    }
}
