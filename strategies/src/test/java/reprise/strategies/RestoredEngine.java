package reprise.strategies;

import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.message.CommandPublisher;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.strategy.Strategy;
import reprise.time.EngineClock;

/** A core on the test's own thread that can be saved and restored; keeps its commands as bytes. */
final class RestoredEngine {
    private final List<String> commands = new ArrayList<>();
    private final EngineCore core;
    private final EventPublisher events;

    RestoredEngine(final CoreConfig config, final Strategy strategy) {
        final EngineClock clock = new EngineClock();
        core = new EngineCore(
                clock, config, List.of(strategy), new CommandPublisher(new Kept(), clock), CoreObserver.NONE);
        events = new EventPublisher(new Dispatched(core.newDispatcher()));
    }

    /** Whatever is published becomes the next event. */
    private final class Dispatched implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);
        private final EventDispatcher dispatcher;

        private Dispatched(final EventDispatcher dispatcher) {
            this.dispatcher = dispatcher;
        }

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            final long timeNs = Math.max(core.timeNs(), Envelope.timeNs(buffer, 0));
            core.beginEvent(core.sequence() + 1, timeNs);
            dispatcher.dispatch(buffer, 0);
            core.endEvent();
        }
    }

    /** Keeps each command, but not its number, which its publisher counts. */
    private final class Kept implements Outlet {
        private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

        @Override
        public MutableDirectBuffer claim() {
            return buffer;
        }

        @Override
        public void end(final int lengthBytes) {
            Envelope.stamp(buffer, 0, 0, Envelope.timeNs(buffer, 0));
            final StringBuilder bytes = new StringBuilder();
            for (int i = 0; i < lengthBytes; i++) {
                bytes.append(String.format("%02x", buffer.getByte(i)));
            }
            commands.add(bytes.toString());
        }
    }

    EngineCore core() {
        return core;
    }

    EventPublisher events() {
        return events;
    }

    /** The commands since the last call. */
    List<String> takeCommands() {
        final List<String> taken = List.copyOf(commands);
        commands.clear();
        return taken;
    }

    byte[] save() {
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        return writer.seal();
    }

    void restore(final byte[] snapshot) {
        new SnapshotReader(snapshot).restore(core);
    }
}
