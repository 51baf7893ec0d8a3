package reprise.simulation.trial;

/** What can go wrong in a trial. The order is part of what a seed means: new kinds go to the end. */
public enum FaultKind {
    /** A command never arrives. */
    COMMAND_LOST("commands lost", 0.06),
    /** A command arrives twice. */
    COMMAND_DUPLICATED("commands duplicated", 0.06),
    /** Later commands overtake one. */
    COMMAND_REORDERED("commands reordered", 0.08),
    /** A command is held up, and all that come after it. */
    COMMAND_DELAYED("commands delayed", 0.04),
    /** A report never arrives. */
    REPORT_LOST("reports lost", 0.05),
    /** A report arrives twice. */
    REPORT_DUPLICATED("reports duplicated", 0.10),
    /** Later reports overtake one. */
    REPORT_REORDERED("reports reordered", 0.10),
    /** A report is held up, and all that come after it. */
    REPORT_DELAYED("reports delayed", 0.04),
    /** The venue takes an order, and everything that it answers is lost. */
    ANSWER_LOST("answers to orders lost", 0.06),
    /** The venue refuses an order for no fault of its own. */
    ORDER_REJECTED("orders rejected", 0.08),
    /** A fill comes in many pieces. */
    FILL_SPLIT("fills split into pieces", 0.6),
    /** The connection breaks, several times in a row. */
    DISCONNECTED("disconnections", 0.015),
    /** Market data stops for long, and comes when it is old. */
    DATA_STALE("stretches of stale data", 0.02),
    /** A quote whose bid is above its ask. */
    DATA_CROSSED("crossed quotes", 0.05),
    /** A piece of market data never arrives. */
    DATA_LOST("market data lost", 0.05),
    /** The clock jumps forward. */
    CLOCK_FORWARD("clock jumps forward", 0.01),
    /** The clock jumps back. */
    CLOCK_BACK("clock jumps back", 0.01),
    /** A write takes long. */
    DISK_SLOW("slow writes", 0.03),
    /** A write fails, and leaves nothing. */
    DISK_FAILED("failed writes", 0.0003),
    /** A write fails, and leaves a part of the record. */
    WRITE_SHORT("short writes", 0.0003),
    /** The disk is full from some point on. */
    DISK_FULL("full disks", 0.0002),
    /** The process dies: what was not flushed is lost, and another one takes over. */
    CRASHED("crashes", 0.0012),
    /** Of what a process that died had not flushed, a part is on the disk. */
    WRITE_TORN("torn writes", 0.5),
    /** The process dies while it saves a snapshot, which is not there then. */
    SNAPSHOT_UNFINISHED("deaths while a snapshot was saved", 0.03),
    /** The newest snapshot is not what was written when another process takes over. */
    SNAPSHOT_DAMAGED("damaged snapshots", 0.5);

    private final String words;
    private final double greatestRate;

    FaultKind(final String words, final double greatestRate) {
        this.words = words;
        this.greatestRate = greatestRate;
    }

    /**
     * The kind in words.
     *
     * @return lower case, plural.
     */
    public String words() {
        return words;
    }

    /** The probability in the worst of trials with which it strikes where it can. */
    double greatestRate() {
        return greatestRate;
    }
}
