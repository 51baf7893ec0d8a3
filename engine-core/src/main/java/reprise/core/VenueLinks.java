package reprise.core;

import java.util.Arrays;
import reprise.market.Instrument;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/** Which venues orders can reach. Part of replayed state. */
final class VenueLinks implements Snapshotable {
    static final int MAX_VENUES = 64;

    private boolean[] connected = new boolean[4];

    void set(final int venueId, final boolean isConnected) {
        if (venueId < 0 || venueId >= MAX_VENUES) {
            throw new IllegalStateException("no such venue: venueId=" + venueId);
        }
        if (venueId >= connected.length) {
            connected = Arrays.copyOf(connected, MAX_VENUES);
        }
        connected[venueId] = isConnected;
    }

    /** Another process had the connections. */
    void lose() {
        Arrays.fill(connected, false);
    }

    boolean isConnected(final Instrument instrument) {
        return isConnected(instrument.definition().venueId());
    }

    boolean isConnected(final int venueId) {
        return venueId < connected.length && connected[venueId];
    }

    @Override
    public void exchange(final StateExchange state) {
        connected = Arrays.copyOf(connected, state.count("venues", connected.length, MAX_VENUES));
        for (int i = 0; i < connected.length; i++) {
            connected[i] = state.field("connected", connected[i]);
        }
    }
}
