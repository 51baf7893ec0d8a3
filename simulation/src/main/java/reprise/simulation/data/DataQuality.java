package reprise.simulation.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Counters of what a reader met. Grows while the reader moves; owned by the reader's thread.
 *
 * <p>Every row is counted once: {@code rows = bars + badRows + duplicates + disorder}.
 */
public final class DataQuality {

    private static final int KEPT_MESSAGES = 10;

    private final List<String> messages = new ArrayList<>();
    private long rows;
    private long bars;
    private long badRows;
    private long inconsistentBars;
    private long nonPositivePrices;
    private long duplicates;
    private long disorder;
    private long gaps;
    private long gapsWithinDay;
    private long missingBars;
    private long longestGapNs;
    private long longestGapStartNs;
    private long overlaps;
    private long jumps;
    private String firstJump = "";
    private long zeroVolumeBars;
    private long roundedVolumes;
    private long timeUnitChanges;

    DataQuality() {}

    /**
     * Data rows met, good or bad; header and blank lines are none.
     *
     * @return the count
     */
    public long rows() {
        return rows;
    }

    /**
     * Rows delivered as bars.
     *
     * @return the count
     */
    public long bars() {
        return bars;
    }

    /**
     * Rows that cannot be bars whatever their neighbours are: unreadable or impossible.
     *
     * @return the count, including {@link #inconsistentBars()} and {@link #nonPositivePrices()}
     */
    public long badRows() {
        return badRows;
    }

    /**
     * Rows whose high is not the highest or whose low is not the lowest of the four prices.
     *
     * @return the count
     */
    public long inconsistentBars() {
        return inconsistentBars;
    }

    /**
     * Rows with a price of zero or less.
     *
     * @return the count
     */
    public long nonPositivePrices() {
        return nonPositivePrices;
    }

    /**
     * Rows with the stamp of the bar before them.
     *
     * @return the count
     */
    public long duplicates() {
        return duplicates;
    }

    /**
     * Rows older than the bar before them.
     *
     * @return the count
     */
    public long disorder() {
        return disorder;
    }

    /**
     * Places where at least one bar is absent. Nights, weekends and holidays of a market that closes are among them, unless the options of
     * the reader have its sessions: then only places where a bar is missing in one.
     *
     * @return the count
     */
    public long gaps() {
        return gaps;
    }

    /**
     * Gaps that begin and end on the same local day: not explained by a market's night, weekend or holiday.
     *
     * @return the count, part of {@link #gaps()}
     */
    public long gapsWithinDay() {
        return gapsWithinDay;
    }

    /**
     * Bars that would fit into the gaps; with sessions, those that would have a part of one in them.
     *
     * @return the count
     */
    public long missingBars() {
        return missingBars;
    }

    /**
     * Time from the end of one bar to the beginning of the next at the longest gap; with sessions, that of its missing bars.
     *
     * @return nanoseconds, 0 without gaps
     */
    public long longestGapNs() {
        return longestGapNs;
    }

    /**
     * End of the bar before the longest gap.
     *
     * @return epoch nanoseconds, meaningless without gaps
     */
    public long longestGapStartNs() {
        return longestGapStartNs;
    }

    /**
     * Bars that begin before the bar before them ends: the period is shorter there than elsewhere.
     *
     * @return the count
     */
    public long overlaps() {
        return overlaps;
    }

    /**
     * Bars whose open or close is further from the close before than a price goes in one bar: a split, a wrong print, or a very bad day.
     *
     * @return the count
     */
    public long jumps() {
        return jumps;
    }

    /**
     * Where the first jump is, from which price to which.
     *
     * @return such as "line 12, close from 42000 to 4200000"; empty without jumps
     */
    public String firstJump() {
        return firstJump;
    }

    /**
     * Bars in which nothing was traded.
     *
     * @return the count, 0 if the source has no volume
     */
    public long zeroVolumeBars() {
        return zeroVolumeBars;
    }

    /**
     * Volumes that had more decimals than asked for and were rounded down.
     *
     * @return the count
     */
    public long roundedVolumes() {
        return roundedVolumes;
    }

    /**
     * Rows whose epoch stamp has another unit than the row before: of milliseconds, microseconds and nanoseconds; seconds are not mixed with these.
     *
     * @return the count
     */
    public long timeUnitChanges() {
        return timeUnitChanges;
    }

    /**
     * Why rows were refused.
     *
     * @return the first messages, at most ten, oldest first
     */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    void row() {
        rows++;
    }

    void bar(final boolean traded) {
        bars++;
        if (!traded) {
            zeroVolumeBars++;
        }
    }

    void refused(final RowFault fault, final String message) {
        duplicates += fault == RowFault.DUPLICATE ? 1 : 0;
        disorder += fault == RowFault.DISORDER ? 1 : 0;
        inconsistentBars += fault == RowFault.INCONSISTENT ? 1 : 0;
        nonPositivePrices += fault == RowFault.NOT_POSITIVE ? 1 : 0;
        badRows += fault.isOfTheRowAlone() ? 1 : 0;
        if (messages.size() < KEPT_MESSAGES) {
            messages.add(message);
        }
    }

    void note(final String message) {
        messages.add(message);
    }

    boolean keepsMessages() {
        return messages.size() < KEPT_MESSAGES;
    }

    void gap(final long startNs, final long lengthNs, final long bars, final boolean withinDay) {
        gaps++;
        missingBars += bars;
        if (withinDay) {
            gapsWithinDay++;
        }
        if (lengthNs > longestGapNs) {
            longestGapNs = lengthNs;
            longestGapStartNs = startNs;
        }
    }

    void overlap() {
        overlaps++;
    }

    void jump(final Supplier<String> place) {
        if (jumps++ == 0) {
            firstJump = place.get();
        }
    }

    void roundedVolume() {
        roundedVolumes++;
    }

    void timeUnitChange() {
        timeUnitChanges++;
    }
}
