package reprise.simulation.data;

import java.util.List;

/** How a venue's messages are written, one to a line of a recording. Keeps a memory for parsing: one for each reader. */
interface StreamFormat {
    /** For people. */
    String name();

    /** How stamps are written, and whose they are. */
    String timeForm();

    /** What recordings of this sort hold. */
    List<TickKind> kinds();

    /** Whether a snapshot replaces a book that is known. Else it is an answer to a request, and may be older than the book. */
    boolean snapshotReplaces();

    /** Reads a line, the only field of its row. Returns false if it cannot be read. */
    boolean read(Fields line, StreamMessage message);

    /** The same format with a memory of its own. */
    StreamFormat fresh();
}
