package reprise.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Watches the room on a journal's disk and warns once each time that it falls below a threshold, and not again before it was clearly above
 * it. Single-threaded; each poll asks the operating system about every file of the journal, so every few seconds is often enough.
 */
public final class SpaceWatch {
    private static final long HOUR_NS = TimeUnit.HOURS.toNanos(1);

    /** Before so much time has passed, the blocks by which files grow say more about Chronicle than about the market. */
    private static final long RATE_NS_MIN = TimeUnit.MINUTES.toNanos(1);

    private static final int PARTS = 10;

    private final Path directory;
    private final JournalSpace.Source source;
    private final Set<SpaceWarning.Threshold> told = EnumSet.noneOf(SpaceWarning.Threshold.class);
    private boolean isBegun;
    private long sinceNs;
    private long bytesThen;
    private long bytesPerHour;

    SpaceWatch(final Path directory, final JournalSpace.Source source) {
        this.directory = directory;
        this.source = source;
    }

    /**
     * Looks at the disk.
     *
     * @param nowNs on a clock that does not go back, such as {@link System#nanoTime()}.
     * @return warnings that were not given yet, the mildest first; almost always none.
     * @throws JournalException if the operating system does not say.
     */
    public List<SpaceWarning> poll(final long nowNs) {
        final JournalSpace space = JournalSpace.of(directory, source);
        measureGrowth(nowNs);
        final List<SpaceWarning> warnings = new ArrayList<>();
        compare(SpaceWarning.Threshold.TENTH_OF_DISK, space.totalBytes() / PARTS, space, warnings);
        compare(SpaceWarning.Threshold.NEXT_HOUR, bytesPerHour, space, warnings);
        compare(SpaceWarning.Threshold.LOW, space.limits().lowBytes(), space, warnings);
        compare(SpaceWarning.Threshold.EXHAUSTED, space.limits().exhaustedBytes(), space, warnings);
        return warnings;
    }

    private void measureGrowth(final long nowNs) {
        final long bytes = LogFiles.sizeBytes(directory.resolve(JournalLayout.EVENTS))
                + LogFiles.sizeBytes(directory.resolve(JournalLayout.COMMANDS));
        final long elapsedNs = nowNs - sinceNs;
        if (isBegun && elapsedNs >= RATE_NS_MIN) {
            bytesPerHour = (long) (Math.max(0, bytes - bytesThen) * ((double) HOUR_NS / elapsedNs));
        }
        // A new hour is measured by itself, so that a quiet night does not hide a busy morning.
        if (!isBegun || elapsedNs >= HOUR_NS) {
            isBegun = true;
            sinceNs = nowNs;
            bytesThen = bytes;
        }
    }

    private void compare(
            final SpaceWarning.Threshold threshold,
            final long thresholdBytes,
            final JournalSpace space,
            final List<SpaceWarning> warnings) {
        if (space.freeBytes() < thresholdBytes) {
            if (told.add(threshold)) {
                warnings.add(new SpaceWarning(threshold, thresholdBytes, space));
            }
        } else if (space.freeBytes() >= thresholdBytes + thresholdBytes / PARTS) {
            told.remove(threshold);
        }
    }
}
