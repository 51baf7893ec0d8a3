package reprise.simulation.alpaca.stream;

/** Ids of events that sort as they happened: a time and a number in the letters of a ULID. Guarded by the venue's lock. */
final class EventIds {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_LETTERS = 10;
    private static final int NUMBER_LETTERS = 16;
    private static final int BITS = 5;
    private static final long NS_PER_MS = 1_000_000L;

    private long count;

    String next(final long timeNs) {
        return letters(timeNs / NS_PER_MS, TIME_LETTERS) + letters(++count, NUMBER_LETTERS);
    }

    private static String letters(final long value, final int length) {
        final StringBuilder text = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) {
            final int shift = BITS * i;
            text.append(LETTERS.charAt(shift >= Long.SIZE ? 0 : (int) (value >>> shift) & (LETTERS.length() - 1)));
        }
        return text.toString();
    }
}
