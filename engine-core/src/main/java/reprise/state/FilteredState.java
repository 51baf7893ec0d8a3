package reprise.state;

import java.util.ArrayList;
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
        owner.snapshotTo(new Filter(sink, leftOut));
    }

    /** Lets through what is not left out. */
    private static final class Filter implements StateSink {
        private final StateSink target;
        private final List<String> leftOut;
        private final List<String> closedFields = new ArrayList<>();
        private boolean isOpen = true;

        Filter(final StateSink target, final List<String> leftOut) {
            this.target = target;
            this.leftOut = leftOut;
        }

        @Override
        public void section(final String name, final long key) {
            isOpen = !leftOut.contains(name);
            closedFields.clear();
            for (final String left : leftOut) {
                if (left.length() > name.length() && left.startsWith(name) && left.charAt(name.length()) == '.') {
                    closedFields.add(left.substring(name.length() + 1));
                }
            }
            if (isOpen) {
                target.section(name, key);
            }
        }

        private boolean passes(final String field) {
            return isOpen && !closedFields.contains(field);
        }

        @Override
        public void field(final String name, final long value) {
            if (passes(name)) {
                target.field(name, value);
            }
        }

        @Override
        public void field(final String name, final double value) {
            if (passes(name)) {
                target.field(name, value);
            }
        }

        @Override
        public void field(final String name, final CharSequence value) {
            if (passes(name)) {
                target.field(name, value);
            }
        }
    }
}
