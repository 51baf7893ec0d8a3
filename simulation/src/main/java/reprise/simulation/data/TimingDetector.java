package reprise.simulation.data;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Works out zone, stamp convention and period of a file, and says what it had to assume. */
final class TimingDetector {

    private static final long[] UNITS_NS = {1, 1_000, 1_000_000, BarPeriod.SECOND_NS};

    private final Dialect dialect;
    private final ReadOptions options;
    private final LocalClock clock;
    private final StampSample sample;
    private final List<String> notes = new ArrayList<>();

    private TimingDetector(final SourceFile source, final Dialect dialect, final ReadOptions options) {
        this.dialect = dialect;
        this.options = options;
        this.clock = new LocalClock(zone(dialect, options));
        this.sample = StampSample.of(source, dialect, clock);
    }

    /** Reads the first rows of a file of a known dialect. */
    static Timing detect(final SourceFile source, final Dialect dialect, final ReadOptions options) {
        return new TimingDetector(source, dialect, options).timing();
    }

    private Timing timing() {
        final PeriodDetector detector = new PeriodDetector(sample, clock);
        final BarPeriod period = period(detector);
        final long missingNs = inclusiveEndNs(period);
        final StampConvention recognised = recognisedStamp(detector, period, missingNs);
        final StampConvention stamp = recognised == null ? StampConvention.OPEN : recognised;
        final boolean sameEitherWay = sample.isDateOnly() && period.equals(BarPeriod.ofDays(1));
        if (recognised == null && !sameEitherWay) {
            notes.add(
                    "nothing tells whether a stamp is the beginning or the end of its bar; taken as the beginning, so that no bar"
                            + " is known too early");
        }
        noteZone();
        return new Timing(
                clock.zone(),
                stamp,
                recognised != null || sameEitherWay,
                period,
                sample.isDateOnly(),
                stamp == StampConvention.CLOSE ? missingNs : 0,
                sample.isNewestFirst(),
                timeForm(),
                notes);
    }

    private BarPeriod period(final PeriodDetector detector) {
        if (options.period() != null) {
            return options.period();
        }
        if (dialect.period() != null) {
            return dialect.period();
        }
        final BarPeriod detected = detector.detect();
        if (!detected.isKnown() && sample.count() == 1 && sample.isDateOnly()) {
            notes.add("a single row with a date: taken as a daily bar");
            return BarPeriod.ofDays(1);
        }
        return detected;
    }

    private StampConvention recognisedStamp(
            final PeriodDetector detector, final BarPeriod period, final long inclusiveEndNs) {
        if (options.stamp() != null) {
            return options.stamp();
        }
        if (dialect.stamp() != null) {
            return dialect.stamp();
        }
        if (inclusiveEndNs != 0) {
            notes.add("stamps are the last moment inside the bar (such as 04:59.999), so taken as its end");
            return StampConvention.CLOSE;
        }
        if (period.unit() == BarPeriod.Unit.MONTHS && sample.isDateOnly() && detector.isMonthEnds()) {
            notes.add("every stamp is the last day of a month, so taken as the bar's end");
            return StampConvention.CLOSE;
        }
        return null;
    }

    /** The unit of time by which all stamps fall short of a multiple of the period, or 0. */
    private long inclusiveEndNs(final BarPeriod period) {
        final long periodNs = period.nominalNs();
        if (periodNs <= BarPeriod.SECOND_NS || period.unit() == BarPeriod.Unit.MONTHS || sample.count() == 0) {
            return 0;
        }
        for (final long unitNs : UNITS_NS) {
            if (isShortBy(unitNs, periodNs)) {
                return unitNs;
            }
        }
        return 0;
    }

    private boolean isShortBy(final long unitNs, final long periodNs) {
        for (int i = 0; i < sample.count(); i++) {
            if ((clock.toLocalNs(sample.stampNs(i)) + unitNs) % periodNs != 0) {
                return false;
            }
        }
        return true;
    }

    private void noteZone() {
        final boolean absolute = dialect.stampForm().kind() == StampForm.Kind.EPOCH || sample.isOffsetWritten();
        if (options.zone() == null && dialect.zone() == null && !absolute) {
            notes.add("stamps carry no zone; taken as UTC");
        }
    }

    private String timeForm() {
        return switch (dialect.stampForm().kind()) {
            case EPOCH -> "epoch " + unitName();
            case CALENDAR -> calendarForm();
            case DATE_AND_TIME -> "date and time in two columns";
            case MILLIS_OF_DAY -> "milliseconds since midnight";
        };
    }

    private String calendarForm() {
        if (sample.isDateOnly()) {
            return "date";
        }
        return sample.isOffsetWritten() ? "date and time with offset" : "date and time without offset";
    }

    private String unitName() {
        if (sample.count() == 0) {
            return "time";
        }
        final long unitNs =
                EpochStampParser.unitNsOf(new BigDecimal(sample.firstText().strip()).longValue());
        return EpochStampParser.unitName(unitNs);
    }

    private static ZoneId zone(final Dialect dialect, final ReadOptions options) {
        if (options.zone() != null) {
            return options.zone();
        }
        return dialect.zone() == null ? LocalClock.UTC : dialect.zone();
    }
}
