package reprise.journal;

import java.util.function.LongSupplier;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;

/**
 * What a log asks of the machine that it is written on; tests have machines that refuse.
 *
 * @param rollCycle when a new file begins.
 * @param clockMs the wall clock, in milliseconds, which says when that is.
 * @param filler takes room from the disk.
 * @param forcer takes files to the disk.
 */
record LogDevice(RollCycle rollCycle, LongSupplier clockMs, DiskReserve.Filler filler, ForcedFile.Forcer forcer) {
    /** Set to {@code second} by those who test what happens at a roll and cannot wait for midnight. */
    private static final String ROLL_PROPERTY = "reprise.journal.roll";

    /** The real one, with a new file every day. */
    static final LogDevice REAL = new LogDevice(
            "second".equals(System.getProperty(ROLL_PROPERTY)) ? TestRollCycles.TEST_SECONDLY : RollCycles.FAST_DAILY,
            System::currentTimeMillis,
            DiskReserve.Filler.DISK,
            ForcedFile.Forcer.DISK);

    /** One that is real but for its files and its clock. */
    static LogDevice rolling(final RollCycle rollCycle, final LongSupplier clockMs) {
        return new LogDevice(rollCycle, clockMs, DiskReserve.Filler.DISK, ForcedFile.Forcer.DISK);
    }

    /** One that is real but for the room it gives. */
    static LogDevice filledBy(final DiskReserve.Filler filler) {
        return new LogDevice(REAL.rollCycle, REAL.clockMs, filler, REAL.forcer);
    }

    /** One that is real but for what it does when asked to take a file to the disk. */
    static LogDevice forcedBy(final ForcedFile.Forcer forcer) {
        return new LogDevice(REAL.rollCycle, REAL.clockMs, REAL.filler, forcer);
    }
}
