package reprise.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static reprise.monitor.MonitorBench.MINUTE;
import static reprise.monitor.MonitorBench.SECOND;
import static reprise.monitor.MonitorBench.T0;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.calendar.SessionCalendar;
import reprise.number.Money;
import reprise.state.StateHash;
import reprise.state.StateTape;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

/** Rules that hold for every history: the monitor against a naive one that keeps everything, restored against uninterrupted. */
class RiskMonitorHistoryTest {
    private static final int WINDOW = 20;
    private static final VarSettings SETTINGS = new VarSettings(0.9, WINDOW, 4, MINUTE, VarMethod.HISTORICAL);
    private static final MonitorLimits LIMITS = new MonitorLimits(
            new MonitorLimit(500_000, MonitorAction.WARN),
            new MonitorLimit(20_000_000, MonitorAction.FLATTEN),
            new MonitorLimit(Money.parse("3000"), MonitorAction.REDUCE_ONLY),
            new MonitorLimit(Money.parse("300"), MonitorAction.HALT),
            new MonitorLimit(15_000_000, MonitorAction.HALT),
            new MonitorLimit(2, MonitorAction.HALT),
            true);

    private static MonitorBench bench() {
        final MonitorBench bench = new MonitorBench(SETTINGS, LIMITS, LIMITS, SessionCalendar.utcDays());
        for (int book = 0; book <= MonitorBench.STRATEGIES; book++) {
            bench.equity(book, "1000");
        }
        return bench;
    }

    private static void step(final MonitorBench bench, final SplittableRandom random) {
        bench.at(bench.nowNs - T0 + (random.nextInt(50) == 0 ? 8 * MonitorBench.HOUR : random.nextInt(50) * SECOND));
        final int book = random.nextInt(MonitorBench.STRATEGIES + 1);
        switch (random.nextInt(5)) {
            case 0:
                bench.equities[book] += random.nextLong(-40 * Money.ONE, 42 * Money.ONE);
                bench.monitor.evaluate(bench.nowNs);
                break;
            case 1:
                bench.marketValues[book][random.nextInt(MonitorBench.INSTRUMENTS)] =
                        random.nextInt(3) == 0 ? 0 : random.nextLong(-2_000 * Money.ONE, 2_000 * Money.ONE);
                bench.monitor.evaluate(bench.nowNs);
                break;
            case 2:
                bench.monitor.onTradeClosed(bench.nowNs, book, random.nextLong(-5, 4));
                break;
            default:
                bench.mark(random.nextInt(MonitorBench.INSTRUMENTS), 10_000 + random.nextInt(-100, 100));
                break;
        }
    }

    /** All minutes, all prices, sorted anew each time. */
    private static final class Naive {
        final List<double[]> minutes = new ArrayList<>();
        final long[] before = new long[MonitorBench.INSTRUMENTS];
        final long[] now = new long[MonitorBench.INSTRUMENTS];
        boolean news;

        void minute() {
            if (news) {
                final double[] returns = new double[MonitorBench.INSTRUMENTS];
                for (int i = 0; i < returns.length; i++) {
                    returns[i] = before[i] == 0 ? Double.NaN : (double) now[i] / before[i] - 1;
                    before[i] = now[i];
                }
                minutes.add(returns);
                news = false;
            }
        }

        double historical(final long[] held, final long equity) {
            final List<double[]> last = minutes.subList(Math.max(0, minutes.size() - WINDOW), minutes.size());
            final double[] results = last.stream()
                    .mapToDouble(returns -> {
                        double result = 0;
                        for (int i = 0; i < held.length; i++) {
                            result += held[i] == 0 ? 0 : held[i] * returns[i];
                        }
                        return result;
                    })
                    .filter(result -> !Double.isNaN(result))
                    .sorted()
                    .toArray();
            if (Arrays.stream(held).allMatch(value -> value == 0)) {
                return 0;
            }
            if (results.length < SETTINGS.minReturns()) {
                return Double.NaN;
            }
            final double place = (results.length - 1) * 0.1;
            final int below = (int) place;
            return -(results[below] + (place - below) * (results[below + 1] - results[below])) / equity;
        }
    }

    @Test
    void shouldEqualANaiveMonitorThatKeepsEverything() {
        RandomCases.check(300, random -> {
            final MonitorBench bench = bench();
            bench.monitor.evaluate(T0);
            final Naive naive = new Naive();
            final long[] peaks = bench.equities.clone();
            for (int minute = 1; minute <= 60; minute++) {
                final int marks = random.nextInt(3);
                for (int i = 0; i < marks; i++) {
                    final int id = random.nextInt(MonitorBench.INSTRUMENTS);
                    naive.now[id] = 10_000 + random.nextInt(-100, 100);
                    naive.news = true;
                    bench.mark(id, naive.now[id]);
                }
                final int book = random.nextInt(MonitorBench.STRATEGIES + 1);
                bench.marketValues[book][random.nextInt(MonitorBench.INSTRUMENTS)] =
                        random.nextInt(3) == 0 ? 0 : random.nextLong(-2_000 * Money.ONE, 2_000 * Money.ONE);
                bench.equities[book] += random.nextLong(-10 * Money.ONE, 10 * Money.ONE);
                bench.monitor.evaluate(bench.nowNs);
                bench.at(minute * MINUTE);
                naive.minute();
                for (int b = 0; b <= MonitorBench.STRATEGIES; b++) {
                    final MonitorScope scope = b == 0 ? MonitorScope.ACCOUNT : MonitorScope.STRATEGY;
                    final double expected = naive.historical(bench.marketValues[b], bench.equities[b]);
                    final double actual = bench.monitor.valueAtRisk(scope, b, VarMethod.HISTORICAL);
                    if (Double.isNaN(expected)) {
                        assertThat(actual).isNaN();
                    } else {
                        assertThat(actual).isCloseTo(expected, within(1e-12));
                    }
                    assertThat(bench.monitor.value(scope, b, RiskMeasure.VALUE_AT_RISK))
                            .isCloseTo(Math.max(0, Math.round(expected * 1e8)), within(1L));
                    peaks[b] = Math.max(peaks[b], bench.equities[b]);
                    assertThat(bench.monitor.value(scope, b, RiskMeasure.DRAWDOWN))
                            .isEqualTo((long) Math.ceil((peaks[b] - bench.equities[b]) * 1e8 / peaks[b] - 1e-9));
                }
            }
        });
    }

    @Test
    void shouldTellOfEveryBreachOnceInEveryHistory() {
        RandomCases.check(500, random -> {
            final MonitorBench bench = bench();
            final boolean[][] beyond = new boolean[MonitorBench.STRATEGIES + 1][RiskMeasure.values().length];
            for (int i = 0; i < 200; i++) {
                step(bench, random);
                final List<String> told = bench.told();
                for (int b = 0; b <= MonitorBench.STRATEGIES; b++) {
                    final MonitorScope scope = b == 0 ? MonitorScope.ACCOUNT : MonitorScope.STRATEGY;
                    for (final RiskMeasure measure : RiskMeasure.values()) {
                        final long value = bench.monitor.value(scope, b, measure);
                        final boolean now = value > LIMITS.of(measure).value();
                        assertThat(bench.monitor.isBreached(scope, b, measure)).isEqualTo(now);
                        final String start = scope + " " + b + " " + measure + " ";
                        if (now && !beyond[b][measure.ordinal()]) {
                            assertThat(told).anyMatch(line -> line.startsWith(start));
                        }
                        beyond[b][measure.ordinal()] = now;
                    }
                }
            }
        });
    }

    @Test
    void shouldGoOnFromAnyRecordedStateAsIfNothingHadHappened() {
        RandomCases.check(300, random -> {
            final MonitorBench whole = bench();
            final int half = random.nextInt(200);
            for (int i = 0; i < half; i++) {
                step(whole, random);
            }
            final StateTape tape = new StateTape();
            whole.monitor.snapshotTo(tape);
            final MonitorBench restored = bench();
            restored.monitor.exchange(tape.reader());
            restored.nowNs = whole.nowNs;
            for (int b = 0; b <= MonitorBench.STRATEGIES; b++) {
                restored.equities[b] = whole.equities[b];
                System.arraycopy(whole.marketValues[b], 0, restored.marketValues[b], 0, MonitorBench.INSTRUMENTS);
            }
            assertThat(StateHash.of(restored.monitor)).isEqualTo(StateHash.of(whole.monitor));
            whole.told();

            final long rest = random.nextLong();
            final SplittableRandom first = new SplittableRandom(rest);
            final SplittableRandom second = new SplittableRandom(rest);
            for (int i = 0; i < 200; i++) {
                step(whole, first);
                step(restored, second);
            }

            assertThat(restored.told).isEqualTo(whole.told);
            assertThat(restored.monitor.nextTimerNs()).isEqualTo(whole.monitor.nextTimerNs());
            assertThat(StateHash.of(restored.monitor)).isEqualTo(StateHash.of(whole.monitor));
        });
    }

    @Test
    void shouldRefuseTheStateOfAnotherMonitor() {
        final StateTape tape = new StateTape();
        final MonitorBench more = bench();
        more.monitor.define();
        more.monitor.snapshotTo(tape);

        assertThatThrownBy(() -> bench().monitor.exchange(tape.reader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not 3");
    }

    @Test
    void shouldAllocateNothing() {
        final MonitorBench bench = bench();
        bench.listening = false;
        final SplittableRandom random = new SplittableRandom(5);

        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < 20_000; i++) {
                        step(bench, random);
                    }
                }))
                .isZero();
    }
}
