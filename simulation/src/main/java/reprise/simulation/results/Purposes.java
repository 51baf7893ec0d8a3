package reprise.simulation.results;

import reprise.order.OrderPurpose;

/** Why the orders of one side of a trade were sent, in order, each once. Allocates only to tell of more than one. */
final class Purposes {
    private final OrderPurpose[] purposes = new OrderPurpose[OrderPurpose.values().length];
    private int count;

    void clear() {
        count = 0;
    }

    void add(final OrderPurpose purpose) {
        for (int i = 0; i < count; i++) {
            if (purposes[i] == purpose) {
                return;
            }
        }
        purposes[count++] = purpose;
    }

    /** Joined by "+"; empty for none. */
    @Override
    public String toString() {
        if (count <= 1) {
            return count == 0 ? "" : purposes[0].name();
        }
        final StringBuilder text = new StringBuilder(purposes[0].name());
        for (int i = 1; i < count; i++) {
            text.append('+').append(purposes[i].name());
        }
        return text.toString();
    }
}
