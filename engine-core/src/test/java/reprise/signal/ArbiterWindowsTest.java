package reprise.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.number.Money;
import reprise.order.Side;
import reprise.state.StateTape;
import reprise.testkit.Allocation;

/** Likeness, clusters, windows in time, and what survives a restart. */
class ArbiterWindowsTest extends ArbiterFixture {
    @Test
    void shouldFindStrategiesThatEnterAlikeRedundant() {
        for (int i = 0; i < 5; i++) {
            offer(signal(0, 0, Side.BUY));
            offer(signal(1, 0, Side.BUY));
        }
        told.clear();
        assertThat(arbiter.overlap(0, 1)).isEqualTo(1);

        offer(signal(0, 0, Side.BUY), signal(1, 0, Side.BUY), signal(2, 0, Side.BUY));

        assertThat(told).containsExactly("#11 ACCEPTED 100", "#12 REDUNDANT to #11", "#13 MAX_SYMBOL_POSITIONS");
    }

    @Test
    void shouldShrinkWithLikeness() {
        arbiter = arbiter(new ArbiterConfig(
                4, 6, 9, 1, false, SECOND, 5, 20, 0.5, 0.7, 0.1, 20, 5, 2, Money.ONE, Money.ONE / 4, 1_000_000));
        for (int i = 0; i < 8; i++) {
            offer(signal(0, i % 4, Side.BUY));
            offer(signal(1, i < 4 ? 5 : i % 4, Side.BUY));
        }
        // Four of eight are common: 4 / 12.
        assertThat(arbiter.overlap(0, 1)).isEqualTo(4.0 / 12);
        account.held[1][0] = 10;

        offer(signal(0, 0, Side.BUY));

        assertThat(last.quantity()).isEqualTo(66);
        assertThat(last.boundBy()).isEqualTo(SizeCap.REDUNDANCY);
    }

    @Test
    void shouldFindStrategiesThatEarnAlikeRedundant() {
        for (int day = 0; day < 25; day++) {
            arbiter.onPnl(0, day % 3 * Money.ONE);
            arbiter.onPnl(1, day % 3 * Money.ONE * 2 + 1);
            arbiter.onPnl(2, -day % 3 * Money.ONE);
            arbiter.onPnl(3, 100_000_001);
            arbiter.onDayClosed();
        }
        assertThat(arbiter.correlation(0, 1)).isEqualTo(1, within(1e-12));
        assertThat(arbiter.correlation(0, 2)).isEqualTo(-1, within(1e-12));
        assertThat(arbiter.correlation(0, 3)).isZero();
        account.held[1][0] = 5;

        offer(signal(0, 0, Side.BUY));

        assertThat(told).containsExactly("#1 REDUNDANT");
        assertThat(last.otherStrategyId()).isEqualTo(1);
    }

    @Test
    void shouldSpendTheClusterInOrderOfRank() {
        account.clusterExposure[0] = 19_000 * Money.ONE;

        offer(
                signal(0, 2, Side.BUY),
                signal(1, 3, Side.BUY),
                signal(2, 3, Side.BUY).weighing(59, 0.5));

        assertThat(told).containsExactly("#1 ACCEPTED 100", "#2 ACCEPTED 20", "#3 MAX_SYMBOL_POSITIONS");
        offer(
                signal(3, 2, Side.BUY).weighing(70, 0.5),
                signal(1, 3, Side.BUY),
                signal(0, 3, Side.SELL).weighing(50, 0));
        account.clusterExposure[0] = 25_000 * Money.ONE;
        offer(signal(3, 2, Side.BUY));
        assertThat(last.reason()).isEqualTo(ArbitrationReason.CLUSTER_EXPOSURE);
    }

    @Test
    void shouldCollectTicksForTheWindow() {
        arbiter.offerOnTick(signal(0, 0, Side.BUY), NOW);
        arbiter.onTime(NOW + 249_999_999);
        assertThat(told).isEmpty();
        assertThat(arbiter.deadlineNs()).isEqualTo(NOW + 250_000_000);

        arbiter.onTime(NOW + 250_000_000);
        assertThat(told).containsExactly("#1 ACCEPTED 100");
        assertThat(arbiter.deadlineNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldDecideTicksWithTheBatchThatEndsBefore() {
        arbiter.offerOnTick(signal(0, 0, Side.BUY), NOW);
        arbiter.offerOnBar(signal(1, 0, Side.SELL), NOW + 1);
        arbiter.onEndOfBatch(NOW + 1);

        assertThat(told).containsExactly("#1 CONFLICT_TIE to #2", "#2 CONFLICT_TIE to #1");
        assertThat(arbiter.deadlineNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldRefuseASignalFromWithinADecision() {
        final Arbiter[] own = new Arbiter[1];
        own[0] = new Arbiter(
                ArbiterConfig.standard(4, 6),
                account.instruments,
                account,
                decision -> own[0].offerOnBar(signal(0, 0, Side.BUY), NOW));
        own[0].offerOnBar(signal(0, 0, Side.BUY), NOW);

        assertThatThrownBy(() -> own[0].onEndOfBatch(NOW)).hasMessageContaining("during a decision");
    }

    @Test
    void shouldGoOnFromSavedStateAsIfNothingHadHappened() {
        arbiter.define(0, terms(DetectionType.NONE, SECOND, false));
        for (int i = 0; i < 7; i++) {
            offer(signal(0, i % 3, Side.BUY), signal(1, i % 2, Side.BUY));
            arbiter.onOutcome(1, 0.55, i - 2, i - 2);
            arbiter.onPnl(i % 3, i);
            arbiter.onDayClosed();
        }
        arbiter.offerOnTick(signal(0, 4, Side.BUY), NOW + SECOND);
        arbiter.offerOnTick(signal(1, 4, Side.BUY), NOW + SECOND);
        final StateTape tape = new StateTape();
        arbiter.snapshotTo(tape);
        final Arbiter original = arbiter;
        final Arbiter restored = arbiter(ArbiterConfig.standard(4, 6));
        restored.define(0, terms(DetectionType.NONE, SECOND, false));
        restored.exchange(tape.reader());
        told.clear();

        original.onTime(restored.deadlineNs());
        final List<String> expected = List.copyOf(told);
        told.clear();
        restored.onTime(original.deadlineNs() == Long.MAX_VALUE ? restored.deadlineNs() : -1);

        assertThat(expected).hasSize(2);
        assertThat(told).isEqualTo(expected);
        final StateTape after = new StateTape();
        original.snapshotTo(after);
        final StateTape again = new StateTape();
        restored.snapshotTo(again);
        assertThat(again).usingRecursiveComparison().isEqualTo(after);
    }

    @Test
    void shouldAllocateNothing() {
        final long[] sum = new long[1];
        arbiter = new Arbiter(
                ArbiterConfig.standard(4, 6), account.instruments, account, decision -> sum[0] += decision.quantity());
        for (int i = 0; i < 4; i++) {
            arbiter.define(i, terms(DetectionType.NONE, 0, false));
        }
        final Signal[] signals = new Signal[12];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = signal(i % 4, i % 6, i % 5 == 0 ? Side.SELL : Side.BUY);
        }

        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < 2_000; i++) {
                        for (int j = 0; j < signals.length; j++) {
                            arbiter.offerOnTick(signals[j], NOW);
                        }
                        arbiter.onOutcome(i % 4, 0.5, i % 3 - 1, i % 3);
                        arbiter.onTime(NOW + 250_000_000);
                    }
                }))
                .isZero();
        assertThat(sum[0]).isPositive();
    }
}
