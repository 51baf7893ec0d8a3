package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reprise.bar.BarSpec;
import reprise.core.BarsEngine.Listener;
import reprise.market.Aggressor;
import reprise.message.MutedCommands;
import reprise.number.Money;
import reprise.risk.RiskLimits;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.state.StateSink;
import reprise.time.EngineClock;

/** The state of a build that knew nothing of interruptions, taken up by this one. */
class OlderBuiltBarsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long T0 = 20_000 * 86_400 * SECOND;

    private static Listener listener() {
        return new Listener(new ArrayList<>(), "I0", false, BarSpec.minutes(1));
    }

    /** Writes a snapshot as a build wrote it that knew nothing of interruptions. */
    private static byte[] olderSnapshot(final EngineCore core) {
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        final SnapshotWriter older = new SnapshotWriter();
        older.begin(core.sequence(), core.timeNs());
        SnapshotReader.show(writer.seal(), new StateSink() {
            private boolean isKnown = true;

            @Override
            public void section(final String name, final long key) {
                isKnown = !name.startsWith("awaitedTrade");
                if (isKnown) {
                    older.section(name, key);
                }
            }

            @Override
            public void field(final String name, final long value) {
                if (isKnown) {
                    older.field(name, value);
                }
            }

            @Override
            public void field(final String name, final double value) {
                if (isKnown) {
                    older.field(name, value);
                }
            }

            @Override
            public void field(final String name, final CharSequence value) {
                if (isKnown) {
                    older.field(name, value);
                }
            }
        });
        return older.seal();
    }

    @Test
    void shouldGoOnWithBarsAndWithoutTradesThatWait() {
        try (BarsEngine engine = BarsEngine.inline(listener())) {
            final EngineCore core = engine.pipeline.core();
            engine.events.at(T0).onTrade(0, T0, 100, 1, Aggressor.UNKNOWN);
            engine.events.at(T0 + 90 * SECOND).onTrade(0, T0 + 90 * SECOND, 101, 2, Aggressor.UNKNOWN);
            final Listener taken = listener();
            final RiskLimits limits = new RiskLimits(Money.parse("1000000000"), Money.parse("1000000000"), 4_096);
            final EngineCore next = new EngineCore(
                    new EngineClock(), CoreConfig.with(limits), List.of(taken), new MutedCommands(), CoreObserver.NONE);

            CarriedState.takeUp(
                    olderSnapshot(core), new RunChange(Set.of(), Set.of(), List.of(), Set.of(), false), next, 1);

            assertThat(taken.series.get(0).count()).isEqualTo(1);
            assertThat(core.lastTradeNs(0)).isEqualTo(T0 + 90 * SECOND);
            assertThat(next.lastTradeNs(0)).isZero();
        }
    }
}
