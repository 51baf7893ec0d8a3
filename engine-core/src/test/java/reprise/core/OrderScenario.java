package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Plays a table of text, a line an event: what happens, and behind an arrow what the engine does about it. Orders have names; those that the
 * engine makes by itself are C1, C2, ... in the order in which they appear. Lines that begin with a star are played in every order, each
 * order in an engine of its own; what the engine does meanwhile is not compared, only where it ends.
 *
 * <pre>
 *   buy A 10 limit 100       -> submit A s1 BUY 10 I0 limit 100
 *   part A x1 4@100
 *   is A PARTIALLY_FILLED 4/10
 * </pre>
 */
final class OrderScenario {
    private OrderScenario() {}

    /** Tables that are divided by lines with a title. */
    static Stream<Arguments> of(final String tables) {
        return Arrays.stream(tables.split("(?m)^== "))
                .filter(table -> !table.isBlank())
                .map(table -> table.split("\n", 2))
                .map(parts -> Arguments.of(parts[0].strip(), parts[1]));
    }

    static void play(final String table) {
        final List<String> lines =
                table.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        final List<String> starred =
                lines.stream().filter(line -> line.startsWith("*")).toList();
        for (final List<String> order : permutations(starred)) {
            final List<String> played = new ArrayList<>(lines);
            if (!starred.isEmpty()) {
                final int start = played.indexOf(starred.get(0));
                played.removeAll(starred);
                played.addAll(start, order);
            }
            playLines(played);
        }
    }

    private static void playLines(final List<String> lines) {
        final boolean hasAbilities = lines.get(0).startsWith("venue ");
        try (ScenarioEngine engine =
                new ScenarioEngine(hasAbilities ? lines.get(0).substring(6) : "")) {
            for (int i = hasAbilities ? 1 : 0; i < lines.size(); i++) {
                try {
                    playLine(engine, lines.get(i));
                } catch (final AssertionError | RuntimeException e) {
                    throw new AssertionError(
                            "line \"" + lines.get(i) + "\" of\n" + String.join("\n", lines) + "\n" + e.getMessage(), e);
                }
            }
        }
    }

    private static void playLine(final ScenarioEngine engine, final String line) {
        final String[] parts = line.split("->", 2);
        final String done =
                String.join("; ", engine.act(parts[0].replace("*", "").strip().split("\\s+")));
        if (!line.startsWith("*")) {
            assertThat(done).isEqualTo(parts.length == 1 ? "" : parts[1].strip());
        }
    }

    private static List<List<String>> permutations(final List<String> lines) {
        if (lines.isEmpty()) {
            return List.of(List.of());
        }
        final List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            final List<String> others = new ArrayList<>(lines);
            final String first = others.remove(i);
            for (final List<String> rest : permutations(others)) {
                final List<String> one = new ArrayList<>(List.of(first));
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }
}
