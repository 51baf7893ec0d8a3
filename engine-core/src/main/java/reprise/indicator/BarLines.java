package reprise.indicator;

import java.util.List;
import reprise.bar.BarInput;
import reprise.bar.BarKind;
import reprise.bar.BarSeries;
import reprise.calendar.SessionCalendar;
import reprise.market.Instrument;
import reprise.market.Quote;
import reprise.state.StateExchange;

/**
 * What a bar itself says, as lines. Only what is demanded is converted. Sessions are those of the series' calendar, and the days of UTC where
 * it has none: a bar belongs to the one in which its last moment lies.
 */
final class BarLines {
    /** Names of the lines, in the order of their numbers. */
    static final List<String> NAMES =
            List.of("open", "high", "low", "close", "volume", "session", "minute", "time", "midquote");

    private static final int VOLUME = 4;
    private static final int SESSION = 5;
    private static final int MID = 8;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long MINUTE_NS = 60_000_000_000L;

    private final Instrument instrument;
    private final BarSeries series;
    private final Line[] lines = new Line[NAMES.size()];

    /** Of the venue's bars of an instrument. */
    BarLines(final Instrument instrument) {
        this.instrument = instrument;
        this.series = null;
    }

    /** Of a series that the engine builds. */
    BarLines(final BarSeries series) {
        this.instrument = series.instrument();
        this.series = series;
    }

    Instrument instrument() {
        return instrument;
    }

    /** Whether bars follow each other without time passing, as those that end with a trade do. */
    boolean mayShareTime() {
        return series != null && series.spec().kind() != BarKind.TIME;
    }

    /** Whether bars of the past of that length are bars of this series, which cannot be built of bars. */
    boolean takesHistory(final int instrumentId, final long periodNs) {
        return instrument.id() == instrumentId
                && series.spec().kind() == BarKind.TIME
                && series.spec().input() != BarInput.BARS
                && series.spec().size() == periodNs;
    }

    BarSeries series() {
        return series;
    }

    /** The line of a name, made on the first demand. */
    boolean has(final String name) {
        return lines[NAMES.indexOf(name)] != null;
    }

    Line line(final String name, final IndicatorSet home, final String source) {
        final int index = NAMES.indexOf(name);
        if (lines[index] == null) {
            lines[index] = new Line();
            lines[index].belongsTo(home, name + "@" + source, 1, 1);
        }
        return lines[index];
    }

    void becomeReady() {
        for (final Line line : lines) {
            if (line != null) {
                line.becomeReady();
            }
        }
    }

    void exchange(final StateExchange state) {
        for (final Line line : lines) {
            if (line != null) {
                line.restore(state.field("bar", line.raw()), state.field("ready", line.isReady()));
            }
        }
    }

    void set(
            final long closeTimeNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        price(0, open);
        price(1, high);
        price(2, low);
        price(3, close);
        if (lines[VOLUME] != null) {
            lines[VOLUME].set(instrument.quantityToDouble(volume));
        }
        if (lines[SESSION] != null) {
            lines[SESSION].set(session(closeTimeNs - 1));
        }
        if (lines[SESSION + 1] != null) {
            lines[SESSION + 1].set(minute(closeTimeNs - 1));
        }
        if (lines[SESSION + 2] != null) {
            lines[SESSION + 2].set(closeTimeNs / 1e9);
        }
        if (lines[MID] != null) {
            lines[MID].set(mid(high, low));
        }
    }

    /** Between bid and ask where there are both, else between the extremes of the bar. */
    private double mid(final long high, final long low) {
        final Quote quote = instrument.quote();
        final boolean isQuoted = quote.bidPrice() > 0 && quote.askPrice() > 0;
        return isQuoted
                ? (instrument.toDouble(quote.bidPrice()) + instrument.toDouble(quote.askPrice())) / 2
                : (instrument.toDouble(high) + instrument.toDouble(low)) / 2;
    }

    private SessionCalendar calendar() {
        return series == null ? null : series.spec().calendar();
    }

    private double session(final long timeNs) {
        final SessionCalendar calendar = calendar();
        return calendar == null ? Math.floorDiv(timeNs, DAY_NS) : calendar.extendedSessionAt(timeNs);
    }

    /** Counted from where sessions open, so that the clocks of summer and winter do not matter. */
    private double minute(final long timeNs) {
        final SessionCalendar calendar = calendar();
        final int session = calendar == null ? SessionCalendar.NO_SESSION : calendar.extendedSessionAt(timeNs);
        final long openNs = session == SessionCalendar.NO_SESSION ? 0 : calendar.openNs(session);
        return Math.floorMod(timeNs - openNs, DAY_NS) / MINUTE_NS;
    }

    private void price(final int index, final long price) {
        if (lines[index] != null) {
            lines[index].set(instrument.toDouble(price));
        }
    }
}
