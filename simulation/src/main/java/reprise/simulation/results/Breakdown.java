package reprise.simulation.results;

import java.util.List;

/**
 * Ended trades by what they have in common; groups without trades are left out. The sums of each are those of all.
 *
 * @param strategies by strategy, in order of registration, under their numbers until they are {@link #named}.
 * @param instruments by instrument.
 * @param months by the UTC month in which they ended.
 * @param hours by the UTC hour of the day in which they were entered.
 */
public record Breakdown(
        List<BreakdownRow> strategies,
        List<BreakdownRow> instruments,
        List<BreakdownRow> months,
        List<BreakdownRow> hours) {
    /** Keeps copies. */
    public Breakdown {
        strategies = List.copyOf(strategies);
        instruments = List.copyOf(instruments);
        months = List.copyOf(months);
        hours = List.copyOf(hours);
    }

    /**
     * The same with the names of strategies.
     *
     * @param strategyNames in order of registration.
     * @return a copy; {@code operator} stands for the operator and what the venue reported.
     */
    public Breakdown named(final List<String> strategyNames) {
        return new Breakdown(
                strategies.stream()
                        .map(row -> row.named(
                                row.name().equals("0")
                                        ? "operator"
                                        : strategyNames.get(Integer.parseInt(row.name()) - 1)))
                        .toList(),
                instruments,
                months,
                hours);
    }
}
