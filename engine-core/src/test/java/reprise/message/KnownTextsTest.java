package reprise.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import reprise.signal.Reason;
import reprise.testing.ArrayOutlet;
import reprise.testkit.Allocation;
import reprise.time.EngineClock;

class KnownTextsTest {
    private static final int LENGTH = 16;

    private final KnownTexts texts = new KnownTexts();

    private static byte[] field(final String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), LENGTH);
    }

    private String of(final String text) {
        return texts.of(field(text), LENGTH);
    }

    @Test
    void shouldGiveTheSameStringForTheSameBytes() {
        final String first = of("ema:20");
        final String other = of("ema:21");

        assertThat(first).isEqualTo("ema:20");
        assertThat(other).isEqualTo("ema:21");
        assertThat(of("ema:20")).isSameAs(first);
        assertThat(of("ema:2")).isEqualTo("ema:2");
        assertThat(of("")).isEmpty();
    }

    @Test
    void shouldReadAllBytesOfAFieldThatIsFull() {
        assertThat(of("sixteen letters!")).isEqualTo("sixteen letters!");
    }

    @Test
    void shouldStayRightWhenManyTextsComeThatNeverRepeat() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(of("label" + i)).isEqualTo("label" + i);
        }
    }

    /** Two strings of the same hash code, so of the same place. */
    @Test
    void shouldTellTextsApartThatMeetInOnePlace() {
        final String first = of("Aa");
        final String second = of("BB");

        assertThat(first).isEqualTo("Aa");
        assertThat(second).isEqualTo("BB");
        assertThat(of("Aa")).isSameAs(first);
        assertThat(of("BB")).isSameAs(second);
    }

    /** Rules fire in turn, each with labels of its own. */
    @Test
    void shouldAllocateNothingForReasonsThatWereGivenBefore() {
        final ArrayOutlet outlet = new ArrayOutlet();
        final CommandPublisher publisher = new CommandPublisher(outlet, new EngineClock());
        final CommandDispatcher dispatcher = new CommandDispatcher(new MutedCommands(), new MutedCommands());
        final Reason[] reasons = {
            new Reason().of("breakout").with("close", 1).with("donchian:20", 2),
            new Reason().of("pullback").with("low", 3).with("ema:9", 4),
        };
        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < 10_000; i++) {
                        publisher.actionExplained(1, 0, 7, reasons[i & 1]);
                        dispatcher.dispatch(outlet.buffer(), 0);
                    }
                }))
                .isZero();
    }
}
