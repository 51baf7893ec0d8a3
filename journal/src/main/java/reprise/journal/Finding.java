package reprise.journal;

import java.util.Locale;

/**
 * Something in a journal that is not as it was written.
 *
 * @param kind of finding.
 * @param afterSequence last record of the log that was read before it; 0 if there was none.
 * @param file relative to the journal, such as {@code events/20260102F.cq4}.
 * @param positionBytes in that file.
 * @param missingRecords how many records are known to be gone; 0 if that is not known or none is.
 * @param detail what was expected and what was there.
 */
public record Finding(
        Kind kind, long afterSequence, String file, long positionBytes, long missingRecords, String detail) {
    /** What kind of thing was found. */
    public enum Kind {
        /** The last record or document was not written to its end, as after a crash. What comes before is whole. */
        TORN_TAIL,

        /** Bytes are not what was written. */
        DAMAGE,

        /** Records that were written are gone, from the end or from between others. What is there is whole. */
        MISSING,

        /** A record is whole and stands where another one belongs that is still there, or is there twice. */
        REORDERED,

        /** Records are whole and in order, but not those that were written: a seal has another chain. */
        REPLACED
    }

    /**
     * The first record that the finding concerns: the damaged one, or the one that comes after damaged bytes between records.
     *
     * @return its sequence.
     */
    public long sequence() {
        return afterSequence + 1;
    }

    /**
     * The finding in one line.
     *
     * @return for people.
     */
    @Override
    public String toString() {
        final String missing = missingRecords == 0 ? "" : ", " + missingRecords + " records missing";
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " at sequence " + sequence() + " (" + file
                + ", byte " + positionBytes + missing + "): " + detail;
    }
}
