package reprise.core;

import java.util.Arrays;
import reprise.indicator.Line;

/**
 * What a strategy has demanded of each instrument and is not ready yet. Allocates only while something is demanded; follows from the state
 * of the indicators and so is no state of its own.
 */
final class AwaitedLines {
    private static final Line[] NONE = {};

    private Line[][] byInstrument = {};

    void add(final Line line) {
        for (final int instrumentId : line.instrumentIds()) {
            if (instrumentId >= byInstrument.length) {
                final int known = byInstrument.length;
                byInstrument = Arrays.copyOf(byInstrument, instrumentId + 1);
                Arrays.fill(byInstrument, known, instrumentId + 1, NONE);
            }
            final Line[] old = byInstrument[instrumentId];
            byInstrument[instrumentId] = Arrays.copyOf(old, old.length + 1);
            byInstrument[instrumentId][old.length] = line;
        }
    }

    /** Whether all that was demanded of an instrument has its first value; from then on the answer costs nothing. */
    boolean areReady(final int instrumentId) {
        if (instrumentId >= byInstrument.length) {
            return true;
        }
        for (final Line line : byInstrument[instrumentId]) {
            if (!line.isReady()) {
                return false;
            }
        }
        byInstrument[instrumentId] = NONE;
        return true;
    }
}
