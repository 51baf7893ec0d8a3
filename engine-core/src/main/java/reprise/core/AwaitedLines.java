package reprise.core;

import java.util.ArrayList;
import java.util.List;
import reprise.bar.BarSeries;
import reprise.indicator.Line;
import reprise.market.Instrument;

/**
 * What a strategy has demanded and is not ready yet. Allocates only while something is demanded; follows from the state of the indicators
 * and so is no state of its own.
 */
final class AwaitedLines {
    private final List<Line> lines = new ArrayList<>();

    void add(final Line line) {
        lines.add(line);
    }

    /** Whether all that was demanded of the venue's bars of an instrument has its first value; costs nothing once all is ready. */
    boolean areReady(final Instrument instrument) {
        boolean ready = true;
        for (int i = lines.size() - 1; i >= 0; i--) {
            ready &= isReady(i) || !lines.get(i).reads(instrument);
        }
        return ready;
    }

    /** The same of a series that the engine builds. */
    boolean areReady(final BarSeries series) {
        boolean ready = true;
        for (int i = lines.size() - 1; i >= 0; i--) {
            ready &= isReady(i) || !lines.get(i).reads(series);
        }
        return ready;
    }

    /** A line that is ready stays ready, so it is not asked again. */
    private boolean isReady(final int index) {
        final boolean ready = lines.get(index).isReady();
        if (ready) {
            lines.remove(index);
        }
        return ready;
    }
}
