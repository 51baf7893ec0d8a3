package reprise.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One walk gives the hashes that two would, and the part is what its filter says. */
class StateHashesTest {
    private static final List<String> LEFT_OUT = List.of("clock.asked", "clock.name", "timers", "order.queries");

    private long asked = 1;
    private String name = "short";

    private final Snapshotable owner = state -> {
        state.section("clock", 0);
        asked = state.field("asked", asked);
        state.field("queries", 5L);
        name = state.field("name", name);
        state.section("timers", asked);
        state.field("deadline", asked);
        for (int i = 0; i < 500; i++) {
            state.section("order", i);
            state.field("queries", asked);
            state.field("asked", 7L);
            state.field("value", i / 3.0);
            state.field("symbol", "x".repeat(10 * i));
        }
    };

    private final Snapshotable partWritten = state -> {
        state.section("clock", 0);
        state.field("queries", 5L);
        for (int i = 0; i < 500; i++) {
            state.section("order", i);
            state.field("asked", 7L);
            state.field("value", i / 3.0);
            state.field("symbol", "x".repeat(10 * i));
        }
    };

    @Test
    void shouldHashWholeAndPartInOneWalkAsInTwo() {
        final FilteredState part = new FilteredState(owner, LEFT_OUT);

        final StateHashes hashes = StateHashes.of(part);

        assertEquals(StateHash.of(owner), hashes.whole());
        assertEquals(StateHash.of(part), hashes.part());
        assertEquals(StateHash.of(partWritten), hashes.part());
    }

    @Test
    void shouldNotSeeInThePartWhatIsLeftOut() {
        final StateHashes before = StateHashes.of(new FilteredState(owner, LEFT_OUT));
        asked = 2;
        name = "a name that is longer than before";

        final StateHashes after = StateHashes.of(new FilteredState(owner, LEFT_OUT));

        assertEquals(before.part(), after.part());
        assertNotEquals(before.whole(), after.whole());
    }
}
