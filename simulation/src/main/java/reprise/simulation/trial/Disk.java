package reprise.simulation.trial;

/** What the logs of a trial are written to: slow at times, and dead after its first failure, as a log is that cannot know what it holds. */
final class Disk {
    private static final long MIN_SLOW_NS = 1_000_000;
    private static final long MAX_SLOW_NS = 4_000_000_000L;

    private final VirtualClock clock;
    private final Faults faults;
    private boolean failed;

    Disk(final VirtualClock clock, final Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** Somebody has made room, or put in another disk. */
    void repair() {
        failed = false;
    }

    /** The process may die here. */
    void mayCrash() {
        if (faults.strikes(FaultKind.CRASHED)) {
            failed = true;
            throw new Crash();
        }
    }

    /** The process may die here, too. */
    void mayCrashSaving() {
        if (faults.strikes(FaultKind.SNAPSHOT_UNFINISHED)) {
            failed = true;
            throw new Crash();
        }
    }

    /** A byte may have changed. */
    void mayDamage(final byte[] file) {
        if (faults.strikes(FaultKind.SNAPSHOT_DAMAGED)) {
            file[(int) faults.between(FaultKind.SNAPSHOT_DAMAGED, 0, file.length - 1)] ^= 1;
        }
    }

    /** How much of what a process that died had not flushed is on the disk. */
    int torn(final int unflushedBytes) {
        final boolean isTorn = unflushedBytes > 0 && faults.strikes(FaultKind.WRITE_TORN);
        return isTorn ? (int) faults.between(FaultKind.WRITE_TORN, 1, unflushedBytes) : 0;
    }

    boolean hasFailed() {
        return failed;
    }

    /** How many bytes of a record get onto the disk: all of them, or fewer, after which the write must fail. */
    int accept(final int lengthBytes) {
        if (failed) {
            return 0;
        }
        mayCrash();
        if (faults.strikes(FaultKind.DISK_SLOW)) {
            clock.advanceTo(clock.nowNs() + faults.between(FaultKind.DISK_SLOW, MIN_SLOW_NS, MAX_SLOW_NS));
        }
        if (faults.strikes(FaultKind.DISK_FAILED)) {
            failed = true;
            return 0;
        }
        final boolean isShort = faults.strikes(FaultKind.WRITE_SHORT);
        final boolean isFull = faults.strikes(FaultKind.DISK_FULL);
        failed = isShort || isFull;
        final FaultKind kind = isShort ? FaultKind.WRITE_SHORT : FaultKind.DISK_FULL;
        return failed ? (int) faults.between(kind, 0, lengthBytes - 1) : lengthBytes;
    }
}
