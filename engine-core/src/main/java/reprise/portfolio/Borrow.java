package reprise.portfolio;

import java.util.Arrays;
import reprise.state.StateExchange;

/**
 * What can be borrowed to sell short, by instrument, as venues last reported it. What we borrow ourselves after a report is taken off its
 * availability until the next one, what we return is added. Allocates only when instruments are defined; part of replayed state.
 */
public final class Borrow {
    /** Nothing was reported: the instrument's definition alone says whether it may be sold short. */
    public static final long NOT_REPORTED = -1;

    private long[] available = {};
    private long[] annualRatesPpm = {};

    void define(final int instrumentId) {
        if (instrumentId >= available.length) {
            final int length = Math.max(instrumentId + 1, 2 * available.length);
            final int before = available.length;
            available = Arrays.copyOf(available, length);
            annualRatesPpm = Arrays.copyOf(annualRatesPpm, length);
            Arrays.fill(available, before, length, NOT_REPORTED);
        }
    }

    /**
     * A venue reported what can be borrowed; called by the core only.
     *
     * @param instrumentId a defined id.
     * @param availableQuantity that may be borrowed besides what is.
     * @param annualRatePpm yearly rate in parts per million of the value.
     */
    public void reported(final int instrumentId, final long availableQuantity, final long annualRatePpm) {
        available[instrumentId] = Math.max(availableQuantity, 0);
        annualRatesPpm[instrumentId] = annualRatePpm;
    }

    void positionChanged(final int instrumentId, final long before, final long after) {
        if (available[instrumentId] != NOT_REPORTED) {
            final long borrowed = Math.max(-after, 0) - Math.max(-before, 0);
            available[instrumentId] = Math.max(available[instrumentId] - borrowed, 0);
        }
    }

    /**
     * How much more may be borrowed.
     *
     * @param instrumentId a defined id.
     * @return in quantity units, or {@link #NOT_REPORTED}.
     */
    public long available(final int instrumentId) {
        return available[instrumentId];
    }

    /**
     * What borrowing costs.
     *
     * @param instrumentId a defined id.
     * @return yearly rate in parts per million of the value; 0 where nothing was reported.
     */
    public long annualRatePpm(final int instrumentId) {
        return annualRatesPpm[instrumentId];
    }

    void exchange(final int instrumentId, final StateExchange state) {
        available[instrumentId] = state.field("borrowAvailable", available[instrumentId]);
        annualRatesPpm[instrumentId] = state.field("borrowRatePpm", annualRatesPpm[instrumentId]);
    }
}
