package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.core.EngineCore;
import reprise.market.Aggressor;
import reprise.market.Instrument;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.pipeline.Session.Recording;
import reprise.port.EventLog;
import reprise.port.UnjournaledLog;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.testing.Definitions;
import reprise.testing.RecordedLog;
import reprise.testkit.RandomCases;

/** Prices that nobody reads are not written, and nothing else is different. */
class DirectPricesTest {
    private static final int EVENTS = 2_000;

    private static InlinePipeline pipeline(
            final EventLog events, final TimeSource timeSource, final Strategy strategy) {
        return new InlinePipeline(
                Session.parts(List.of(strategy), events, new RecordedLog(), timeSource, new MutedCommands()), false);
    }

    @Test
    void shouldDecideTheSameWithAndWithoutARecord() {
        RandomCases.check(20, random -> {
            final long seed = random.nextLong(1_000);
            final Recording recorded = Session.record(seed, EVENTS);
            final Recording unread = Session.tradeUnread(seed, EVENTS);

            assertThat(unread.commands().records())
                    .containsExactlyElementsOf(recorded.commands().records());
            assertThat(unread.commandHash()).isEqualTo(recorded.commandHash());
            assertThat(unread.stateHash()).isEqualTo(recorded.stateHash());
            assertThat(recorded.commands().records()).isNotEmpty();
        });
    }

    @Test
    void shouldWriteWhatIsRecordedOrReplayedOrLookedAt() {
        final Outlet unread = pipeline(new UnjournaledLog(), TimeSource.OF_THE_DATA, new Asking())
                .newOutlet();
        final Outlet recorded = pipeline(new RecordedLog(), TimeSource.OF_THE_DATA, new Asking())
                .newOutlet();
        final Outlet replayed = pipeline(null, null, new Asking()).newOutlet();
        final PipelineParts parts = Session.parts(
                List.of(), new UnjournaledLog(), new UnjournaledLog(), TimeSource.OF_THE_DATA, new MutedCommands());
        final Outlet watched = new InlinePipeline(
                        new PipelineParts(
                                parts.eventLog(),
                                parts.commandLog(),
                                parts.timeSource(),
                                parts.coreFactory(),
                                parts.venues(),
                                new Watching(),
                                StallListener.NONE),
                        false)
                .newOutlet();

        assertThat(unread.prices(1)).isNotNull();
        assertThat(recorded.prices(1)).isNull();
        assertThat(replayed.prices(1)).isNull();
        assertThat(watched.prices(1)).isNull();
    }

    @Test
    void shouldWriteWhatComesWhileAnEventIsHandled() {
        final Asking strategy = new Asking();
        try (InlinePipeline pipeline = pipeline(new UnjournaledLog(), TimeSource.OF_THE_DATA, strategy)) {
            final Outlet outlet = pipeline.newOutlet();
            strategy.outlet = outlet;
            begin(new EventPublisher(outlet)).onTrade(0, 0, 10, 1, Aggressor.UNKNOWN);

            assertThat(strategy.trades).isEqualTo(1);
            assertThat(strategy.wasOffered).isFalse();
        }
    }

    @Test
    void shouldStopWhenThePriceOfACallCannotBeHandled() {
        final Asking strategy = new Asking();
        final InlinePipeline pipeline = pipeline(new UnjournaledLog(), TimeSource.OF_THE_DATA, strategy);
        final EventPublisher events = begin(new EventPublisher(pipeline.newOutlet()));
        strategy.problem = new AssertionError("boom");

        assertThatThrownBy(() -> events.onTrade(0, 0, 10, 1, Aggressor.UNKNOWN))
                .isInstanceOf(PipelineFailedException.class)
                .hasMessageContaining("the engine stopped at its event number 4")
                .hasRootCause(strategy.problem);
        assertThatThrownBy(() -> events.onTrade(0, 0, 10, 1, Aggressor.UNKNOWN))
                .isInstanceOf(PipelineFailedException.class);
        assertThatThrownBy(pipeline::close).hasRootCause(strategy.problem);
        assertThat(strategy.trades).isEqualTo(1);
    }

    private static EventPublisher begin(final EventPublisher events) {
        events.onInstrumentDefined(Definitions.anInstrument().define());
        events.onVenueConnected(1);
        events.onStartRequested(1);
        return events;
    }

    /** Looks at nothing, but might. */
    private static final class Watching implements Checkpoint {
        @Override
        public boolean isDueAfter(final long sequence, final int templateId) {
            return false;
        }

        @Override
        public void take(final EngineCore core) {
            throw new AssertionError("never due");
        }
    }

    /** Asks in the middle of a trade whether another would be taken by call. */
    private static final class Asking implements Strategy {
        private Outlet outlet;
        private AssertionError problem;
        private int trades;
        private boolean wasOffered;

        @Override
        public void onStart(final StrategyContext context) {
            context.subscribe(context.instrument("I0"));
        }

        @Override
        public void onTrade(final Instrument instrument) {
            trades++;
            if (problem != null) {
                throw problem;
            }
            wasOffered = outlet.prices(1) != null;
        }

        @Override
        public void onRestore(final StrategyContext context) {
            onStart(context);
        }

        @Override
        public void exchange(final StateExchange state) {
            // nothing is kept
        }
    }
}
