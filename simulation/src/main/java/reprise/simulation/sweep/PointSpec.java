package reprise.simulation.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a sweep, apart from what all of its runs have in common: the configuration, the data, the program. Plain values, and so text
 * ({@link #cells}): whoever has the three can do the run anywhere.
 *
 * @param window of a walk-forward, from 1; 0 where there are none.
 * @param point number in the grid.
 * @param settings value by full key, in order of the axes.
 * @param span of the data.
 */
public record PointSpec(int window, long point, Map<String, String> settings, Span span) {
    private static final List<String> PLACE_COLUMNS = List.of("window", "point", "from", "until");

    /** Copies the settings, in their order. */
    public PointSpec {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static List<String> columns(final List<String> keys) {
        final List<String> columns = new ArrayList<>(PLACE_COLUMNS);
        columns.addAll(keys);
        return columns;
    }

    /**
     * The spec as text.
     *
     * @return window, point, from, until, then the values.
     */
    public List<String> cells() {
        final List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(window));
        cells.add(Long.toString(point));
        cells.add(Span.text(span.fromNs()));
        cells.add(Span.text(span.untilNs()));
        cells.addAll(settings.values());
        return cells;
    }

    /**
     * The spec that a text says.
     *
     * @param keys of its settings.
     * @param cells as {@link #cells} writes them.
     * @return the spec.
     * @throws RuntimeException if it is none.
     */
    public static PointSpec parse(final List<String> keys, final List<String> cells) {
        final Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            settings.put(keys.get(i), cells.get(PLACE_COLUMNS.size() + i));
        }
        return new PointSpec(
                Integer.parseInt(cells.get(0)),
                Long.parseLong(cells.get(1)),
                settings,
                new Span(Span.parse(cells.get(2)), Span.parse(cells.get(3))));
    }
}
