package reprise.app.config;

import reprise.number.Money;
import reprise.signal.DetectionType;
import reprise.signal.FixedSizer;
import reprise.signal.KellySizer;
import reprise.signal.PercentOfEquitySizer;
import reprise.signal.RiskPerTradeSizer;
import reprise.signal.Sizer;
import reprise.signal.StrategyTerms;
import reprise.signal.VolatilityTargetSizer;

/** Reads a strategy's block {@code sizing}: how much its accepted signals trade, and what the arbiter holds it to. */
final class SizingSection {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MAX_SECONDS = 30 * 86_400;
    private static final int MAX_MULTIPLE = 999;
    private static final int MAX_LEVERAGE_PCT = 1_000;

    /** How much a signal trades before anything bounds it. */
    private enum Method {
        RISK_PER_TRADE,
        FIXED_NOTIONAL,
        FIXED_QUANTITY,
        PERCENT_OF_EQUITY,
        VOLATILITY_TARGET,
        KELLY
    }

    private final Section section;
    private final int quantityDecimals;

    private SizingSection(final Section section, final int quantityDecimals) {
        this.section = section;
        this.quantityDecimals = quantityDecimals;
    }

    /** A fixed quantity has the decimals of the strategy's instrument. */
    static StrategyTerms read(final Section section, final int quantityDecimals) {
        try {
            final StrategyTerms terms = new SizingSection(section, quantityDecimals).read();
            section.finish();
            return terms;
        } catch (final IllegalArgumentException e) {
            throw section.invalid(e.getMessage());
        }
    }

    private StrategyTerms read() {
        return new StrategyTerms(
                section.choice("detection", DetectionType.NONE),
                section.integer("cooldownSeconds", 0, 0, MAX_SECONDS) * SECOND_NS,
                section.flag("allowReversal", false),
                section.real("priorWinRate", 0.5, 0, 1),
                section.real("priorWin", 1.5, 0, MAX_MULTIPLE),
                section.real("priorLoss", 1, 0, MAX_MULTIPLE),
                section.real("cost", 0.05, 0, MAX_MULTIPLE),
                section.has("maxNotional") ? section.money("maxNotional", null, 1) : Long.MAX_VALUE,
                ExecutionSection.percent(section, "maxExposurePct", "100", MAX_LEVERAGE_PCT),
                sizer());
    }

    private Sizer sizer() {
        return switch (section.choice("method", Method.RISK_PER_TRADE)) {
            case RISK_PER_TRADE -> new RiskPerTradeSizer(ExecutionSection.percent(section, "riskPct", "0.5", 100));
            case FIXED_NOTIONAL -> FixedSizer.ofNotional(section.money("notional", null, 1));
            case FIXED_QUANTITY ->
                FixedSizer.ofQuantity(section.decimal("quantity", null, quantityDecimals, 1, Long.MAX_VALUE / 1000));
            case PERCENT_OF_EQUITY ->
                new PercentOfEquitySizer(ExecutionSection.percent(section, "equityPct", null, MAX_LEVERAGE_PCT));
            case VOLATILITY_TARGET ->
                new VolatilityTargetSizer(
                        section.real("targetVolatility", 0.01, 0, 10),
                        ExecutionSection.percent(section, "maxLeveragePct", "100", MAX_LEVERAGE_PCT));
            case KELLY ->
                new KellySizer(
                        section.integer("fullFromTrades", 20, 1, 1_000_000),
                        ExecutionSection.percent(section, "bootstrapPct", "2", 100),
                        section.decimal("hardCapPct", "10", ExecutionSection.PERCENT_DECIMALS, 1, Money.ONE));
        };
    }
}
