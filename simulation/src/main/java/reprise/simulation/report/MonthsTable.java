package reprise.simulation.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import reprise.research.performance.MonthReturn;

/** A year a row, a month a column, the colour by sign and size; the last column compounds the months of its year. */
final class MonthsTable {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    /** Shades of each of the two colours. */
    private static final int SHADES = 4;

    private MonthsTable() {}

    static String of(final List<MonthReturn> months) {
        final Map<Integer, double[]> years = new TreeMap<>();
        double largest = 0;
        for (final MonthReturn each : months) {
            years.computeIfAbsent(each.month().getYear(), year -> undefined())[
                            each.month().getMonthValue() - 1] =
                    each.value();
            largest = Double.isNaN(each.value()) ? largest : Math.max(largest, Math.abs(each.value()));
        }
        final Html html = new Html();
        html.head(1, columns()).raw("<tbody>\n");
        for (final Map.Entry<Integer, double[]> year : years.entrySet()) {
            html.raw("<tr>").raw("<th scope=\"row\">" + year.getKey() + "</th>");
            double growth = 1;
            for (int i = 0; i < MONTHS.length; i++) {
                final double value = year.getValue()[i];
                html.raw("<td class=\"num" + shade(value, largest) + "\" data-label=\"" + MONTHS[i] + "\">")
                        .raw(cell(value))
                        .raw("</td>");
                growth *= Double.isNaN(value) ? 1 : 1 + value;
            }
            html.signed(growth - 1, cell(growth - 1)).raw("</tr>\n");
        }
        return html.raw("</tbody>").toString();
    }

    private static double[] undefined() {
        final double[] months = new double[MONTHS.length];
        Arrays.fill(months, Double.NaN);
        return months;
    }

    private static String[] columns() {
        final String[] columns = new String[MONTHS.length + 2];
        columns[0] = "Year";
        System.arraycopy(MONTHS, 0, columns, 1, MONTHS.length);
        columns[columns.length - 1] = "Year";
        return columns;
    }

    private static String cell(final double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", 100 * value);
    }

    /** From the faintest, 1, to the strongest. */
    private static String shade(final double value, final double largest) {
        if (Double.isNaN(value) || value == 0) {
            return "";
        }
        final int strength = (int) Math.ceil(SHADES * Math.abs(value) / largest);
        return (value > 0 ? " up" : " down") + Math.max(1, Math.min(SHADES, strength));
    }
}
