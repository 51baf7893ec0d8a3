package reprise.journal;

/**
 * Where the good part of a log ends.
 *
 * @param file name of the file in which it ends; empty if the log has no file.
 * @param position behind the last whole record, or behind what Chronicle wrote after it.
 * @param documentPosition of the header of the document that must become shorter, because it goes on behind {@code position}; -1 if the
 *     document before ends where it should.
 * @param sequence of the last good record; 0 if there is none.
 * @param timeNs of the last good record; {@link Long#MIN_VALUE} if there is none.
 * @param chain over the good records.
 */
record LogTail(String file, long position, long documentPosition, long sequence, long timeNs, long chain) {
    /** No document needs to be shortened. */
    static final long NO_DOCUMENT = -1;

    /** Before the first record of a new log. */
    static final LogTail NOTHING =
            new LogTail("", 0, NO_DOCUMENT, Frame.FIRST_SEQUENCE - 1, Long.MIN_VALUE, RecordChain.START);
}
