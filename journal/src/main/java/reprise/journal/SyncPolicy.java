package reprise.journal;

/** How far {@link ChronicleLog#flush()} takes the records. */
public enum SyncPolicy {
    /** To the operating system: survives the death of the process, not of the machine. */
    NONE,

    /** To the disk, once for each flush: survives power loss as far as the disk keeps its word. */
    BATCH
}
