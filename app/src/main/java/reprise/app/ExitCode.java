package reprise.app;

/** What the program's exit code says; stable, documented in the README. */
public final class ExitCode {
    /** All is well, be it that the system asked a run to stop and it has. */
    public static final int OK = 0;

    /** Something failed inside; a defect, or a machine that is broken or whose disk is full. */
    public static final int INTERNAL = 1;

    /** The command line or the configuration cannot be used, or nothing can be written where they say. */
    public static final int USAGE = 2;

    /** A replay differs, a journal is damaged, or the books do not balance. */
    public static final int VERIFICATION = 3;

    /** Input data is missing or bad. */
    public static final int DATA = 4;

    /** A venue refused or cannot be reached. */
    public static final int VENUE = 5;

    /** The user interrupted. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
