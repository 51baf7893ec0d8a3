package reprise.indicator;

import java.util.List;
import reprise.market.Instrument;
import reprise.state.StateExchange;

/**
 * What a bar itself says, as lines. Only what is demanded is converted. Sessions are the days of UTC here: a bar belongs to the day in which
 * its last moment lies.
 */
final class BarLines {
    /** Names of the lines, in the order of their numbers. */
    static final List<String> NAMES = List.of("open", "high", "low", "close", "volume", "session", "minute");

    private static final int VOLUME = 4;
    private static final int SESSION = 5;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long MINUTE_NS = 60_000_000_000L;

    private final Instrument instrument;
    private final Line[] lines = new Line[NAMES.size()];

    BarLines(final Instrument instrument) {
        this.instrument = instrument;
    }

    int instrumentId() {
        return instrument.id();
    }

    /** The line of a name, made on the first demand. */
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
            lines[SESSION].set(Math.floorDiv(closeTimeNs - 1, DAY_NS));
        }
        if (lines[SESSION + 1] != null) {
            lines[SESSION + 1].set(Math.floorMod(closeTimeNs - 1, DAY_NS) / MINUTE_NS);
        }
    }

    private void price(final int index, final long price) {
        if (lines[index] != null) {
            lines[index].set(instrument.toDouble(price));
        }
    }
}
