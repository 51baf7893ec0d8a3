package reprise.state;

/**
 * The hashes of somebody's state and of a part of it, as {@link StateHash} has them.
 *
 * @param whole of all, 64 hexadecimal digits.
 * @param part of what the filter lets through, 64 hexadecimal digits.
 */
public record StateHashes(String whole, String part) {
    /**
     * Visits and encodes a state once for both.
     *
     * @param part of it.
     * @return both hashes.
     */
    public static StateHashes of(final FilteredState part) {
        final Walk walk = new Walk(new StateFilter(part.leftOut()));
        part.owner().snapshotTo(walk);
        return new StateHashes(walk.whole.hex(), walk.part.hex());
    }

    private static final class Walk implements StateSink {
        private final StateFilter filter;
        private final FieldBytes encoding = new FieldBytes();
        private final StateHash whole = new StateHash();
        private final StateHash part = new StateHash();

        Walk(final StateFilter filter) {
            this.filter = filter;
        }

        @Override
        public void section(final String name, final long key) {
            add(encoding.section(name, key), filter.enters(name));
        }

        @Override
        public void field(final String name, final long value) {
            add(encoding.field(name, value), filter.passes(name));
        }

        @Override
        public void field(final String name, final double value) {
            add(encoding.field(name, value), filter.passes(name));
        }

        @Override
        public void field(final String name, final CharSequence value) {
            add(encoding.field(name, value), filter.passes(name));
        }

        private void add(final FieldBytes encoded, final boolean isOfPart) {
            whole.add(encoded);
            if (isOfPart) {
                part.add(encoded);
            }
        }
    }
}
