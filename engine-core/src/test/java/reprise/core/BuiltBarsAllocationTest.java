package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.bar.BarInput;
import reprise.bar.BarSpec;
import reprise.calendar.SessionCalendar;
import reprise.core.BarsEngine.Trader;
import reprise.market.Aggressor;
import reprise.number.Money;
import reprise.testkit.Allocation;

class BuiltBarsAllocationTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long T0 = 20_054 * 86_400 * SECOND;

    private long step;

    @Test
    void shouldAllocateNothingOnceWarm() {
        final BarsEngine engine = BarsEngine.inline(new Trader(
                0,
                BarSpec.seconds(1),
                BarSpec.minutes(1),
                BarSpec.minutes(30).inSessions(SessionCalendar.usEquities()),
                BarSpec.minutes(1).of(BarInput.QUOTES),
                BarSpec.minutes(5).of(BarInput.BARS),
                BarSpec.ticks(10),
                BarSpec.volume(100),
                BarSpec.dollars(Money.parse("1000"))));

        assertThat(Allocation.leastBytes(6, () -> feed(engine, 20_000))).isZero();
        engine.close();
    }

    private void feed(final BarsEngine engine, final int count) {
        for (int i = 0; i < count; i++) {
            step++;
            final long time = T0 + step * 700_000_000L;
            final int id = (int) (step & 1);
            engine.events.at(time).onTrade(id, time, 1_000 + step % 17, 1 + step % 5, Aggressor.BUYER);
            engine.events.at(time).onQuote(id, time, 999 + step % 13, 1, 1_020, 1);
            if (step % 50 == 0) {
                engine.events.onTradesInterrupted(id, time);
            } else if (step % 50 == 20 || step % 50 == 40) {
                engine.events.onHistoricalTrade(id, time - 9 * SECOND, 1_000, 1, Aggressor.BUYER);
                engine.events.onTradesResumed(id, time);
            }
            if (step % 86 == 0) {
                engine.events.at(time).onBar(id, time, 60 * SECOND, 1_000, 1_010, 990, 1_001, 5);
            }
        }
    }
}
