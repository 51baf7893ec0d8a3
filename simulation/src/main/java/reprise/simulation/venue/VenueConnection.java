package reprise.simulation.venue;

import reprise.message.EventPublisher;
import reprise.simulation.market.SplitMix;

/** Whether venue and engine hear each other now. Breaks and heals by the fault schedule. */
final class VenueConnection extends DueQueue {
    private final FaultSchedule faults;
    private final int venueId;
    private final VenueClock clock;
    private final Agenda.Sequence sequences;
    private final EventPublisher events;
    private final SplitMix random;
    private boolean broken;

    VenueConnection(
            final FaultSchedule faults,
            final int venueId,
            final VenueClock clock,
            final Agenda.Sequence sequences,
            final EventPublisher events) {
        this.faults = faults;
        this.venueId = venueId;
        this.clock = clock;
        this.sequences = sequences;
        this.events = events;
        random = new SplitMix(faults.seed());
    }

    void begin() {
        if (faults.disconnects()) {
            plan(faults.disconnectIntervalNs());
        }
    }

    /** Breaks no more; what is held up still arrives. */
    void end() {
        broken = false;
        nextIsNever();
    }

    /** Half the mean to one and a half from now. */
    private void plan(final long meanNs) {
        final long changeNs = clock.venueNs() + Math.max(1, (long) (meanNs * (0.5 + random.nextUnit())));
        nextIs(changeNs, sequences.next());
    }

    boolean losesCommands() {
        return broken
                && (faults.disconnectMode() == FaultSchedule.DisconnectMode.COMMANDS_LOST
                        || faults.disconnectMode() == FaultSchedule.DisconnectMode.COMMANDS_AND_ANSWERS_LOST);
    }

    boolean losesAnswers() {
        return broken
                && (faults.disconnectMode() == FaultSchedule.DisconnectMode.ANSWERS_LOST
                        || faults.disconnectMode() == FaultSchedule.DisconnectMode.COMMANDS_AND_ANSWERS_LOST);
    }

    /** Whether messages are held up until {@link #windowEndNs}. */
    boolean delays() {
        return broken && faults.disconnectMode() == FaultSchedule.DisconnectMode.DELAYED;
    }

    /** When a connection that is broken will be back. */
    long windowEndNs() {
        return dueNs();
    }

    @Override
    void run() {
        clock.advanceTo(dueNs());
        broken = !broken;
        plan(broken ? faults.disconnectLengthNs() : faults.disconnectIntervalNs());
        if (faults.disconnectAnnounced()) {
            report();
        }
    }

    /** Says how it is; a break that the schedule does not announce is not told. */
    void report() {
        clock.engineHears(clock.venueNs());
        if (broken && faults.disconnectAnnounced()) {
            events.at(clock.venueNs()).onVenueDisconnected(venueId);
        } else {
            events.at(clock.venueNs()).onVenueConnected(venueId);
        }
    }
}
