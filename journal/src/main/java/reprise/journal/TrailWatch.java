package reprise.journal;

/** Compares the records that are read with the seals of their log. Single-threaded; goes along with one {@link LogReader}. */
final class TrailWatch {
    private final SealTrail trail;
    private final long firstSequence;
    private int next;
    private long chain;

    /**
     * At the beginning of a log.
     *
     * @param trail of the log.
     * @param start where it begins; seals of what was pruned are passed over.
     */
    TrailWatch(final SealTrail trail, final LogStart start) {
        this.trail = trail;
        firstSequence = start.firstSequence();
        chain = start.chain();
        while (next < trail.count() && trail.sequence(next) < firstSequence) {
            next++;
        }
    }

    /**
     * Takes the next good record.
     *
     * @param sequence of it.
     * @param crc of its frame.
     * @return false if it is sealed and something since the seal before is not what was sealed.
     */
    boolean take(final long sequence, final int crc) {
        chain = RecordChain.add(chain, crc);
        if (next == trail.count() || sequence < trail.sequence(next)) {
            return true;
        }
        final boolean isRight = chain == trail.chain(next);
        // So that a later seal tells of later records only.
        chain = trail.chain(next);
        next++;
        return isRight;
    }

    /** First of the records that the last seal vouched for, and no seal before it. */
    long firstOfLastSeal() {
        return next < 2 ? firstSequence : Math.max(firstSequence, trail.sequence(next - 2) + 1);
    }

    /** Chain over all records so far. */
    long chain() {
        return chain;
    }

    SealTrail trail() {
        return trail;
    }
}
