package reprise.simulation.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import reprise.bar.BarSpec;
import reprise.core.CoreConfig;
import reprise.core.ExecutionPolicy;
import reprise.core.ExecutionStyle;
import reprise.core.IntentPolicy;
import reprise.core.MonitorPolicy;
import reprise.core.OrderTimeouts;
import reprise.core.SupervisionPolicy;
import reprise.execution.LimitRouterSettings;
import reprise.execution.PairSettings;
import reprise.execution.SlicingSettings;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.guard.GuardLimits;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorLimit;
import reprise.monitor.MonitorLimits;
import reprise.monitor.VarMethod;
import reprise.monitor.VarSettings;
import reprise.number.Money;
import reprise.order.TimeInForce;
import reprise.reconciliation.ReconciliationRules;
import reprise.risk.RiskLimits;
import reprise.simulation.market.SplitMix;
import reprise.simulation.venue.FaultSchedule;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.VenueConfig;
import reprise.strategies.TrendStrategy;
import reprise.strategy.Strategy;

/** Everything that a seed decides before its trial begins: instruments, venue, limits, supervision, strategies. */
final class TrialPlan {
    /** Length of a bar. */
    static final long BAR_NS = 20_000_000_000L;

    static final long INITIAL_CASH = 1_000_000 * Money.ONE;
    static final String CURRENCY = "USD";

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * SECOND_NS;
    private static final long FIRST_DAY_NS = 20_000 * DAY_NS;
    private static final int STRATEGIES = 3;

    /** The strategy that trades pairs where any is traded; else one that orders. */
    static final int PAIRS_STRATEGY = 2;

    private final SplitMix random;
    private final List<InstrumentDefinition> instruments = new ArrayList<>();
    private final boolean[] onBars;
    private final boolean[] byLevel;
    private final long startNs;
    private final long marketSeed;
    private final long faultSeed;
    private final long traderSeed;
    private final long operatorSeed;
    private final int idleness;
    private final CoreConfig core;
    private final VenueConfig venue;
    private final int snapshotEvery;
    private final PairSettings pairs;
    private final boolean feesInBase;

    TrialPlan(final long seed) {
        random = new SplitMix(new SplitMix(seed).nextLong());
        marketSeed = random.nextLong();
        faultSeed = random.nextLong();
        traderSeed = random.nextLong();
        operatorSeed = random.nextLong();
        final int count = 1 + below(3);
        final boolean allowShort = below(3) != 0;
        onBars = new boolean[count];
        byLevel = new boolean[count];
        for (int i = 0; i < count; i++) {
            onBars[i] = below(2) == 0;
            byLevel[i] = below(3) == 0;
            instruments.add(instrument(i, allowShort));
        }
        // Some trials pass midnight, when orders of the day end.
        startNs = FIRST_DAY_NS + (below(2) == 0 ? DAY_NS - (1 + below(300)) * SECOND_NS : below(80_000) * SECOND_NS);
        idleness = 2 + below(10);
        core = newCore();
        final int fees = below(4);
        feesInBase = fees == 1;
        venue = newVenue(fees, allowShort);
        snapshotEvery = below(4) == 0 ? 0 : 10 + below(150);
        pairs = count > 1 && allowShort && below(2) == 0 ? pairSettings() : null;
    }

    private PairSettings pairSettings() {
        return new PairSettings(
                (2 + below(30)) * SECOND_NS,
                (1 + below(5)) * SECOND_NS,
                (300 + below(3_000)) * Money.ONE,
                below(2) == 0);
    }

    private int below(final int bound) {
        return (int) (random.nextUnit() * bound);
    }

    private InstrumentDefinition instrument(final int id, final boolean allowShort) {
        final int quantityDecimals = below(4);
        long lotSize = 1;
        for (int i = below(quantityDecimals + 1); i > 0; i--) {
            lotSize *= 10;
        }
        return new InstrumentDefinition(
                id,
                0,
                "I" + id,
                "B" + id,
                CURRENCY,
                2,
                quantityDecimals,
                1 + 4 * below(2),
                lotSize,
                0,
                0,
                allowShort,
                below(4) == 0 ? 0b000011 : InstrumentDefinition.ALL,
                InstrumentDefinition.ALL,
                "utc-days",
                BracketStyle.ENGINE,
                false);
    }

    private CoreConfig newCore() {
        final RiskLimits.Builder limits = RiskLimits.builder(
                (below(4) == 0 ? 1_000 : 200_000) * Money.ONE, (below(4) == 0 ? 5_000 : 500_000) * Money.ONE, 200);
        if (below(3) == 0) {
            limits.orderRate(5 + below(50), 10 * SECOND_NS);
        }
        if (below(4) == 0) {
            limits.collarBps(500, 500);
        }
        if (below(4) == 0) {
            limits.duplicateWindowNs(SECOND_NS);
        }
        final OrderTimeouts timeouts =
                new OrderTimeouts(timeout(), timeout(), timeout(), timeout(), 30 * SECOND_NS, 1 + below(5));
        final SupervisionPolicy supervision = new SupervisionPolicy(
                below(2) == 0 ? null : GuardLimits.forBars(BAR_NS), below(2) == 0 ? null : monitor(), exits());
        return new CoreConfig(
                limits.build(),
                4_096,
                4_096,
                timeouts,
                supervision,
                new IntentPolicy(null, executions(), null),
                reconciliation());
    }

    private ReconciliationRules reconciliation() {
        return new ReconciliationRules(
                below(2) * 60 * SECOND_NS, 5 * SECOND_NS, 3, 60 * SECOND_NS, 0, false, below(3) * 15 * SECOND_NS);
    }

    private long timeout() {
        return (1 + below(8)) * SECOND_NS;
    }

    private MonitorPolicy monitor() {
        final MonitorAction[] actions = MonitorAction.values();
        final MonitorLimits limits = new MonitorLimits(
                MonitorLimit.NONE,
                new MonitorLimit(Money.ONE / 1_000, actions[below(actions.length)]),
                new MonitorLimit(50_000 * Money.ONE, actions[below(actions.length)]),
                new MonitorLimit(200 * Money.ONE, actions[below(actions.length)]),
                MonitorLimit.NONE,
                new MonitorLimit(4, actions[below(actions.length)]),
                true);
        final VarSettings settings = new VarSettings(0.95, 64, 10, 60 * SECOND_NS, VarMethod.HISTORICAL);
        return new MonitorPolicy(
                "utc-days",
                settings,
                limits,
                Collections.nCopies(STRATEGIES, MonitorLimits.NONE),
                Collections.nCopies(STRATEGIES, 0L));
    }

    private List<ExitPolicy> exits() {
        final List<ExitPolicy> all = new ArrayList<>();
        for (int i = 0; i < STRATEGIES; i++) {
            all.add(below(2) == 0 ? null : new ExitPolicy(exitPlan(), 14, 60 * SECOND_NS));
        }
        return all;
    }

    private ExitPlan exitPlan() {
        final ExitPlan.Builder plan = ExitPlan.builder()
                .stop(ExitDistance.rate((1 + below(20)) * Money.ONE / 2_000))
                .target(ExitDistance.rate((1 + below(20)) * Money.ONE / 2_000), Money.ONE / (1 + below(2)))
                .exitSignal();
        if (below(2) == 0) {
            plan.maxHoldNs((10 + below(600)) * SECOND_NS);
        }
        if (below(2) == 0) {
            plan.trail(ExitDistance.rate(Money.ONE / 2_000), ExitDistance.rate(Money.ONE / 500));
        }
        return plan.natively(below(2) == 0, false).build();
    }

    private List<ExecutionPolicy> executions() {
        final List<ExecutionPolicy> all = new ArrayList<>();
        for (int i = 0; i < STRATEGIES; i++) {
            all.add(execution());
        }
        return all;
    }

    private ExecutionPolicy execution() {
        final SlicingSettings slicing = new SlicingSettings(100_000 * Money.ONE, SECOND_NS, below(2) == 0);
        return switch (below(4)) {
            case 0 ->
                ExecutionPolicy.limit(new LimitRouterSettings(
                        Money.ONE / 5_000,
                        Money.ONE / 5_000,
                        SECOND_NS,
                        30 * SECOND_NS,
                        below(2) == 0,
                        100_000 * Money.ONE,
                        0,
                        0,
                        false));
            case 1 ->
                new ExecutionPolicy(
                        ExecutionStyle.TWAP, TimeInForce.GTC, false, null, slicing, 60 * SECOND_NS, 1 + below(8), 0);
            case 2 ->
                new ExecutionPolicy(
                        ExecutionStyle.PARTICIPATION,
                        TimeInForce.GTC,
                        false,
                        null,
                        slicing,
                        60 * SECOND_NS,
                        0,
                        Money.ONE / 4);
            default -> ExecutionPolicy.MARKET;
        };
    }

    private VenueConfig newVenue(final int feeKind, final boolean allowShort) {
        final FeeSchedule fees = switch (feeKind) {
            case 0 -> FeeSchedule.FREE;
            case 1 -> FeeSchedule.ofBasisPoints("2", "5").inBaseAsset();
            case 2 -> new FeeSchedule(0, 0, Money.ONE / 200, Money.ONE);
            default -> FeeSchedule.ofBasisPoints("-1", "5");
        };
        final VenueConfig plain = VenueConfig.PLAIN.withFees(fees).withSlippageE8(below(2) * Money.ONE / 10_000);
        return allowShort ? plain.withShortsAndLeverageE8(4 * Money.ONE) : plain;
    }

    List<InstrumentDefinition> instruments() {
        return instruments;
    }

    boolean tradesOnBars(final int instrumentId) {
        return onBars[instrumentId];
    }

    boolean isToldByLevel(final int instrumentId) {
        return byLevel[instrumentId];
    }

    long startNs() {
        return startNs;
    }

    /** How many events between two snapshots; 0 for none. */
    int snapshotEvery() {
        return snapshotEvery;
    }

    long marketSeed() {
        return marketSeed;
    }

    long operatorSeed() {
        return operatorSeed;
    }

    CoreConfig core() {
        return core;
    }

    boolean feesInBase() {
        return feesInBase;
    }

    boolean tradesPairs() {
        return pairs != null;
    }

    int strategyCount() {
        return STRATEGIES;
    }

    Faults faults(final Set<FaultKind> without) {
        return new Faults(faultSeed, without);
    }

    /** The venue, which is the place for two of the faults. */
    VenueConfig venue(final Faults faults) {
        return venue.withFaults(new FaultSchedule(
                faultSeed,
                (long) (faults.rate(FaultKind.ORDER_REJECTED) * Money.ONE),
                0,
                0,
                0,
                FaultSchedule.DisconnectMode.DELAYED,
                false,
                (long) (faults.rate(FaultKind.FILL_SPLIT) * Money.ONE)));
    }

    /** Fresh strategies: one that orders, one that mostly names targets or trades pairs, and the trend strategy that ships. */
    List<Strategy> strategies(final Interference interference) {
        final int count = instruments.size();
        final boolean onVenueBars = onBars[0];
        final boolean bracketed = core.intents().executions().get(2) == ExecutionPolicy.MARKET;
        return List.of(
                new RestlessTrader(traderSeed, count, idleness, false),
                tradesPairs()
                        ? new RestlessPairs(traderSeed + 2, count, idleness, pairs, interference.pairs(pairs))
                        : new RestlessTrader(traderSeed + 2, count, idleness + 2, true),
                new TrendStrategy(new TrendStrategy.Parameters(
                        "I0",
                        onVenueBars ? null : BarSpec.ticks(5),
                        500 * Money.ONE,
                        2,
                        5,
                        2,
                        0,
                        false,
                        0,
                        instruments.get(0).shortable(),
                        bracketed ? Money.ONE / 200 : 0,
                        bracketed ? Money.ONE / 200 : 0)));
    }
}
