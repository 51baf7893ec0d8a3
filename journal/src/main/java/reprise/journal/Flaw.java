package reprise.journal;

/**
 * Where and why the way through a log's documents ends, or what was wrong beside it.
 *
 * @param type how it looks.
 * @param file name of the file.
 * @param position in the file.
 * @param detail for people.
 */
record Flaw(Type type, String file, long position, String detail) {
    /** How a flaw looks from the documents alone. */
    enum Type {
        /** Nothing more was written: no flaw, if nothing follows. */
        END,

        /** Something was begun and not finished. */
        UNFINISHED,

        /** Bytes that cannot be what was written. */
        BROKEN,

        /** The file ends before its recorded size, or is not there. */
        CUT,

        /** Bytes beside the records have changed; the records can still be read. */
        CHANGED
    }
}
