package reprise.simulation.data;

/** Applies the {@link BadRowPolicy}: throws, or counts and keeps the first messages. */
final class BadRows {

    private final String source;
    private final String positionName;
    private final BadRowPolicy policy;
    private final DataQuality quality;

    BadRows(final String source, final String positionName, final BadRowPolicy policy, final DataQuality quality) {
        this.source = source;
        this.positionName = positionName;
        this.policy = policy;
        this.quality = quality;
    }

    /** Whether gaps and overlaps are to be refused too. */
    boolean isStrict() {
        return policy == BadRowPolicy.STRICT;
    }

    /** Whether the text of a message will be used; if not, any text will do. */
    boolean wantsMessage() {
        return policy != BadRowPolicy.SKIP || quality.keepsMessages();
    }

    /**
     * Refuses a row because of one of its fields.
     *
     * @param column name of the column
     * @param text what stands there
     * @param problem continues the sentence "'text' ..."
     * @param expected what would be right
     */
    void refuse(
            final RowFault fault,
            final long position,
            final String column,
            final String text,
            final String problem,
            final String expected) {
        refuse(fault, message(source, place(position), column, text, problem, expected));
    }

    /** Refuses a row as a whole; {@code problem} continues the sentence "file, line n: ...". */
    void refuseRow(final RowFault fault, final long position, final String problem) {
        refuse(fault, source + ", " + place(position) + ": " + problem);
    }

    /** Keeps a message about something that is reported and does not end the reading. */
    void note(final long position, final String problem) {
        if (quality.keepsMessages()) {
            quality.note(source + ", " + place(position) + ": " + problem);
        }
    }

    /** A row in its file, such as "line 12". */
    String place(final long position) {
        return positionName + " " + position;
    }

    private void refuse(final RowFault fault, final String message) {
        if (policy != BadRowPolicy.SKIP) {
            throw new DataException(message);
        }
        quality.refused(fault, message);
    }

    /** The one form of a message about a field. */
    static String message(
            final String source,
            final String place,
            final String column,
            final String text,
            final String problem,
            final String expected) {
        final String subject = text.isEmpty() ? "the field" : "'" + text + "'";
        return source + ", " + place + ", column '" + column + "': " + subject + " " + problem + "; expected "
                + expected;
    }
}
