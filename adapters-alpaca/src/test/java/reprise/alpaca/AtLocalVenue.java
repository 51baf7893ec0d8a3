package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import reprise.alpaca.order.EngineEars;

/** A venue object at a local Alpaca of its own for each test; what the engine hears is sound to the end. */
@Timeout(60)
abstract class AtLocalVenue {
    OrdersHarness harness;
    EngineEars ears;

    @BeforeEach
    void start() {
        harness = new OrdersHarness();
        ears = harness.ears;
    }

    @AfterEach
    void stop() {
        harness.close();
        assertThat(harness.ears.lines()).noneMatch(line -> line.startsWith("UNSOUND"));
    }
}
