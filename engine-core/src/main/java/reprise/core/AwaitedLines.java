package reprise.core;

import java.util.ArrayList;
import java.util.List;
import reprise.bar.BarSeries;
import reprise.indicator.Line;
import reprise.market.Instrument;

/**
 * What a strategy has demanded and is not ready yet, by the bars that it is computed from: bars of one instrument do not wait for those of
 * another, nor cost a look at what they wait for. Allocates only while something is demanded; follows from the state of the indicators and
 * so is no state of its own.
 */
final class AwaitedLines {
    private final List<List<Line>> byInstrument = new ArrayList<>();
    private final List<List<Line>> bySeries = new ArrayList<>();
    private int waiting;

    /** From now on, bars that a line is computed from are held back until it is ready. */
    void add(final Line line) {
        for (int i = 0; i < line.sourceCount(); i++) {
            final BarSeries series = line.sourceSeries(i);
            if (series == null) {
                add(byInstrument, line.sourceInstrument(i).id(), line);
            } else {
                add(bySeries, series.id(), line);
            }
        }
    }

    private void add(final List<List<Line>> all, final int id, final Line line) {
        while (all.size() <= id) {
            all.add(new ArrayList<>());
        }
        all.get(id).add(line);
        waiting++;
    }

    /** Whether all that was demanded of the venue's bars of an instrument has its first value; costs nothing once all is ready. */
    boolean areReady(final Instrument instrument) {
        return waiting == 0 || areReady(byInstrument, instrument.id());
    }

    /** The same of a series that the engine builds. */
    boolean areReady(final BarSeries series) {
        return waiting == 0 || areReady(bySeries, series.id());
    }

    /** A line that is ready stays ready, so it is not asked again. */
    private boolean areReady(final List<List<Line>> all, final int id) {
        if (id >= all.size()) {
            return true;
        }
        final List<Line> lines = all.get(id);
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).isReady()) {
                lines.remove(i);
                waiting--;
            }
        }
        return lines.isEmpty();
    }
}
