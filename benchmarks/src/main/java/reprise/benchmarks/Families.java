package reprise.benchmarks;

import java.util.ArrayList;
import java.util.List;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.number.Money;
import reprise.signal.DetectionType;
import reprise.strategies.ReversionStrategy;
import reprise.strategies.TrendStrategy;
import reprise.strategies.momentum.DetectionSettings;
import reprise.strategies.momentum.MomentumStrategy;
import reprise.strategies.pairs.HedgeMode;
import reprise.strategies.pairs.LegRatio;
import reprise.strategies.pairs.PairDefinition;
import reprise.strategies.pairs.PairsParameters;
import reprise.strategies.pairs.PairsStrategy;
import reprise.strategies.rule.Condition;
import reprise.strategies.rule.MoverDirection;
import reprise.strategies.rule.RuleDefinition;
import reprise.strategies.rule.RuleSide;
import reprise.strategy.Strategy;

/** The strategies of each family on instruments that are called SIM0, SIM1 and so on, with the parameters that they have by default. */
final class Families {
    static final long NOTIONAL = 1_000 * Money.ONE;
    private static final long SECOND_NS = 1_000_000_000L;

    private Families() {}

    /** As many strategies of a family as so many instruments need: one for each, or one for all. */
    static List<Strategy> of(final String family, final int instruments) {
        final List<Strategy> strategies = new ArrayList<>();
        switch (family) {
            case "trend" -> {
                for (int i = 0; i < instruments; i++) {
                    strategies.add(new TrendStrategy(new TrendStrategy.Parameters(
                            "SIM" + i, null, NOTIONAL, 15, 100, 14, 20, true, 0.5, false, 0, 0)));
                }
            }
            case "reversion" -> {
                for (int i = 0; i < instruments; i++) {
                    strategies.add(new ReversionStrategy(new ReversionStrategy.Parameters(
                            "SIM" + i, null, NOTIONAL, 60, 1.0, 0.5, 3.0, 14, 30, 70, 14, 30, false)));
                }
            }
            case "pairs" -> strategies.add(new PairsStrategy(pairs(instruments / 2)));
            case "momentum" -> strategies.add(new MomentumStrategy(momentum()));
            default -> throw new IllegalArgumentException("no family '" + family + "'");
        }
        return strategies;
    }

    private static PairsParameters pairs(final int count) {
        final List<PairDefinition> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(new PairDefinition(
                    "P" + i, "SIM" + 2 * i, "SIM" + (2 * i + 1), 1, 24, 0.01, 0.9, 1, true, 0, 0, 0, 0));
        }
        return new PairsParameters(
                pairs,
                null,
                40,
                HedgeMode.FIXED,
                300,
                1,
                2.0,
                0.5,
                3.0,
                72,
                3_600 * SECOND_NS,
                Money.ONE / 50,
                Money.ONE / 10,
                20,
                LegRatio.DOLLAR_NEUTRAL,
                10 * SECOND_NS,
                SECOND_NS,
                1_000_000 * Money.ONE,
                false);
    }

    /** Four rules, of which two are looked at for movers only, around the clock. */
    static MomentumStrategy.Parameters momentum() {
        return new MomentumStrategy.Parameters(
                List.of(),
                null,
                List.of(
                        rule("breakout", DetectionType.NONE, "close crosses above donchian_prev:20.high"),
                        rule("trend", DetectionType.NONE, "adx:14 > adx:14[3] and close > high[1]"),
                        rule("pullback", DetectionType.FAST, "within(5, low <= ema:9) and close > high[1]"),
                        rule("reclaim", DetectionType.BOTH, "low < vwap_session then close > vwap_session within 6")),
                DetectionSettings.standard(DetectionSettings.Market.CRYPTO));
    }

    private static RuleDefinition rule(final String name, final DetectionType detection, final String entry) {
        return new RuleDefinition(
                name,
                "",
                detection,
                MoverDirection.WITH,
                RuleSide.LONG,
                List.of(new Condition("entry", entry)),
                "entry and volume > volume_sma:20",
                0.5,
                50,
                new ExitPolicy(
                        ExitPlan.builder().stop(ExitDistance.rate(1_000_000)).build(), 14, 0));
    }
}
