package reprise.order;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * A small number for each of a bounded number of ids. Made for ids that are mostly given out one after the other: neighbours in time are
 * neighbours in memory, so that the few that are in use stay in the nearest cache whatever became of the others, where a hash would spread
 * them all over it. An id whose place is taken, as by an order that stays open while thousands come and go, is kept elsewhere. Fixed
 * capacity; allocates nothing after construction.
 */
public final class IdIndex {
    /** Stands for the number of an id that has none. */
    public static final int MISSING = -1;

    private static final int ID = 0;
    private static final int NUMBER = 1;
    private static final int FIELDS = 2;

    private final long[] places;
    private final int mask;
    private final Long2LongHashMap displaced;

    /**
     * An empty index.
     *
     * @param capacity the most ids that are in it at once.
     */
    public IdIndex(final int capacity) {
        mask = (1 << Integer.SIZE - Integer.numberOfLeadingZeros(capacity - 1)) - 1;
        places = new long[FIELDS * (mask + 1)];
        Arrays.fill(places, MISSING);
        displaced = new Long2LongHashMap(2 * capacity, 0.6f, MISSING);
    }

    private int place(final long id) {
        return FIELDS * ((int) id & mask);
    }

    /**
     * The number of an id.
     *
     * @param id any id.
     * @return its number, or {@link #MISSING}.
     */
    public int find(final long id) {
        final int place = place(id);
        if (places[place + ID] == id) {
            return (int) places[place + NUMBER];
        }
        return displaced.isEmpty() ? MISSING : (int) displaced.get(id);
    }

    /**
     * Adds an id.
     *
     * @param id that is not in it yet.
     * @param number of it, not negative.
     */
    public void add(final long id, final int number) {
        final int place = place(id);
        if (places[place + NUMBER] == MISSING) {
            places[place + ID] = id;
            places[place + NUMBER] = number;
        } else {
            displaced.put(id, number);
        }
    }

    /**
     * Takes an id out, if it is there.
     *
     * @param id any id.
     */
    public void remove(final long id) {
        final int place = place(id);
        if (places[place + ID] == id) {
            places[place + NUMBER] = MISSING;
        } else if (!displaced.isEmpty()) {
            displaced.remove(id);
        }
    }
}
