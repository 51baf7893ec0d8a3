package reprise.exit;

import java.util.Arrays;
import reprise.state.StateExchange;

/** All protected positions in the order of their entries, and those of one instrument at hand. Objects are reused. */
final class OpenExits {
    private ExitPosition[] open = new ExitPosition[8];
    private ExitPosition[] firstOfInstrument = new ExitPosition[8];
    private int count;

    int count() {
        return count;
    }

    ExitPosition at(final int index) {
        return open[index];
    }

    ExitPosition first(final int instrumentId) {
        return instrumentId < firstOfInstrument.length ? firstOfInstrument[instrumentId] : null;
    }

    ExitPosition find(final int instrumentId, final long entryOrderId) {
        ExitPosition position = first(instrumentId);
        while (position != null && position.entryOrderId != entryOrderId) {
            position = position.nextOfInstrument;
        }
        return position;
    }

    /** A position to be filled in and then linked. */
    ExitPosition add() {
        if (count == open.length) {
            open = Arrays.copyOf(open, 2 * count);
        }
        if (open[count] == null) {
            open[count] = new ExitPosition();
        }
        return open[count++];
    }

    void link(final ExitPosition position) {
        final int instrumentId = position.instrumentId;
        if (instrumentId >= firstOfInstrument.length) {
            firstOfInstrument = Arrays.copyOf(firstOfInstrument, 2 * instrumentId + 1);
        }
        position.nextOfInstrument = null;
        ExitPosition last = firstOfInstrument[instrumentId];
        if (last == null) {
            firstOfInstrument[instrumentId] = position;
            return;
        }
        while (last.nextOfInstrument != null) {
            last = last.nextOfInstrument;
        }
        last.nextOfInstrument = position;
    }

    void remove(final ExitPosition position) {
        unlink(position);
        int index = 0;
        while (open[index] != position) {
            index++;
        }
        count--;
        System.arraycopy(open, index + 1, open, index, count - index);
        open[count] = position;
    }

    private void unlink(final ExitPosition position) {
        final int instrumentId = position.instrumentId;
        if (firstOfInstrument[instrumentId] == position) {
            firstOfInstrument[instrumentId] = position.nextOfInstrument;
            return;
        }
        ExitPosition before = firstOfInstrument[instrumentId];
        while (before.nextOfInstrument != position) {
            before = before.nextOfInstrument;
        }
        before.nextOfInstrument = position.nextOfInstrument;
    }

    /** Links and plans follow from the fields, so that they are made anew each time. */
    void exchange(final StateExchange state, final ExitPlan[] plans) {
        final int total = state.field("protectedCount", count);
        count = 0;
        Arrays.fill(firstOfInstrument, null);
        for (int i = 0; i < total; i++) {
            final ExitPosition position = add();
            position.state(state);
            if (position.planId >= plans.length) {
                throw new IllegalStateException("the state was recorded with other exit plans: planId is "
                        + position.planId + " of " + plans.length);
            }
            position.attach(plans[position.planId]);
            link(position);
        }
    }
}
