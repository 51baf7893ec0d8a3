package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.message.MutedCommands;
import reprise.parameter.Parameter;
import reprise.signal.Reason;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.testing.TestEngine;
import reprise.time.EngineClock;

/** What the operator changes of a strategy while it runs, and what a strategy says for the record. */
class StrategyChangeTest {
    record Knobs(
            @Parameter(meaning = "threshold", value = "100", min = "1", live = true)
            double threshold,

            @Parameter(meaning = "length", value = "5") int length) {}

    /** Explains every trade above its threshold. */
    private static final class Watcher implements Strategy {
        private final Reason reason = new Reason();
        private Knobs knobs = new Knobs(100, 5);
        private StrategyContext context;

        @Override
        public void onStart(final StrategyContext given) {
            context = given;
            context.subscribe(context.instrument("I0"));
        }

        @Override
        public void onRestore(final StrategyContext given) {
            onStart(given);
        }

        @Override
        public void onTrade(final Instrument instrument) {
            if (instrument.markPrice() > knobs.threshold()) {
                context.explain(
                        instrument,
                        reason.of("ABOVE").with("price", instrument.markPrice()).with("threshold", knobs.threshold()));
            }
        }

        @Override
        public Record parameters() {
            return knobs;
        }

        @Override
        public void onParameters(final Record changed) {
            knobs = (Knobs) changed;
        }

        @Override
        public void exchange(final StateExchange state) {
            // It holds nothing but its parameters, which the engine keeps.
        }
    }

    private final Watcher watcher = new Watcher();
    private final TestEngine engine = new TestEngine(watcher);
    private final DecisionLines decisions = new DecisionLines(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> taken() {
        return decisions.take("actionExplained", "parametersDecided");
    }

    @Test
    void shouldPutOnRecordWhatAStrategyExplains() {
        engine.trade(0, 100);
        engine.trade(0, 101);

        assertThat(taken()).containsExactly("actionExplained 1 0 0 ABOVE price=101.0 threshold=100.0");
    }

    @Test
    void shouldChangeAParameterFromOneEventOnAndSaySo() {
        engine.events().onParameterRequested(1, "threshold", "200");
        engine.trade(0, 150);
        engine.trade(0, 201);

        assertThat(taken())
                .containsExactly("parametersDecided 1 ", "actionExplained 1 0 0 ABOVE price=201.0 threshold=200.0");
    }

    @Test
    void shouldRefuseWhatMayNotChangeAndGoOnAsBefore() {
        engine.events().onParameterRequested(1, "length", "6");
        engine.events().onParameterRequested(1, "threshold", "0");
        engine.events().onParameterRequested(1, "thresold", "7");
        engine.events().onParameterRequested(9, "threshold", "7");

        assertThat(taken())
                .containsExactly(
                        "parametersDecided 1 length: is fixed while it runs; these can be changed: threshold",
                        "parametersDecided 1 threshold: 0 is not a number from 1 up",
                        "parametersDecided 1 thresold: there is no such parameter; these can be changed: threshold");
        assertThat(watcher.knobs).isEqualTo(new Knobs(100, 5));
    }

    @Test
    void shouldKeepAChangeThroughASnapshot() {
        final String before = engine.core().stateHash();
        engine.events().onParameterRequested(1, "threshold", "200");
        assertThat(engine.core().stateHash()).isNotEqualTo(before);
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(engine.core().sequence(), engine.core().timeNs());
        engine.core().snapshotTo(writer);

        final Watcher again = new Watcher();
        final EngineCore restored = new EngineCore(
                new EngineClock(),
                CoreConfig.with(TestEngine.WIDE_LIMITS),
                List.of(again),
                new MutedCommands(),
                CoreObserver.NONE);
        new SnapshotReader(writer.seal()).restore(restored);

        assertThat(again.knobs).isEqualTo(new Knobs(200, 5));
        assertThat(restored.stateHash()).isEqualTo(engine.core().stateHash());
    }
}
