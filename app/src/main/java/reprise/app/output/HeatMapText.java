package reprise.app.output;

import java.util.Locale;
import reprise.simulation.sweep.HeatMap;

/** A heat map in the terminal: coloured cells, or where there are no colours, cells that begin with a shade. */
final class HeatMapText {
    private static final int MAX_COLUMNS = 24;
    private static final int MAX_ROWS = 60;
    private static final int CELL_WIDTH = 8;
    private static final String SHADES = " ░▒▓█";

    /** Of the 256 colours of terminals: from dark to light green, all of which can be written upon in black or white. */
    private static final int[] COLOURS = {236, 22, 28, 34, 40, 46};

    private static final int FIRST_LIGHT_COLOUR = 3;

    private HeatMapText() {}

    /** Whether it fits into a terminal. */
    static boolean fits(final HeatMap map) {
        return map.cells().length <= MAX_ROWS && map.columns().values().size() <= MAX_COLUMNS;
    }

    static String of(final HeatMap map, final boolean colours) {
        final StringBuilder text = new StringBuilder();
        final String corner = (map.rows() == null ? "" : map.rows().shortKey() + " down, ")
                + map.columns().shortKey() + " across";
        final int margin = margin(map);
        text.append(corner).append(System.lineSeparator()).append(" ".repeat(margin));
        map.columns().values().forEach(value -> text.append(right(value, CELL_WIDTH)));
        text.append(System.lineSeparator());
        for (int row = 0; row < map.cells().length; row++) {
            text.append(right(label(map, row), margin));
            for (final double value : map.cells()[row]) {
                text.append(colours ? coloured(map, value) : shaded(map, value));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static int margin(final HeatMap map) {
        int margin = 0;
        for (int row = 0; row < map.cells().length; row++) {
            margin = Math.max(margin, label(map, row).length());
        }
        return margin;
    }

    private static String label(final HeatMap map, final int row) {
        return map.rows() == null ? "" : map.rows().values().get(row);
    }

    private static String right(final String text, final int width) {
        return String.format(Locale.ROOT, "%" + Math.max(1, width) + "s", text);
    }

    private static String shaded(final HeatMap map, final double value) {
        final String shade = Double.isNaN(value)
                ? " "
                : String.valueOf(SHADES.charAt((int) Math.round(map.level(value) * (SHADES.length() - 1))));
        return " " + shade + right(Figure.ratio(value), CELL_WIDTH - 2);
    }

    private static String coloured(final HeatMap map, final double value) {
        if (Double.isNaN(value)) {
            return right("-", CELL_WIDTH);
        }
        final int index = (int) Math.round(map.level(value) * (COLOURS.length - 1));
        return "\033[48;5;" + COLOURS[index] + ";38;5;" + (index < FIRST_LIGHT_COLOUR ? "15" : "16") + "m"
                + right(Figure.ratio(value), CELL_WIDTH - 1) + " \033[0m";
    }
}
