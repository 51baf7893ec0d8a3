package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.bar.BarInput;
import reprise.bar.BarSpec;
import reprise.calendar.SessionCalendar;
import reprise.core.BarsEngine.Trader;
import reprise.market.Aggressor;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.pipeline.Layout;
import reprise.testing.RecordedLog;

/** Equal events give equal bars, commands and state, on whatever threads. */
class BuiltBarsReplayTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    // Some hours before a session of New York on the last day before Thanksgiving.
    private static final long T0 = 20_054 * 86_400 * SECOND + 8 * 60 * MINUTE;

    private static final BarSpec[] SPECS = {
        BarSpec.seconds(1),
        BarSpec.minutes(1).withCloseDelay(300_000_000L),
        BarSpec.minutes(5),
        BarSpec.minutes(30).inSessions(SessionCalendar.usEquities()),
        BarSpec.hours(1).inExtendedSessions(SessionCalendar.usEquities()),
        BarSpec.seconds(10).of(BarInput.QUOTES),
        BarSpec.minutes(5).of(BarInput.BARS),
        BarSpec.ticks(37),
        BarSpec.volume(1_000),
        BarSpec.dollars(Money.parse("3000")),
    };

    private static String run(final BarsEngine engine, final long seed, final int count) {
        try (engine) {
            feed(engine.events, seed, count);
            engine.pipeline.awaitIdle();
            // The venue never answers, so the engine also asks what became of its orders.
            assertThat(engine.pipeline.commandCount()).isGreaterThan(3_000);
            return engine.hashes();
        }
    }

    private static void feed(final EventPublisher events, final long seed, final int count) {
        final SplittableRandom random = new SplittableRandom(seed);
        long time = T0;
        long price = 10_000;
        long minute = time / MINUTE;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(20) == 0 ? random.nextLong(2 * MINUTE) : random.nextLong(SECOND);
            price = Math.max(100, price + random.nextInt(-20, 21));
            final int id = random.nextInt(BarsEngine.INSTRUMENTS);
            // The venue's clock is off, both ways, and some trades are late.
            final long venueTime = time + random.nextLong(-SECOND, SECOND) - (random.nextInt(50) == 0 ? MINUTE : 0);
            if (time / MINUTE > minute) {
                minute = time / MINUTE;
                events.at(time).onBar(id, minute * MINUTE, MINUTE, price, price + 5, price - 5, price, 100);
            }
            switch (random.nextInt(4)) {
                case 0:
                    events.at(time).onQuote(id, venueTime, price - 1, 1, price + 1, 1);
                    break;
                case 1:
                    events.at(time).onClockTicked();
                    break;
                default:
                    events.at(time).onTrade(id, venueTime, price, random.nextLong(100), Aggressor.UNKNOWN);
            }
        }
    }

    @Test
    @Timeout(60)
    void shouldDecideTheSameInlineAndOnRings() {
        final int count = 30_000;
        final String inline = run(BarsEngine.inline(new Trader(3_000, SPECS)), 1, count);

        assertThat(run(BarsEngine.inline(new Trader(3_000, SPECS)), 1, count)).isEqualTo(inline);
        assertThat(run(BarsEngine.onRings(Layout.FUSED, new Trader(3_000, SPECS)), 1, count))
                .isEqualTo(inline);
        assertThat(run(BarsEngine.onRings(Layout.PIPELINED, new Trader(3_000, SPECS)), 1, count))
                .isEqualTo(inline);
        assertThat(run(BarsEngine.inline(new Trader(3_000, SPECS)), 2, count)).isNotEqualTo(inline);
    }

    @Test
    void shouldDecideTheSameFromItsJournal() {
        final RecordedLog journal = new RecordedLog();
        final BarsEngine live = BarsEngine.inline(journal, new Trader(3_000, SPECS));
        feed(live.events, 3, 10_000);

        final BarsEngine replayed = BarsEngine.replay(journal.records(), new Trader(3_000, SPECS));

        assertThat(replayed.hashes()).isEqualTo(live.hashes());
    }

    /** No look-ahead: what has been decided is the same whether the future comes or not. */
    @Test
    void shouldDecideTheSameWithoutTheFuture() {
        final RecordedLog journal = new RecordedLog();
        final BarsEngine live = BarsEngine.inline(journal, new Trader(3_000, SPECS));
        feed(live.events, 4, 2_000);
        final int present = journal.records().size();
        final String decided = live.hashes();
        live.events.at(T0 + 86_400 * SECOND).onClockTicked();

        final BarsEngine prefix = BarsEngine.replay(journal.records().subList(0, present), new Trader(3_000, SPECS));

        assertThat(live.hashes()).isNotEqualTo(decided);
        assertThat(prefix.hashes()).isEqualTo(decided);
    }
}
