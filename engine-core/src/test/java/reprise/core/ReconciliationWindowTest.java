package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.codec.MessageHeaderDecoder;
import reprise.message.codec.RequestReconciliationDecoder;
import reprise.reconciliation.ReconciliationRules;
import reprise.testing.TestEngine;

/**
 * From when on a venue is asked what it executed for us: always from the last comparison that left nothing unexplained, less some time for
 * clocks that differ. A report may get lost while the connection stands, so neither the loss of one nor the last comparison that
 * failed will do.
 */
class ReconciliationWindowTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int VENUE = 1;

    private final TestEngine engine = new TestEngine();

    @Test
    void shouldAskSinceTheConnectionWasMade() {
        at(1_000).onClockTicked();

        assertThat(askedBy(2_000)).isZero();
    }

    @Test
    void shouldAskSinceTheLastComparisonThatWasEqual() {
        assertThat(askedBy(1_000)).isZero();
        view(1_001, 0);

        assertThat(askedBy(5_000)).isEqualTo(1_000 - overlapSeconds());
    }

    @Test
    void shouldAskSinceTheSameTimeUntilEverythingIsExplained() {
        askedBy(1_000);
        view(1_001, 0);
        askedBy(5_000);

        view(5_001, 5);
        at(5_010).onClockTicked();
        assertThat(lastSince()).as("compared again").isEqualTo(1_000 - overlapSeconds());
        view(5_011, 0);

        assertThat(askedBy(9_000)).as("asked at the moment of the retry").isEqualTo(5_006 - overlapSeconds());
    }

    private static long overlapSeconds() {
        return ReconciliationRules.DEFAULT.overlapNs() / SECOND;
    }

    private EventPublisher at(final long seconds) {
        return engine.events().at(seconds * SECOND);
    }

    /** The connection is lost and made again. Returns since when executions are asked for, in seconds. */
    private long askedBy(final long seconds) {
        at(seconds).onVenueDisconnected(VENUE);
        at(seconds).onVenueConnected(VENUE);
        return lastSince();
    }

    private void view(final long seconds, final long theirs) {
        at(seconds).onReconciliationBegan(VENUE, 0);
        if (theirs != 0) {
            at(seconds).onPositionReported(VENUE, 0, theirs, 100);
        }
        at(seconds).onReconciliationEnded(VENUE);
    }

    private long lastSince() {
        final RequestReconciliationDecoder request = new RequestReconciliationDecoder();
        long since = -1;
        for (final byte[] record : engine.commandLog().records()) {
            final UnsafeBuffer buffer = new UnsafeBuffer(record);
            if (Envelope.templateId(buffer, 0) == RequestReconciliationDecoder.TEMPLATE_ID) {
                since = request.wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder())
                                .sinceNs()
                        / SECOND;
            }
        }
        return since;
    }
}
