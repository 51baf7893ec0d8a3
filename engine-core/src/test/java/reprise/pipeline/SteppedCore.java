package reprise.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.core.EngineCore;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.Outlet;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.testing.ArrayOutlet;

/** A core that is fed with recorded events, one by one, and whose commands are kept as they leave it. */
final class SteppedCore {
    private final List<byte[]> commands = new ArrayList<>();
    private final EngineCore core;
    private final EventDispatcher dispatcher;

    SteppedCore(final PipelineParts parts) {
        core = parts.newCore(new KeepingOutlet());
        dispatcher = core.newDispatcher();
    }

    /** Messages are copied out of a slot full of old bytes, so that only what the core decides is in them. */
    private final class KeepingOutlet implements Outlet {
        private final ArrayOutlet slot = new ArrayOutlet();

        @Override
        public MutableDirectBuffer claim() {
            return slot.claim();
        }

        @Override
        public void end(final int lengthBytes) {
            slot.end(lengthBytes);
            // The publisher counts what it publishes; that is no state of the core.
            Envelope.stamp(slot.buffer(), 0, 0, Envelope.timeNs(slot.buffer(), 0));
            final byte[] bytes = new byte[lengthBytes];
            slot.buffer().getBytes(0, bytes);
            commands.add(bytes);
        }
    }

    EngineCore core() {
        return core;
    }

    List<byte[]> commands() {
        return commands;
    }

    void feed(final List<byte[]> records) {
        for (final byte[] record : records) {
            final UnsafeBuffer buffer = new UnsafeBuffer(record);
            core.beginEvent(Envelope.sequence(buffer, 0), Envelope.timeNs(buffer, 0));
            dispatcher.dispatch(buffer, 0);
            core.endEvent();
        }
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
