package reprise.state;

import java.util.ArrayList;
import java.util.List;

/**
 * State in memory: records what an owner shows, and plays it back into another owner of the same shape, which must ask for the same fields
 * in the same order. For checkpoints within a process and for tests; allocates.
 */
public final class StateTape implements StateSink {
    private record Field(String name, Object value) {}

    private final List<Field> fields = new ArrayList<>();

    @Override
    public void section(final String name, final long key) {
        fields.add(new Field(name, key));
    }

    @Override
    public void field(final String name, final long value) {
        fields.add(new Field(name, value));
    }

    @Override
    public void field(final String name, final double value) {
        fields.add(new Field(name, value));
    }

    @Override
    public void field(final String name, final CharSequence value) {
        fields.add(new Field(name, value.toString()));
    }

    /**
     * Plays the tape from its beginning.
     *
     * @return a reader for one pass.
     */
    public Reader reader() {
        return new Reader(fields);
    }

    /** One pass over a tape. Refuses whatever does not come in the order of the recording. */
    public static final class Reader implements StateExchange {
        private final List<Field> fields;
        private int next;

        private Reader(final List<Field> fields) {
            this.fields = fields;
        }

        @Override
        public String field(final String name, final String value) {
            return (String) take(name);
        }

        @Override
        public long key(final String name, final long key) {
            return (Long) take(name);
        }

        @Override
        public boolean isRestoring() {
            return true;
        }

        @Override
        public double field(final String name, final double value) {
            return (Double) take(name);
        }

        @Override
        public long field(final String name, final long value) {
            return (Long) take(name);
        }

        private Object take(final String name) {
            if (next == fields.size() || !fields.get(next).name().equals(name)) {
                throw new IllegalStateException("the tape was recorded from something else: expected " + name
                        + ", found "
                        + (next == fields.size() ? "its end" : fields.get(next).name()));
            }
            return fields.get(next++).value();
        }
    }
}
