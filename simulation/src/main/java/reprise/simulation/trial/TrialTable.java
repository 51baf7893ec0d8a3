package reprise.simulation.trial;

import java.util.Locale;

/** What trials have shown, as Markdown. */
public final class TrialTable {
    private TrialTable() {}

    /**
     * A table of the faults, and a line of what there was besides; the same for the same seeds, whenever and wherever they ran.
     *
     * @param summary of trials.
     * @return ends with a line end.
     */
    public static String markdown(final TrialSummary summary) {
        final StringBuilder page = new StringBuilder("| fault | struck | trials that held |\n|---|---:|---:|\n");
        for (final FaultKind kind : FaultKind.values()) {
            page.append(text("| %s | %,d | %,d |\n", kind.words(), summary.count(kind), summary.survived(kind)));
        }
        return page.append(text(
                        "\n%,d trials: %,d events, %,d orders, %,d fills; %,d processes began with a snapshot.\n",
                        summary.trials(), summary.events(), summary.orders(), summary.fills(), summary.restored()))
                .toString();
    }

    private static String text(final String format, final Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
