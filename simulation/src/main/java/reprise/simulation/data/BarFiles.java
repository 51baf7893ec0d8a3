package reprise.simulation.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reprise.calendar.SessionCalendar;

/** Opens files of historical bars. */
public final class BarFiles {

    private BarFiles() {}

    /**
     * Opens a file and recognises its format, conventions and period from its first rows.
     *
     * @param path plain, gzip or zip file with bars in a known format
     * @param options decimals wanted, policy for bad rows, and what the user knows better than the file
     * @return a reader before its first bar; the caller closes it
     * @throws DataException if the file is missing, empty, unreadable, not bars in a known format, or without a regular period
     */
    public static BarReader open(final Path path, final ReadOptions options) {
        return open(SourceFile.of(path), options, true);
    }

    /** Opens a file even if its period stays unknown, unless that is required. */
    static BarReader open(final SourceFile source, final ReadOptions options, final boolean periodRequired) {
        final Dialect dialect = DialectDetector.detect(source);
        return open(source, dialect, options, periodRequired);
    }

    static BarReader open(
            final SourceFile source, final Dialect dialect, final ReadOptions options, final boolean periodRequired) {
        final Timing timing = TimingDetector.detect(source, dialect, options);
        if (periodRequired && !timing.period().isKnown()) {
            throw unknownPeriod(source, dialect, timing, options);
        }
        return reader(source, dialect, timing, options);
    }

    /** A bad row among the first may be why the period is unknown; then it says more than anything else. */
    private static DataException unknownPeriod(
            final SourceFile source, final Dialect dialect, final Timing timing, final ReadOptions options) {
        try (BarReader reader = reader(source, dialect, timing, options)) {
            int rows = 0;
            while (rows < StampSample.MAX_ROWS && reader.next()) {
                rows++;
            }
        }
        return new DataException(
                source + ": the length of the bars cannot be told from the stamps; expected two bars or"
                        + " more, and a regular step of time from one to the next");
    }

    private static BarReader reader(
            final SourceFile source, final Dialect dialect, final Timing timing, final ReadOptions options) {
        final DataQuality quality = new DataQuality();
        final LocalClock clock = new LocalClock(timing.zone());
        final RowSource rowSource = dialect.layout().open(source);
        final BadRows badRows = new BadRows(source.toString(), rowSource.positionName(), options.badRows(), quality);
        final RowParser parser = new RowParser(dialect, clock, options, badRows, quality);
        final BarRows inFileOrder = new FileOrderRows(rowSource, parser, quality);
        final BarRows rows = timing.newestFirst()
                ? new ReversedRows(inFileOrder, source.toString(), ReversedRows.MAX_ROWS)
                : inFileOrder;
        final BarFileFacts facts = facts(source, dialect, timing, options.closingSessions());
        final BarBounds bounds = timing.newBounds(clock);
        final BarSteps steps = new BarSteps(bounds, clock, badRows, quality, facts.period(), options);
        return new FileBarReader(rows, bounds, steps, badRows, quality, facts);
    }

    private static BarFileFacts facts(
            final SourceFile source, final Dialect dialect, final Timing timing, final SessionCalendar sessions) {
        final List<String> notes = new ArrayList<>(dialect.notes());
        notes.addAll(timing.notes());
        if (timing.newestFirst()) {
            notes.add("the newest bar comes first in the file; turned around");
        }
        if (!dialect.columns().hasVolume()) {
            notes.add("no volume column; volumes are 0");
        }
        return new BarFileFacts(
                source.toString(),
                dialect.name(),
                source.compression().toString(),
                timing.timeForm(),
                timing.zone(),
                timing.stamp(),
                timing.stampKnown(),
                timing.period(),
                sessions == null ? null : sessions.name(),
                timing.newestFirst(),
                dialect.columns().hasVolume(),
                notes);
    }
}
