package reprise.simulation.results;

import reprise.signal.ArbitrationReason;
import reprise.signal.Decision;
import reprise.signal.SizeCap;

/** Counts what becomes of signals. */
final class SignalCounter {
    private final ReasonCounts<ArbitrationReason> decisions = new ReasonCounts<>(ArbitrationReason.class);
    private final ReasonCounts<SizeCap> withoutSize = new ReasonCounts<>(SizeCap.class);
    private long lastAcceptedNs;

    void decided(final Decision decision, final long timeNs) {
        decisions.add(decision.reason());
        if (decision.reason() == ArbitrationReason.ACCEPTED) {
            lastAcceptedNs = timeNs;
        } else if (decision.reason() == ArbitrationReason.NO_SIZE) {
            withoutSize.add(decision.boundBy());
        }
    }

    SignalCounts counts() {
        return new SignalCounts(decisions.toMap(), withoutSize.toMap(), lastAcceptedNs);
    }
}
