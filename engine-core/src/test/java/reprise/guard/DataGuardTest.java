package reprise.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.guard.GuardBench.MINUTE;
import static reprise.guard.GuardBench.SECOND;
import static reprise.guard.GuardBench.T0;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.calendar.SessionCalendar;
import reprise.state.StateHash;
import reprise.state.StateTape;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;
import reprise.time.EngineClock;

/** The guard as a whole: several instruments, state, memory, and rules that hold for every history. */
class DataGuardTest {
    /** Two instruments, one of them with sessions and strict, under random inputs of which many are bad. */
    private static final class Market {
        final EngineClock clock = new EngineClock();
        final List<String> told = new ArrayList<>();
        final DataGuard guard;
        boolean listening = true;

        Market() {
            guard = new DataGuard(clock, (id, check, verdict, value, limit) -> {
                if (listening) {
                    told.add(id + " " + check + " " + verdict + " " + value + "/" + limit);
                }
            });
            guard.define(GuardLimits.forBars(MINUTE), TradingHours.ALWAYS);
            guard.define(
                    GuardLimits.forBars(MINUTE).withStrict(true), TradingHours.regular(SessionCalendar.usEquities()));
            clock.advanceTo(T0);
        }

        /** Returns whether the input was accepted. */
        boolean step(final SplittableRandom random) {
            advance(random.nextInt(4) == 0 ? random.nextInt(200) * SECOND : random.nextInt(2_000) * 1_000_000L);
            final int id = random.nextInt(2);
            final long stamp = random.nextInt(3) == 0 ? 0 : clock.timeNs() - random.nextInt(3_000) * 1_000_000L;
            final long price = random.nextInt(20) == 0 ? random.nextInt(20_000) - 100 : 10_000 + random.nextInt(20);
            switch (random.nextInt(3)) {
                case 0:
                    return guard.onQuote(id, stamp, price, 1, price + random.nextInt(8) - 1, random.nextInt(9) - 1);
                case 1:
                    return guard.onTrade(id, stamp, price, random.nextInt(9) - 1);
                default:
                    final long closeNs = clock.timeNs() - clock.timeNs() % MINUTE;
                    return guard.onBar(id, closeNs, MINUTE, price, price + random.nextInt(3), price - 1, price, 1);
            }
        }

        void advance(final long byNs) {
            final long timeNs = clock.timeNs() + byNs;
            while (guard.nextTimerNs() <= timeNs) {
                clock.advanceTo(guard.nextTimerNs());
                guard.onTimer(clock.timeNs());
                if (guard.nextTimerNs() <= clock.timeNs()) {
                    throw new AssertionError("a timer that is done is due again: " + clock.timeNs());
                }
            }
            clock.advanceTo(timeNs);
        }
    }

    @Test
    void shouldKeepInstrumentsApart() {
        final Market market = new Market();

        market.guard.onQuote(1, 0, 10_001, 1, 10_000, 1);

        assertThat(market.guard.blocksEntries(1)).isTrue();
        assertThat(market.guard.blocksEntries(0)).isFalse();
        assertThat(market.guard.verdict(0)).isEqualTo(Verdict.OK);
        assertThat(market.guard.count(0, GuardCheck.CROSSED_QUOTE)).isZero();
    }

    @Test
    void shouldWarnAsLongAsAnyCheckDoesAndFailAsLongAsAnyFails() {
        final GuardBench bench = GuardBench.strict(false);
        bench.quote(10_001, 10_000);
        bench.trade(10_000);
        bench.trade(10_400);
        assertThat(bench.verdict()).isEqualTo(Verdict.FAIL);

        bench.quote(10_000, 10_001);
        assertThat(bench.verdict()).isEqualTo(Verdict.WARN);

        bench.trade(10_400);
        assertThat(bench.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void shouldTellEveryChangeAndNothingElseInEveryHistory() {
        RandomCases.check(500, random -> {
            final Market market = new Market();
            final Verdict[][] known = new Verdict[2][GuardCheck.COUNT];
            long refused = 0;
            for (int i = 0; i < 200; i++) {
                refused += market.step(random) ? 0 : 1;
                market.told.forEach(line -> {
                    final String[] words = line.split(" ");
                    final int id = Integer.parseInt(words[0]);
                    final int check = GuardCheck.valueOf(words[1]).ordinal();
                    final Verdict verdict = Verdict.valueOf(words[2]);
                    final Verdict before = known[id][check] == null ? Verdict.OK : known[id][check];
                    assertThat(verdict).as(line).isNotEqualTo(before);
                    known[id][check] = verdict;
                });
                market.told.clear();
                for (int id = 0; id < 2; id++) {
                    Verdict worst = Verdict.OK;
                    for (final GuardCheck check : GuardCheck.values()) {
                        final Verdict told =
                                known[id][check.ordinal()] == null ? Verdict.OK : known[id][check.ordinal()];
                        assertThat(market.guard.verdict(id, check)).isEqualTo(told);
                        worst = told.ordinal() > worst.ordinal() ? told : worst;
                    }
                    assertThat(market.guard.verdict(id)).isEqualTo(worst);
                    assertThat(market.guard.blocksEntries(id)).isEqualTo(worst == Verdict.FAIL);
                    assertThat(id == 1 && worst == Verdict.WARN)
                            .as("a warning where strict")
                            .isFalse();
                }
            }
            assertThat(market.guard.droppedCount(0) + market.guard.droppedCount(1))
                    .isEqualTo(refused);
        });
    }

    @Test
    void shouldGoOnFromAnyRecordedStateAsIfNothingHadHappened() {
        RandomCases.check(300, random -> {
            final long seed = random.nextLong();
            final int half = random.nextInt(150);
            final Market whole = new Market();
            final SplittableRandom inputs = new SplittableRandom(seed);
            for (int i = 0; i < half; i++) {
                whole.step(inputs);
            }
            final StateTape tape = new StateTape();
            whole.guard.snapshotTo(tape);
            final Market restored = new Market();
            restored.clock.advanceTo(whole.clock.timeNs());
            restored.guard.exchange(tape.reader());
            assertThat(StateHash.of(restored.guard)).isEqualTo(StateHash.of(whole.guard));
            whole.told.clear();

            final SplittableRandom again = inputs.split();
            final long rest = again.nextLong();
            final SplittableRandom first = new SplittableRandom(rest);
            final SplittableRandom second = new SplittableRandom(rest);
            for (int i = 0; i < 150; i++) {
                assertThat(restored.step(second)).isEqualTo(whole.step(first));
            }

            assertThat(restored.told).isEqualTo(whole.told);
            assertThat(StateHash.of(restored.guard)).isEqualTo(StateHash.of(whole.guard));
        });
    }

    @Test
    void shouldRefuseTheStateOfAnotherGuard() {
        final StateTape tape = new StateTape();
        new Market().guard.snapshotTo(tape);

        assertThatThrownBy(() -> GuardBench.strict(false).guard.exchange(tape.reader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not 1");
    }

    @Test
    void shouldAllocateNothing() {
        final Market market = new Market();
        market.listening = false;
        final SplittableRandom random = new SplittableRandom(7);

        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < 20_000; i++) {
                        market.step(random);
                    }
                }))
                .isZero();
    }

    @Test
    void shouldRefuseImpossibleLimits() {
        assertThatThrownBy(() -> new GuardLimits(false, 50, 300, 299, 0, 10, 3, 10, 0, 0, 3, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("data guard: jumpFailBps is 299, allowed: 300 to 1000000");
        assertThatThrownBy(() -> new GuardLimits(false, 0, 300, 300, 0, 10, 3, 10, 0, 0, 3, 0, 0, 0))
                .hasMessageContaining("maxSpreadBps is 0, allowed: 1 to");
        assertThatThrownBy(() -> new GuardLimits(false, 50, 300, 300, 0, 10, 3, 10, -1, 0, 3, 0, 0, 0))
                .hasMessageContaining("staleQuoteNs is -1");
        assertThatThrownBy(() -> new TradingHours(null, true)).hasMessageContaining("need a calendar");
    }

    @Test
    void shouldHaveTheDefaultsOfTheSpecification() {
        final GuardLimits limits = GuardLimits.forBars(5 * MINUTE);

        assertThat(limits.strict()).isFalse();
        assertThat(limits.maxSpreadBps()).isEqualTo(50);
        assertThat(limits.jumpWarnBps()).isEqualTo(300);
        assertThat(limits.jumpFailBps()).isEqualTo(1_500);
        assertThat(limits.staleQuoteNs()).isEqualTo(5 * MINUTE);
        assertThat(limits.staleTradeNs()).isEqualTo(10 * MINUTE);
        assertThat(GuardLimits.forBars(SECOND).staleQuoteNs()).isEqualTo(30 * SECOND);
        assertThat(GuardLimits.forBars(1_440 * MINUTE).staleTradeNs()).isEqualTo(10 * MINUTE);
    }
}
