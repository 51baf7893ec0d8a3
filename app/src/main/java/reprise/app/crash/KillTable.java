package reprise.app.crash;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What kills have shown, as Markdown. */
public final class KillTable {
    private KillTable() {}

    /**
     * A table of the kinds of kills, and a line of what was compared; the same for the same seed, program, configuration and data. Kills that
     * came too late are left out, for how many they are depends on the machine.
     *
     * @param outcome of a test.
     * @return ends with a line end.
     */
    public static String markdown(final CrashTest.Outcome outcome) {
        final Map<String, Long> kinds = outcome.kills().stream()
                .filter(CrashTest.KillRecord::isHit)
                .collect(Collectors.groupingBy(CrashTest.KillRecord::kind, TreeMap::new, Collectors.counting()));
        final StringBuilder page = new StringBuilder("| killed | times | survived |\n|---|---:|---:|\n");
        kinds.forEach((kind, times) -> page.append("| ")
                .append(kind)
                .append(" | ")
                .append(times)
                .append(" | ")
                .append(outcome.isPassed() ? times : 0)
                .append(" |\n"));
        return page.append("\nAfter ")
                .append(outcome.hits())
                .append(" kills, as without: ")
                .append(outcome.comparisons().stream()
                        .filter(CrashTest.Comparison::isEqual)
                        .map(CrashTest.Comparison::name)
                        .collect(Collectors.joining(", ")))
                .append(".\n")
                .toString();
    }
}
