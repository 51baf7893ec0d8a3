package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reprise.guard.GuardLimits;
import reprise.market.InstrumentDefinition;
import reprise.message.MutedCommands;
import reprise.number.Money;
import reprise.risk.RiskLimits;
import reprise.time.EngineClock;

class DeadlinesTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final GuardLimits GUARDED = GuardLimits.forBars(MINUTE_NS);

    private final EngineClock clock = new EngineClock();
    private final EngineCore core = new EngineCore(
            clock,
            CoreConfig.with(new RiskLimits(Money.ONE, Money.ONE, 1))
                    .with(new SupervisionPolicy(GUARDED, null, List.of())),
            List.of(),
            new MutedCommands(),
            CoreObserver.NONE);
    private long sequence;

    @BeforeEach
    void oneBar() {
        core.beginEvent(++sequence, 0);
        new RunReports(core, core.instruments(), core.portfolio(), null)
                .onInstrumentDefined(new InstrumentDefinition(0, 0, "I0", "I", "USD", 2, 6, 1, 1, 0));
        core.endEvent();
        core.beginEvent(++sequence, MINUTE_NS);
        core.newDispatcher().prices().onBar(0, MINUTE_NS, MINUTE_NS, 100, 100, 100, 100, 1);
        core.endEvent();
    }

    @Test
    void shouldFireWhatIsDueByTheAlarm() {
        assertThat(core.supervision().guard().blocksEntries(0)).isFalse();
        core.beginEvent(++sequence, 60 * MINUTE_NS);
        assertThat(core.supervision().guard().blocksEntries(0)).isTrue();
    }

    @Test
    void shouldCheckInTestsThatNoDeadlineIsOverlooked() {
        clock.alarmAt(Long.MAX_VALUE);
        assertThatCode(() -> core.beginEvent(++sequence, 2 * MINUTE_NS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> core.beginEvent(++sequence, 60 * MINUTE_NS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no alarm was set");
    }
}
