package reprise.simulation.results;

import java.util.ArrayList;
import java.util.List;

/**
 * Ended trades by what they have in common; groups without trades are left out. The sums of each are those of all.
 *
 * @param strategies by strategy, in order of registration, under their numbers until they are {@link #named}.
 * @param instruments by instrument.
 * @param strategyInstruments by strategy, and of each by instrument; empty where one of them says it all, because there is but one of the
 *     other.
 * @param months by the UTC month in which they ended.
 * @param hours by the UTC hour of the day in which they were entered.
 */
public record Breakdown(
        List<BreakdownRow> strategies,
        List<BreakdownRow> instruments,
        List<BreakdownRow> strategyInstruments,
        List<BreakdownRow> months,
        List<BreakdownRow> hours) {
    /** Keeps copies. */
    public Breakdown {
        strategies = List.copyOf(strategies);
        instruments = List.copyOf(instruments);
        strategyInstruments =
                strategies.size() > 1 && instruments.size() > 1 ? List.copyOf(strategyInstruments) : List.of();
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
                named(strategies, strategyNames),
                instruments,
                named(strategyInstruments, strategyNames),
                months,
                hours);
    }

    /** The number of the strategy is the first name. */
    private static List<BreakdownRow> named(final List<BreakdownRow> rows, final List<String> strategyNames) {
        return rows.stream()
                .map(row -> {
                    final List<String> names = new ArrayList<>(row.names());
                    final int strategyId = Integer.parseInt(names.get(0));
                    names.set(0, strategyId == 0 ? "operator" : strategyNames.get(strategyId - 1));
                    return row.named(names);
                })
                .toList();
    }
}
