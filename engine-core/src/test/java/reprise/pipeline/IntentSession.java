package reprise.pipeline;

import java.util.List;
import reprise.core.ArbitrationPolicy;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.core.DayTradePolicy;
import reprise.core.EngineCore;
import reprise.core.ExecutionPolicy;
import reprise.core.ExecutionStyle;
import reprise.core.IntentPolicy;
import reprise.core.OrderTimeouts;
import reprise.core.SupervisionPolicy;
import reprise.execution.LimitRouterSettings;
import reprise.execution.SlicingSettings;
import reprise.message.EngineCommands;
import reprise.number.Money;
import reprise.order.TimeInForce;
import reprise.port.EventLog;
import reprise.risk.DayTradeLimits;
import reprise.risk.DayTradeRegime;
import reprise.risk.RiskLimits;
import reprise.signal.ArbiterConfig;
import reprise.signal.DetectionType;
import reprise.signal.RiskPerTradeSizer;
import reprise.signal.StrategyTerms;
import reprise.strategy.Strategy;
import reprise.testing.WishingStrategy;

/** Engines whose strategies only wish: one strategy for each style of execution. Times are nanoseconds here. */
final class IntentSession {
    static final int STRATEGIES = 4;
    static final int INSTRUMENTS = 2;

    private static final StrategyTerms TERMS = new StrategyTerms(
            DetectionType.NONE, 0, true, 0.6, 2, 1, 0.05, Money.ONE * 20, Money.ONE, new RiskPerTradeSizer(1_000));
    private static final SlicingSettings SLICING = new SlicingSettings(4, 10, false);
    private static final IntentPolicy POLICY = new IntentPolicy(
            new ArbitrationPolicy(
                    new ArbiterConfig(
                            STRATEGIES + 1,
                            INSTRUMENTS,
                            16,
                            30,
                            false,
                            1_000,
                            5,
                            2,
                            0.5,
                            0.7,
                            0.1,
                            20,
                            5,
                            3,
                            Money.ONE,
                            Money.ONE,
                            Money.ONE),
                    List.of(TERMS, TERMS, TERMS, TERMS),
                    true,
                    List.of(1, 1),
                    "utc-days"),
            List.of(
                    ExecutionPolicy.MARKET,
                    ExecutionPolicy.limit(
                            new LimitRouterSettings(50_000, 50_000, 15, 300, true, 1_000 * Money.ONE, 0, 0, false)),
                    new ExecutionPolicy(ExecutionStyle.TWAP, TimeInForce.GTC, false, null, SLICING, 100, 4, 0),
                    new ExecutionPolicy(
                            ExecutionStyle.PARTICIPATION,
                            TimeInForce.DAY,
                            false,
                            null,
                            SLICING,
                            200,
                            0,
                            Money.ONE / 2)),
            new DayTradePolicy(DayTradeLimits.standard(DayTradeRegime.LEGACY_PDT), "utc-days", INSTRUMENTS));
    private static final CoreConfig CONFIG = new CoreConfig(
            new RiskLimits(Money.parse("1000000000"), Money.parse("1000000000"), 100),
            10_000,
            1_000,
            new OrderTimeouts(50, 60, 70, 80, 200, 100),
            SupervisionPolicy.NONE,
            POLICY,
            Session.RECONCILIATION);

    private IntentSession() {}

    static PipelineParts parts(
            final long seed,
            final EventLog events,
            final EventLog commands,
            final TimeSource timeSource,
            final EngineCommands venue) {
        final List<Strategy> strategies = List.of(
                new WishingStrategy(seed + 1, INSTRUMENTS),
                new WishingStrategy(seed + 2, INSTRUMENTS),
                new WishingStrategy(seed + 3, INSTRUMENTS),
                new WishingStrategy(seed + 4, INSTRUMENTS));
        return new PipelineParts(
                events,
                commands,
                timeSource,
                (clock, output) -> new EngineCore(clock, CONFIG, strategies, output, CoreObserver.NONE),
                venue);
    }
}
