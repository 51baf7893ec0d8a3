package reprise.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.number.Decimals;
import reprise.order.Side;

/**
 * Stories of one position. The first line of each names the plan, every other line is one event and, behind an arrow, all that it makes the
 * engine say. Prices are trades unless a line says quote or bar (open high low close); an exit order is named by its number.
 */
class ExitScenarioTest {
    private static final String STORIES = """
            # a hard stop acts at its level, not before
            plan stop 2%
            long 100 @ 100.00
            price 98.01
            price 98.00 -> HARD_STOP 98.00 at 98.00 x 100
            price 90.00
            fill 1 100 -> ended 100

            # short: mirrored
            plan stop 2%
            short 100 @ 100.00
            price 101.99
            price 102.00 -> HARD_STOP 102.00 at 102.00 x 100
            fill 1 100 -> ended 100

            # a stop is rounded to be tighter: 97.9902 and 102.0002
            plan stop 2%
            long 100 @ 99.99
            price 98.00 -> HARD_STOP 98.00 at 98.00 x 100

            # and so is that of a short: 101.9898
            plan stop 2%
            short 100 @ 99.99
            price 101.98 -> HARD_STOP 101.98 at 101.98 x 100

            # the stop is that of the average of all fills, 100.005 rounded against the holder
            plan stop 2%
            long 100 @ 100.00
            more 100 @ 100.01
            price 98.02
            price 98.01 -> HARD_STOP 98.01 at 98.01 x 200

            # a stop in true ranges
            plan stop 2A
            long 100 @ 100.00 atr 1.50
            price 97.01
            price 97.00 -> HARD_STOP 97.00 at 97.00 x 100

            # a trailing stop waits for its activation, follows, and never loosens
            plan stop 5%, trail 2% 1%
            long 100 @ 100.00
            price 101.99
            price 100.00
            price 102.00
            price 104.00
            price 103.00
            price 102.96 -> TRAILING_STOP 102.96 at 102.96 x 100

            # a trailing stop of a short
            plan trail 2% 1%
            short 100 @ 100.00
            price 98.00
            price 97.00
            price 97.97 -> TRAILING_STOP 97.97 at 97.97 x 100

            # activation and distance in risks
            plan stop 2%, trail 1R 0.5R
            long 100 @ 100.00
            price 101.99
            price 101.00
            price 102.00
            price 101.01
            price 101.00 -> TRAILING_STOP 101.00 at 101.00 x 100

            # below both stops the hard stop is asked first
            plan stop 1%, trail 0% 1%
            long 100 @ 100.00
            price 101.00
            price 98.00 -> HARD_STOP 99.00 at 98.00 x 100

            # targets take floored parts of the entry, the last one what is left
            plan target 1% 33%, target 2% 33%, target 3% 34%
            long 10 @ 100.00
            price 101.00 -> TARGET 101.00 at 101.00 x 3
            fill 1 3
            price 102.50 -> TARGET 102.00 at 102.50 x 3
            fill 2 3
            price 103.00 -> TARGET 103.00 at 103.00 x 4
            fill 3 4 -> ended 10

            # a jump over two targets takes both
            plan target 1% 50%, target 2% 50%
            short 10 @ 100.00
            price 97.00 -> TARGET 99.00 at 97.00 x 5; TARGET 98.00 at 97.00 x 5

            # targets below one in sum leave a rest to run
            plan stop 2%, target 1% 50%
            long 10 @ 100.00
            price 101.00 -> TARGET 101.00 at 101.00 x 5
            fill 1 5
            price 110.00
            price 98.00 -> HARD_STOP 98.00 at 98.00 x 5
            fill 2 5 -> ended 10

            # a part too small for a lot is nothing, but its target was reached
            plan stop 5%, target 1% 5%, breakeven 1 0.1%
            long 10 @ 100.00
            price 101.00
            price 100.11
            price 100.10 -> BREAKEVEN_STOP 100.10 at 100.10 x 10

            # breakeven after the second target
            plan stop 5%, target 1% 20%, target 2% 20%, breakeven 2 0.2%
            long 10 @ 100.00
            price 101.00 -> TARGET 101.00 at 101.00 x 2
            fill 1 2
            price 100.00
            price 102.00 -> TARGET 102.00 at 102.00 x 2
            fill 2 2
            price 100.20 -> BREAKEVEN_STOP 100.20 at 100.20 x 6

            # nothing that an order stands for is sent twice: the stop takes the rest
            plan stop 2%, target 1% 50%
            long 10 @ 100.00
            price 101.00 -> TARGET 101.00 at 101.00 x 5
            price 97.00 -> HARD_STOP 98.00 at 97.00 x 5
            price 96.00
            fill 1 5
            fill 2 5 -> ended 10

            # what was cancelled of a target goes with the stop
            plan stop 2%, target 1% 50%
            long 10 @ 100.00
            price 101.00 -> TARGET 101.00 at 101.00 x 5
            fill 1 2
            price 97.00 -> HARD_STOP 98.00 at 97.00 x 5
            end 1
            price 96.50 -> HARD_STOP 98.00 at 96.50 x 3
            fill 2 5
            fill 3 3 -> ended 10

            # a rejected exit is sent again with the next price, wherever that is
            plan stop 2%
            long 10 @ 100.00
            price 98.00 -> HARD_STOP 98.00 at 98.00 x 10
            end 1
            price 99.50 -> HARD_STOP 98.00 at 99.50 x 10
            fill 2 4
            end 2
            price 99.40 -> HARD_STOP 98.00 at 99.40 x 6
            fill 3 6 -> ended 10

            # a refused exit as well
            plan stop 2%, target 1% 50%
            long 10 @ 100.00
            refuse
            price 101.00 -> refused TARGET 101.00 at 101.00 x 5
            price 100.50 -> refused TARGET 101.00 at 100.50 x 5
            allow
            price 100.40 -> TARGET 101.00 at 100.40 x 5
            refuse
            price 98.00 -> refused HARD_STOP 98.00 at 98.00 x 5
            allow
            price 98.10 -> HARD_STOP 98.00 at 98.10 x 5

            # the longest hold in time, by the timer; a halt does not count
            plan hold 60 seconds
            long 10 @ 100.00
            wait 40
            halt
            wait 1000
            resume
            wait 18
            price 100.00
            wait 1 -> MAX_HOLD at 100.00 x 10

            # the longest hold in bars ends at a close
            plan hold 2 bars
            long 10 @ 100.00
            bar 100 101 99 100.50
            bar 100 101 99 100.70 -> MAX_HOLD at 100.70 x 10

            # stagnation: left unless it gained enough once
            plan stagnation 2 1%
            long 10 @ 100.00
            bar 100 100.90 99 100
            bar 100 100.99 99 100.10 -> STAGNATION at 100.10 x 10

            # not stagnant
            plan stagnation 2 1%
            long 10 @ 100.00
            bar 100 101.00 99 100
            bar 100 100 99 100
            bar 100 100 99 100

            # session end, only if asked for
            plan flat
            short 10 @ 100.00
            price 99.00
            closing -> SESSION_CLOSE at 99.00 x 10

            # no session end
            plan stop 2%
            short 10 @ 100.00
            closing

            # signal, only if asked for
            plan signal
            long 10 @ 100.00
            price 99.00
            signal -> SIGNAL at 99.00 x 10

            # no signal
            plan stop 2%
            long 10 @ 100.00
            signal
            price 99.00

            # flatten needs no rule and comes before all
            plan stop 2%
            long 10 @ 100.00
            price 99.00
            flatten -> FLATTEN at 99.00 x 10
            price 90.00
            end 1
            price 89.00 -> FLATTEN at 89.00 x 10

            # a stale price reaches no stop and no target; a fresh one does
            plan stop 2%, target 2% 50%, fresh 2
            long 10 @ 100.00
            stale 3 90.00
            stale 3 110.00
            stale 2 97.00 -> HARD_STOP 98.00 at 97.00 x 10

            # an old price warns and alarms, a new one calms
            plan stop 2%, fresh 2
            long 10 @ 100.00
            price 99.00
            wait 5 -> WARNING 5s
            wait 10 -> CRITICAL 15s
            wait 100
            price 99.00 -> FRESH 0s

            # a signal waits for a fresh price, the session's end does not
            plan signal, flat, fresh 2
            long 10 @ 100.00
            price 99.00
            wait 3
            signal
            price 98.00 -> SIGNAL at 98.00 x 10

            # the session's end
            plan signal, flat, fresh 2
            long 10 @ 100.00
            price 99.00
            wait 3
            closing -> SESSION_CLOSE at 99.00 x 10

            # the middle of a quote counts where the last trade is too old, unless the spread is too wide
            plan stop 2%, fresh 2
            long 10 @ 100.00
            price 99.00
            quote 96.99 97.01
            wait 3
            quote 97.00 99.00
            quote 96.99 97.02 -> HARD_STOP 98.00 at 97.00 x 10

            # hard stop before target before time before stagnation before session before signal
            plan stop 2%, hold 1 bars, stagnation 1 5%, flat, signal
            long 10 @ 100.00
            refuse
            bar 100 101 98 100 -> refused HARD_STOP 98.00 at 98.00 x 10; refused HARD_STOP 98.00 at 100.00 x 10

            # time before stagnation, session and signal
            plan hold 1 bars, stagnation 1 5%, flat, signal
            long 10 @ 100.00
            bar 100 101 98 100 -> MAX_HOLD at 100.00 x 10

            # stagnation before session
            plan hold 9 bars, stagnation 1 5%, flat, signal
            long 10 @ 100.00
            bar 100 101 98 100 -> STAGNATION at 100.00 x 10

            # a bar that opens below the stop fills at its open
            plan stop 2%
            long 10 @ 100.00
            bar 97 99 96 98 -> HARD_STOP 98.00 at 97.00 x 10

            # a bar that opens above a target fills at its open, the next at its level
            plan target 1% 50%, target 3% 50%
            long 10 @ 100.00
            bar 102 104 101 103 -> TARGET 101.00 at 102.00 x 5; TARGET 103.00 at 103.00 x 5

            # adverse before favourable
            plan stop 2%, target 2% 100%
            long 10 @ 100.00
            bar 100 103 97 100 -> HARD_STOP 98.00 at 98.00 x 10

            # favourable before adverse only when optimistic
            plan stop 2%, target 2% 100%, optimistic
            long 10 @ 100.00
            bar 100 103 97 100 -> TARGET 102.00 at 102.00 x 10

            # the stop of a bar follows the bars before it, not its own high
            plan trail 0% 2%
            long 10 @ 100.00
            bar 100 110 99 109
            bar 109 109 107.81 108
            bar 108 108 107 107 -> TRAILING_STOP 107.80 at 107.80 x 10

            # the optimistic stop follows its own high
            plan trail 0% 2%, optimistic
            long 10 @ 100.00
            bar 100 110 99 109 -> TRAILING_STOP 107.80 at 107.80 x 10

            # inside a bar the tighter stop is met first
            plan stop 5%, trail 0% 1%
            long 10 @ 100.00
            bar 100 102 99.50 102
            bar 101.50 102 90 91 -> TRAILING_STOP 100.98 at 100.98 x 10

            # a bar during which the entry traded: adverse extreme and close only
            plan stop 2%, target 1% 100%
            long 10 @ 100.00 inside
            bar 95 105 99 100
            bar 100 101 99 100 -> TARGET 101.00 at 101.00 x 10

            # stopped in the bar of the entry
            plan stop 2%, target 1% 100%
            long 10 @ 100.00 inside
            bar 100 105 97 100 -> HARD_STOP 98.00 at 98.00 x 10

            # a position left while its entry works cancels the entry, and leaves what comes late
            plan stop 2%
            open long
            entry 6 @ 100.00
            price 98.00 -> cancel entry; HARD_STOP 98.00 at 98.00 x 6
            entry 4 @ 99.00
            fill 1 6
            price 97.00 -> HARD_STOP 98.00 at 97.00 x 4
            fill 2 4
            entry ended -> ended 10

            # an entry that never traded leaves nothing behind
            plan stop 2%
            open long
            price 90.00
            entry ended -> ended 0

            # a fill of an exit that was believed dead turns the position over, and is reported
            plan stop 2%
            long 10 @ 100.00
            price 98.00 -> HARD_STOP 98.00 at 98.00 x 10
            end 1
            price 97.00 -> HARD_STOP 98.00 at 97.00 x 10
            fill 1 4
            fill 2 10 -> over-exit 4; ended 14

            # a stop at the venue is told, moved, and takes the place of ours
            plan stop 2%, trail 1% 1%, native
            long 10 @ 100.00 -> stop 98.00 x 10
            rests
            price 97.00
            price 103.05 -> stop 102.02 x 10
            price 102.01 -> TRAILING_STOP 102.02 at 102.01 x 10; stop 102.02 x 0
            """;

    static List<String> stories() {
        return List.of(STORIES.strip().split("\n\n"));
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
            case "rests" -> engine.onNativeStop(0, ExitBench.ENTRY, true);
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
