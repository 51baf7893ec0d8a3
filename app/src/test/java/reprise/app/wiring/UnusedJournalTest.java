package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.journal.Journal;
import reprise.journal.SyncPolicy;
import reprise.message.CommandPublisher;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.port.EventLog;
import reprise.time.EngineClock;

/** What a run leaves that failed before it began, and what it must not touch. */
class UnusedJournalTest {
    @TempDir
    private Path directory;

    /** Appends what is published, numbered from 1. */
    private static Outlet into(final EventLog log) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Outlet.MAX_MESSAGE_LENGTH_BYTES]);
        return new Outlet() {
            private long sequence;

            @Override
            public MutableDirectBuffer claim() {
                return buffer;
            }

            @Override
            public void end(final int lengthBytes) {
                Envelope.stamp(buffer, 0, ++sequence, sequence);
                log.append(buffer, 0, lengthBytes);
            }
        };
    }

    private Path journal(final boolean isConnected, final boolean hasDecided) {
        final Path place = directory.resolve("journal");
        try (Journal journal = Journal.create(place, SyncPolicy.NONE, "", Map.of())) {
            final EventPublisher events = new EventPublisher(into(journal.events()));
            events.onRunStarted("run", "build", "config");
            if (isConnected) {
                events.onVenueConnected(0);
            }
            if (hasDecided) {
                new CommandPublisher(into(journal.commands()), new EngineClock()).cancelOrder(1, 0);
            }
            journal.abandon("no venue");
        }
        return place;
    }

    @Test
    void shouldRemoveOneOfARunThatNeverMetItsVenue() {
        final Path journal = journal(false, false);

        assertThat(UnusedJournal.remove(journal)).isTrue();
        assertThat(journal).doesNotExist();
    }

    @Test
    void shouldKeepOneThatMetItsVenue() {
        final Path journal = journal(true, false);

        assertThat(UnusedJournal.remove(journal)).isFalse();
        assertThat(journal).isDirectory();
    }

    @Test
    void shouldKeepOneThatHasDecidedSomething() {
        final Path journal = journal(false, true);

        assertThat(UnusedJournal.remove(journal)).isFalse();
        assertThat(journal).isDirectory();
    }
}
