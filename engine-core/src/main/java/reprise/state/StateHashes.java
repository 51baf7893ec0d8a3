package reprise.state;

/**
 * The hashes of somebody's state and of a part of it, as {@link StateHash} has them.
 *
 * @param whole of all, 64 hexadecimal digits.
 * @param part of what the filter lets through, 64 hexadecimal digits.
 */
public record StateHashes(String whole, String part) {
    /**
     * Visits a state once for both.
     *
     * @param part of it.
     * @return both hashes.
     */
    public static StateHashes of(final FilteredState part) {
        final StateHash whole = new StateHash();
        final StateHash ofPart = new StateHash();
        part.owner().snapshotTo(new Both(whole, part.before(ofPart)));
        return new StateHashes(whole.hex(), ofPart.hex());
    }

    private record Both(StateSink first, StateSink second) implements StateSink {
        @Override
        public void section(final String name, final long key) {
            first.section(name, key);
            second.section(name, key);
        }

        @Override
        public void field(final String name, final long value) {
            first.field(name, value);
            second.field(name, value);
        }

        @Override
        public void field(final String name, final double value) {
            first.field(name, value);
            second.field(name, value);
        }

        @Override
        public void field(final String name, final CharSequence value) {
            first.field(name, value);
            second.field(name, value);
        }
    }
}
