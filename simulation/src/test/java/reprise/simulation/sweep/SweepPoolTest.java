package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweepPoolTest {
    private static final SweepGrid GRID = new SweepGrid(List.of(SweepAxis.parse("a", "0:99")));

    private static final List<PointSpec> SPECS = LongStream.of(GRID.all())
            .mapToObj(point -> Points.spec(GRID, point))
            .toList();

    private static PointOutcome outcome(final PointSpec spec) {
        return new PointOutcome(Points.valued(GRID, spec.point(), spec.point()), null);
    }

    @Test
    void shouldDoEveryRunOnceOnAsManyThreadsAsAsked() {
        final Set<String> threads = new HashSet<>();
        final AtomicInteger arrived = new AtomicInteger();
        final List<Long> done = new ArrayList<>();
        final SweepPool pool = new SweepPool(
                (spec, cancelled) -> {
                    arrived.incrementAndGet();
                    while (arrived.get() < 4) {
                        Thread.onSpinWait();
                    }
                    synchronized (threads) {
                        threads.add(Thread.currentThread().getName());
                    }
                    return outcome(spec);
                },
                4);

        pool.run(SPECS, outcome -> done.add(outcome.result().spec().point()));

        assertThat(done).doesNotHaveDuplicates().hasSize(100);
        assertThat(threads).containsExactlyInAnyOrder("sweep-1", "sweep-2", "sweep-3", "sweep-4");
    }

    @Test
    void shouldGoOnWhenARunFails() {
        final List<PointResult> done = new ArrayList<>();
        final SweepPool pool = new SweepPool(
                (spec, cancelled) -> switch ((int) spec.point()) {
                    case 7 -> throw new UnsupportedOperationException("no seven");
                    case 8 -> throw new AssertionError("eight");
                    case 9 -> throw new PointFile.UnusableException("meant for the user");
                    default -> outcome(spec);
                },
                2);

        pool.run(SPECS, outcome -> done.add(outcome.result()));

        assertThat(done).hasSize(100);
        assertThat(done)
                .filteredOn(PointResult::isFailed)
                .extracting(PointResult::failure)
                .satisfiesExactlyInAnyOrder(
                        seven -> assertThat(seven)
                                .startsWith("java.lang.UnsupportedOperationException: no seven at reprise.simulation"),
                        eight -> assertThat(eight).startsWith("java.lang.AssertionError: eight at "),
                        nine -> assertThat(nine).isEqualTo("meant for the user"));
        assertThat(pool.isStopped()).isFalse();
    }

    @Test
    void shouldLeaveWhatIsUnderWayWhenStopped() {
        final CountDownLatch begun = new CountDownLatch(2);
        final AtomicInteger left = new AtomicInteger();
        final List<PointOutcome> done = new ArrayList<>();
        final SweepPool pool = new SweepPool(
                (spec, cancelled) -> {
                    begun.countDown();
                    while (!cancelled.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    left.incrementAndGet();
                    throw new CancellationException();
                },
                2);
        final Thread user = new Thread(() -> {
            try {
                begun.await();
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
            pool.stop();
        });
        user.start();

        pool.run(SPECS, done::add);

        assertThat(left).hasValue(2);
        assertThat(done).isEmpty();
        assertThat(pool.isStopped()).isTrue();
    }

    @Test
    void shouldEndWhenItsResultsCannotBeKept() {
        final SweepPool pool = new SweepPool((spec, cancelled) -> outcome(spec), 2);

        assertThatThrownBy(() -> pool.run(SPECS, outcome -> {
                    throw new IllegalStateException("disk full");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("disk full");
        assertThat(pool.isStopped()).isTrue();
    }
}
