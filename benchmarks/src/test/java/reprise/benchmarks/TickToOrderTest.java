package reprise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The measurement runs, and every way answers every frame; how fast is not asked here. */
class TickToOrderTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void shouldAnswerEveryFrameOnEveryWay() {
        final List<TickToOrder.Result> results = new TickToOrder(directory, 1, 2, 0).run(500);

        assertThat(results).extracting(TickToOrder.Result::way).containsExactly(TickToOrder.Way.values());
        assertThat(results).allSatisfy(result -> {
            assertThat(result.orders()).isEqualTo(500);
            assertThat(result.latencies().getTotalCount()).isEqualTo(500);
        });
    }
}
