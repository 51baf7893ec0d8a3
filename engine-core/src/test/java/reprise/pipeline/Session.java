package reprise.pipeline;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.EngineCore;
import reprise.core.IntentPolicy;
import reprise.core.MonitorPolicy;
import reprise.core.OrderTimeouts;
import reprise.core.SupervisionPolicy;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.guard.GuardLimits;
import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.message.MutedCommands;
import reprise.message.Outlet;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorLimit;
import reprise.monitor.MonitorLimits;
import reprise.monitor.VarSettings;
import reprise.number.Money;
import reprise.port.EventLog;
import reprise.port.UnjournaledLog;
import reprise.reconciliation.ReconciliationRules;
import reprise.risk.RiskLimits;
import reprise.strategy.Strategy;
import reprise.testing.RandomMarket;
import reprise.testing.RandomStrategy;
import reprise.testing.RandomVenue;
import reprise.testing.RecordedLog;

/** Random trading sessions: what pipelines are fed with, and what they must agree on. */
final class Session {
    static final int INSTRUMENTS = 2;
    static final int STRATEGIES = 3;

    /** Takes what somebody else did in the account, so that trading goes on. */
    static final ReconciliationRules RECONCILIATION =
            new ReconciliationRules(0, 50, 1, 100, Money.parse("1000000"), true, 100);

    /** Narrow enough for some orders to be refused. */
    private static final CoreConfig CONFIG = new CoreConfig(
            new RiskLimits(Money.parse("9"), Money.parse("60"), 20),
            10_000,
            1_000,
            // Times are nanoseconds here.
            new OrderTimeouts(50, 60, 70, 80, 200, 100),
            SupervisionPolicy.NONE,
            IntentPolicy.NONE,
            RECONCILIATION);

    /** Warns of nearly everything and fails rarely, so that trading goes on. */
    private static final GuardLimits GUARD =
            new GuardLimits(false, 1_000_000, 1, 1_000_000, 1, 1_000, 1, 1, 0, 0, 0, 1_000_000_000L, 0, 0);

    /** Every rule of supervision, acting; times are nanoseconds here too, prices around ten. */
    private static final CoreConfig SUPERVISED = CONFIG.with(new SupervisionPolicy(
            GUARD,
            new MonitorPolicy(
                    "utc-days",
                    VarSettings.DEFAULT,
                    losses(500, MonitorAction.REDUCE_ONLY),
                    Collections.nCopies(STRATEGIES, losses(5, MonitorAction.WARN)),
                    Collections.nCopies(STRATEGIES, Money.parse("100"))),
            List.of(exits(true), exits(false))));

    private Session() {}

    private static MonitorLimits losses(final int most, final MonitorAction action) {
        final MonitorLimit none = MonitorLimit.NONE;
        return new MonitorLimits(none, none, none, none, none, new MonitorLimit(most, action), true);
    }

    private static ExitPolicy exits(final boolean natively) {
        return new ExitPolicy(
                ExitPlan.builder()
                        .stop(ExitDistance.rate(10_000_000))
                        .trail(ExitDistance.rate(0), ExitDistance.rate(10_000_000))
                        .target(ExitDistance.rate(5_000_000), 50_000_000)
                        .maxHoldNs(500)
                        .natively(natively, natively)
                        .build(),
                14,
                10);
    }

    private static CoreConfig config(final long seed) {
        return (seed & 1) == 0 ? CONFIG : SUPERVISED;
    }

    /** What was recorded and decided. */
    record Recording(RecordedLog events, RecordedLog commands, String commandHash, String stateHash) {}

    static PipelineParts parts(
            final long seed,
            final EventLog events,
            final EventLog commands,
            final TimeSource timeSource,
            final EngineCommands venue) {
        final List<Strategy> strategies = IntStream.rangeClosed(1, STRATEGIES)
                .mapToObj(i -> (Strategy) new RandomStrategy(seed + i, INSTRUMENTS))
                .toList();
        return parts(config(seed), strategies, events, commands, timeSource, venue);
    }

    static PipelineParts parts(
            final List<Strategy> strategies,
            final EventLog events,
            final EventLog commands,
            final TimeSource timeSource,
            final EngineCommands venue) {
        return parts(CONFIG, strategies, events, commands, timeSource, venue);
    }

    private static PipelineParts parts(
            final CoreConfig config,
            final List<Strategy> strategies,
            final EventLog events,
            final EventLog commands,
            final TimeSource timeSource,
            final EngineCommands venue) {
        return new PipelineParts(
                events,
                commands,
                timeSource,
                (clock, output) -> new EngineCore(clock, config, strategies, output, CoreObserver.NONE),
                venue);
    }

    /** A market and a venue that answers, on this thread. */
    static Recording record(final long seed, final int eventCount) {
        final RecordedLog events = new RecordedLog();
        return trade(seed, eventCount, events, events);
    }

    /** The same where no event is recorded. */
    static Recording tradeUnread(final long seed, final int eventCount) {
        return trade(seed, eventCount, new UnjournaledLog(), null);
    }

    private static Recording trade(
            final long seed, final int eventCount, final EventLog eventLog, final RecordedLog events) {
        final SplittableRandom random = new SplittableRandom(seed);
        final RecordedLog commands = new RecordedLog();
        final LateVenue venue = new LateVenue();
        try (InlinePipeline pipeline = new InlinePipeline(
                parts(seed, eventLog, commands, TimeSource.OF_THE_DATA, venue), random.nextBoolean())) {
            venue.answerWith(new RandomVenue(random.split(), new EventPublisher(pipeline.newOutlet())));
            final RandomMarket market =
                    new RandomMarket(random, new EventPublisher(pipeline.newOutlet()), INSTRUMENTS, STRATEGIES);
            market.open();
            for (int i = 0; i < eventCount; i++) {
                market.next();
            }
            pipeline.awaitIdle();
            pipeline.core().portfolio().audit();
            return new Recording(
                    events, commands, pipeline.commandHash(), pipeline.core().stateHash());
        }
    }

    /** Plays a recording again on the caller's thread, with the time that is in it. */
    static Recording replayInline(final long seed, final List<byte[]> records) {
        final RecordedLog commands = new RecordedLog();
        try (InlinePipeline pipeline =
                new InlinePipeline(parts(seed, null, commands, null, new MutedCommands()), false)) {
            final Outlet outlet = pipeline.newOutlet();
            records.forEach(record -> feed(outlet, record));
            pipeline.awaitIdle();
            return new Recording(
                    null, commands, pipeline.commandHash(), pipeline.core().stateHash());
        }
    }

    static void feed(final Outlet outlet, final byte[] record) {
        outlet.claim().putBytes(0, record);
        outlet.end(record.length);
    }
}
