package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.order.Order;
import reprise.order.Orders;
import reprise.testing.RandomMarket;
import reprise.testing.RandomVenue;
import reprise.testing.RecordedLog;
import reprise.testkit.RandomCases;

/** Strategies that only wish, against a venue that answers as it likes: replays are equal, and nothing is ever sent twice. */
class IntentReplayTest {
    private static final int EVENTS = 4_000;
    private static final int ROUTER_ID = 2;

    @Test
    void shouldReplayEqually() {
        RandomCases.check(10, random -> {
            final long seed = random.nextLong(1_000);
            final RecordedLog events = new RecordedLog();
            final RecordedLog commands = new RecordedLog();
            final String[] expected = record(seed, events, commands);

            final RecordedLog again = new RecordedLog();
            try (InlinePipeline pipeline =
                    new InlinePipeline(IntentSession.parts(seed, null, again, null, new MutedCommands()), false)) {
                final Outlet outlet = pipeline.newOutlet();
                events.records().forEach(bytes -> Session.feed(outlet, bytes));
                pipeline.awaitIdle();

                assertThat(again.mismatch(commands)).isEqualTo(-1);
                assertThat(pipeline.commandHash()).isEqualTo(expected[0]);
                assertThat(pipeline.core().stateHash()).isEqualTo(expected[1]);
            }
        });
    }

    @Test
    void shouldDecideAndTradeInASessionWorthItsName() {
        final RecordedLog commands = new RecordedLog();
        record(7, new RecordedLog(), commands);
        final Map<String, Integer> counts = new HashMap<>();
        commands.records()
                .forEach(bytes ->
                        counts.merge(Templates.name(Envelope.templateId(new UnsafeBuffer(bytes), 0)), 1, Integer::sum));

        assertThat(counts.get("SubmitOrder")).isGreaterThan(100);
        assertThat(counts.get("SignalDecided")).isGreaterThan(500);
        assertThat(counts.get("SignalSized")).isGreaterThan(20);
        assertThat(counts.get("ExecutionDecided")).isGreaterThan(100);
    }

    static String[] record(final long seed, final RecordedLog events, final RecordedLog commands) {
        final SplittableRandom random = new SplittableRandom(seed);
        final LateVenue venue = new LateVenue();
        try (InlinePipeline pipeline = new InlinePipeline(
                IntentSession.parts(seed, events, commands, TimeSource.OF_THE_DATA, venue), random.nextBoolean())) {
            venue.answerWith(new RandomVenue(random.split(), new EventPublisher(pipeline.newOutlet())));
            final RandomMarket market = new RandomMarket(
                    random,
                    new EventPublisher(pipeline.newOutlet()),
                    IntentSession.INSTRUMENTS,
                    IntentSession.STRATEGIES);
            market.open();
            for (int i = 0; i < EVENTS; i++) {
                market.next();
                assertOneOrderAtATime(pipeline.core().orders());
            }
            pipeline.awaitIdle();
            pipeline.core().portfolio().audit();
            return new String[] {pipeline.commandHash(), pipeline.core().stateHash()};
        }
    }

    /** Of a strategy and an instrument; the limit router may have one to open and one to close. */
    private static void assertOneOrderAtATime(final Orders orders) {
        final Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (!order.isByOperator()) {
                final int key = order.strategyId() * 100 + order.instrumentId();
                assertThat(counts.merge(key, 1, Integer::sum))
                        .as("open orders of strategy %d in %d", order.strategyId(), order.instrumentId())
                        .isLessThanOrEqualTo(order.strategyId() == ROUTER_ID ? 2 : 1);
            }
        }
    }
}
