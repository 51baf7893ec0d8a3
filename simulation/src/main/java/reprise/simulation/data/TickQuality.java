package reprise.simulation.data;

import java.util.List;

/**
 * Counters of what a reader of ticks met. Grows while the reader moves; owned by the reader's thread.
 *
 * <p>What is left out is counted; what is odd but told, such as a crossed quote, is counted as well.
 */
public final class TickQuality {
    private final DataQuality rows = new DataQuality();
    private long ticks;
    private long firstTimeNs;
    private long lastTimeNs;
    private long longestSilenceNs;
    private long longestSilenceStartNs;
    private long late;
    private long repeats;
    private long marked;
    private long zeroQuantities;
    private long crossedQuotes;
    private long lockedQuotes;
    private long roundedQuantities;
    private long missingIds;
    private long snapshots;
    private long cleared;
    private long sequenceGaps;
    private long changesLeftOut;
    private long otherLines;
    private boolean awaitsSnapshot;

    TickQuality() {}

    DataQuality ofRows() {
        return rows;
    }

    /**
     * Lines or records of the file, those of other kinds among them; header and blank lines are none.
     *
     * @return the count
     */
    public long rows() {
        return rows.rows();
    }

    /**
     * What was delivered.
     *
     * @return the count of trades, quotes, or levels and cleared books
     */
    public long ticks() {
        return ticks;
    }

    /**
     * Rows that are no ticks whatever their neighbours are.
     *
     * @return the count
     */
    public long badRows() {
        return rows.badRows();
    }

    /**
     * Trades whose id, or changes of the book whose sequence, was there already.
     *
     * @return the count; they are left out
     */
    public long duplicates() {
        return rows.duplicates();
    }

    /**
     * Rows older than the one before them, in a file whose rows are to be in order.
     *
     * @return the count; they are left out
     */
    public long disorder() {
        return rows.disorder();
    }

    /**
     * Ticks of a recording whose time is before that of the tick before them; told at the time of that one.
     *
     * @return the count
     */
    public long late() {
        return late;
    }

    /**
     * Ticks equal in everything to the one before them, where no id tells them apart. They are told: equal fills happen.
     *
     * @return the count
     */
    public long repeats() {
        return repeats;
    }

    /**
     * Ticks that their source marks as suspicious, or as no trade of the market.
     *
     * @return the count; they are left out
     */
    public long marked() {
        return marked;
    }

    /**
     * Trades of no quantity, which are left out, and quotes that show a price without a quantity, which are told.
     *
     * @return the count
     */
    public long zeroQuantities() {
        return zeroQuantities;
    }

    /**
     * Quotes whose bid is above the ask.
     *
     * @return the count; they are told
     */
    public long crossedQuotes() {
        return crossedQuotes;
    }

    /**
     * Quotes whose bid is the ask.
     *
     * @return the count; they are told
     */
    public long lockedQuotes() {
        return lockedQuotes;
    }

    /**
     * Quantities that had more decimals than asked for and were rounded down.
     *
     * @return the count
     */
    public long roundedQuantities() {
        return roundedQuantities;
    }

    /**
     * Ids of trades that should stand between those in the file.
     *
     * @return the count
     */
    public long missingIds() {
        return missingIds;
    }

    /**
     * Snapshots of the book that were used.
     *
     * @return the count
     */
    public long snapshots() {
        return snapshots;
    }

    /**
     * Times at which the book was not known any more.
     *
     * @return the count, those before a snapshot included
     */
    public long cleared() {
        return cleared;
    }

    /**
     * Places where the numbers of changes do not follow each other: the book is not known from there to the next snapshot.
     *
     * @return the count
     */
    public long sequenceGaps() {
        return sequenceGaps;
    }

    /**
     * Changes of the book that were not applied: older than the snapshot, or without one.
     *
     * @return the count
     */
    public long changesLeftOut() {
        return changesLeftOut;
    }

    /**
     * Lines that tell something else, or of another instrument.
     *
     * @return the count
     */
    public long otherLines() {
        return otherLines;
    }

    /**
     * Whether the book is not known at this place.
     *
     * @return whether a snapshot is waited for
     */
    public boolean awaitsSnapshot() {
        return awaitsSnapshot;
    }

    /**
     * When the first tick was.
     *
     * @return epoch nanoseconds, meaningless without ticks
     */
    public long firstTimeNs() {
        return firstTimeNs;
    }

    /**
     * When the last tick was.
     *
     * @return epoch nanoseconds, meaningless without ticks
     */
    public long lastTimeNs() {
        return lastTimeNs;
    }

    /**
     * The longest time without a tick.
     *
     * @return nanoseconds
     */
    public long longestSilenceNs() {
        return longestSilenceNs;
    }

    /**
     * When the longest silence began.
     *
     * @return epoch nanoseconds
     */
    public long longestSilenceStartNs() {
        return longestSilenceStartNs;
    }

    /**
     * Rows whose epoch stamp has another unit than the row before.
     *
     * @return the count
     */
    public long timeUnitChanges() {
        return rows.timeUnitChanges();
    }

    /**
     * Why rows were refused.
     *
     * @return the first messages, at most ten, oldest first
     */
    public List<String> messages() {
        return rows.messages();
    }

    void tick(final long timeNs) {
        if (ticks == 0) {
            firstTimeNs = timeNs;
        } else if (timeNs - lastTimeNs > longestSilenceNs) {
            longestSilenceNs = timeNs - lastTimeNs;
            longestSilenceStartNs = lastTimeNs;
        }
        lastTimeNs = timeNs;
        ticks++;
    }

    void lateTick() {
        late++;
    }

    void repeat() {
        repeats++;
    }

    void markedTick() {
        marked++;
    }

    void zeroQuantity() {
        zeroQuantities++;
    }

    void quote(final long bidPrice, final long askPrice) {
        if (bidPrice > 0 && askPrice > 0) {
            crossedQuotes += bidPrice > askPrice ? 1 : 0;
            lockedQuotes += bidPrice == askPrice ? 1 : 0;
        }
    }

    void roundedQuantity() {
        roundedQuantities++;
    }

    void missing(final long ids) {
        missingIds += ids;
    }

    void snapshot() {
        snapshots++;
    }

    void clearedBook() {
        cleared++;
    }

    void sequenceGap() {
        sequenceGaps++;
    }

    void changeLeftOut() {
        changesLeftOut++;
    }

    void otherLine() {
        otherLines++;
    }

    void awaitsSnapshot(final boolean awaits) {
        awaitsSnapshot = awaits;
    }
}
