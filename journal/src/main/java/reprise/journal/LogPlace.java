package reprise.journal;

import java.nio.file.Path;

/**
 * A place in a log from which on it can be read and checked without what is before: its beginning, or a document behind a seal, whose chain
 * vouches for all records before.
 *
 * @param start what is known of the records before; its pruned file is the last one that need not be opened.
 * @param position of the document's header in the first file that is left.
 * @param passedOver how many records there are before the place, not counting those that were pruned.
 */
record LogPlace(LogStart start, long position, long passedOver) {
    /**
     * The place from which on everything is read.
     *
     * @param log directory of the log; need not exist.
     * @return its beginning.
     */
    static LogPlace beginning(final Path log) {
        return new LogPlace(LogStart.read(log), 0, 0);
    }
}
