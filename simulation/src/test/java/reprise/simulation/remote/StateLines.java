package reprise.simulation.remote;

import java.util.ArrayList;
import java.util.List;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/** State as lines, so that two states can be told apart by eye. */
final class StateLines implements StateSink {
    private final List<String> lines = new ArrayList<>();
    private String section = "";

    static List<String> of(final Snapshotable owner) {
        final StateLines sink = new StateLines();
        owner.snapshotTo(sink);
        return sink.lines;
    }

    @Override
    public void section(final String name, final long key) {
        section = name + "[" + key + "]";
        lines.add(section);
    }

    @Override
    public void field(final String name, final long value) {
        lines.add(section + "." + name + "=" + value);
    }

    @Override
    public void field(final String name, final double value) {
        lines.add(section + "." + name + "=" + value);
    }

    @Override
    public void field(final String name, final CharSequence value) {
        lines.add(section + "." + name + "=" + value);
    }
}
