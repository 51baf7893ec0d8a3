package reprise.journal;

/**
 * A value over all records of a log up to one of them: each record's checksum changes it, and so does the order. Equal values mean, but for
 * one case in 2<sup>64</sup>, equal records; it tells chance and mistakes, and is no signature against somebody who can compute it too.
 */
final class RecordChain {
    /** Before the first record. */
    static final long START = 0;

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
    private static final int FOLD_BITS = 29;

    private RecordChain() {}

    /**
     * Adds a record.
     *
     * @param chain over the records before.
     * @param crc of the record's frame, as recorded.
     * @return chain over the record as well.
     */
    static long add(final long chain, final int crc) {
        final long mixed = (chain ^ Integer.toUnsignedLong(crc) ^ SPREAD) * SPREAD;
        return mixed ^ (mixed >>> FOLD_BITS);
    }
}
