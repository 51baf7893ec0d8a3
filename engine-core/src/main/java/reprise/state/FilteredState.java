package reprise.state;

import java.util.List;

/**
 * A part of somebody's state: all of it but some sections and fields. Allocates; meant for comparisons and reports.
 *
 * @param owner whose state it is.
 * @param leftOut names of sections, such as {@code timer}, and of fields with their section, such as {@code core.sequence}.
 */
public record FilteredState(Snapshotable owner, List<String> leftOut) implements Snapshotable {
    /** Keeps a copy of the names. */
    public FilteredState {
        leftOut = List.copyOf(leftOut);
    }

    /** A part is looked at, and never put back. */
    @Override
    public void exchange(final StateExchange state) {
        throw new UnsupportedOperationException("only the whole state can be carried");
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        owner.snapshotTo(before(sink));
    }

    /** Takes the whole state and passes the part on. */
    StateSink before(final StateSink sink) {
        return new Filter(sink, new StateFilter(leftOut));
    }

    /** Lets through what is not left out. */
    private record Filter(StateSink target, StateFilter filter) implements StateSink {
        @Override
        public void section(final String name, final long key) {
            if (filter.enters(name)) {
                target.section(name, key);
            }
        }

        @Override
        public void field(final String name, final long value) {
            if (filter.passes(name)) {
                target.field(name, value);
            }
        }

        @Override
        public void field(final String name, final double value) {
            if (filter.passes(name)) {
                target.field(name, value);
            }
        }

        @Override
        public void field(final String name, final CharSequence value) {
            if (filter.passes(name)) {
                target.field(name, value);
            }
        }
    }
}
