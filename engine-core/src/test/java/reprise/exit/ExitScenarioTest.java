package reprise.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.number.Decimals;
import reprise.order.Side;
import reprise.testing.Stories;

/**
 * Stories of one position. The first line of each names the plan, every other line is one event and, behind an arrow, all that it makes the
 * engine say. Prices are trades unless a line says quote or bar (open high low close); an exit order is named by its number.
 */
class ExitScenarioTest {
    static List<String> stories() {
        return Stories.of(ExitScenarioTest.class, "exit-stories.txt");
    }

    private final List<String> problems = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("stories")
    void shouldSayWhatTheStorySays(final String story) {
        final String[] lines = story.split("\n");
        final ExitBench bench = new ExitBench(PlanText.plan(lines[1].substring(5)));
        for (int i = 2; i < lines.length; i++) {
            final String[] halves = lines[i].split(" -> ");
            bench.told.clear();
            play(bench, halves[0].split(" "));
            final String told = String.join("; ", bench.told);
            if (!told.equals(halves.length == 1 ? "" : halves[1])) {
                problems.add(lines[i] + "\n    said: " + told);
            }
        }

        assertThat(problems).as(lines[0]).isEmpty();
    }

    @Test
    void shouldReportAnEntryWithoutPlanAndLeaveItAlone() {
        final ExitBench bench = new ExitBench(PlanText.plan("stop 2%"));

        bench.engine.protect(1, bench.instrument, Side.BUY, 17, ExitEngine.NO_PLAN, 0);
        bench.engine.onEntryFill(0, 17, 100_00, 10, bench.nowNs);
        bench.trade(1);

        assertThat(bench.told).containsExactly("unprotected 17");
        assertThat(bench.engine.unprotectedCount()).isOne();
        assertThat(bench.engine.openCount()).isZero();
    }

    private static long price(final String text) {
        return Decimals.parse(text, 2);
    }

    private static void play(final ExitBench bench, final String... words) {
        final ExitEngine engine = bench.engine;
        switch (words[0]) {
            case "long", "short" -> enter(bench, words);
            case "open" -> engine.protect(1, bench.instrument, Side.BUY, ExitBench.ENTRY, 0, 0);
            case "more" ->
                engine.onEntryFill(0, ExitBench.ENTRY, price(words[3]), Long.parseLong(words[1]), bench.nowNs);
            case "entry" -> entry(bench, words);
            case "price" -> bench.trade(price(words[1]));
            case "stale" -> {
                bench.nowNs += ExitBench.SECOND;
                final long age = Long.parseLong(words[1]) * ExitBench.SECOND;
                engine.onTrade(0, price(words[2]), bench.nowNs - age, bench.nowNs);
            }
            case "quote" -> engine.onQuote(0, price(words[1]), price(words[2]), bench.nowNs, bench.nowNs);
            case "bar" -> bench.bar(price(words[1]), price(words[2]), price(words[3]), price(words[4]));
            case "fill" -> bench.fill(Long.parseLong(words[1]), Long.parseLong(words[2]));
            case "end" -> bench.end(Long.parseLong(words[1]));
            case "refuse" -> bench.refusing = true;
            case "allow" -> bench.refusing = false;
            case "wait" -> {
                bench.nowNs += Long.parseLong(words[1]) * ExitBench.SECOND;
                if (engine.nextDeadlineNs() <= bench.nowNs) {
                    engine.onTimer(bench.nowNs);
                }
            }
            case "halt", "resume" -> engine.onTrading(0, words[0].equals("resume"), bench.nowNs);
            case "closing" -> engine.onSessionClosing(0, bench.nowNs);
            case "signal" -> engine.onSignal(1, 0, bench.nowNs);
            case "flatten" -> engine.flatten(0, bench.nowNs);
            case "rests" -> engine.onNativeStop(0, ExitBench.ENTRY, true, bench.nowNs);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static void enter(final ExitBench bench, final String... words) {
        final Side side = words[0].equals("long") ? Side.BUY : Side.SELL;
        final String extra = words.length > 4 ? words[4] : "";
        bench.nowNs += extra.equals("inside") ? ExitBench.SECOND : 0;
        bench.enter(side, price(words[3]), Long.parseLong(words[1]), extra.equals("atr") ? price(words[5]) : 0);
        bench.nowNs -= extra.equals("inside") ? ExitBench.SECOND : 0;
    }

    private static void entry(final ExitBench bench, final String... words) {
        if (words[1].equals("ended")) {
            bench.engine.onEntryEnded(0, ExitBench.ENTRY);
        } else {
            bench.engine.onEntryFill(0, ExitBench.ENTRY, price(words[3]), Long.parseLong(words[1]), bench.nowNs);
        }
    }
}
