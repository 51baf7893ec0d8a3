package reprise.signal;

import reprise.market.Instruments;
import reprise.number.Money;

/**
 * Step 6: how much. The least of what the strategy's sizer wants, its notional cap, a quarter of Kelly's fraction of equity by calibrated
 * confidence and payoff, buying power, and what the budget leaves; then less by redundancy; then floored to the lot.
 *
 * <p>Where expected value is recorded without refusing, Kelly's fraction is that of the priors and not of outcomes: else a strategy whose edge comes
 * out smaller than a lot's worth would never trade again, and so never come to other outcomes. There a fraction of zero or less bounds nothing.
 */
final class SizeStep {
    private static final int QUARTER = 4;

    private final boolean logOnly;
    private final Instruments instruments;
    private final StrategyTerms[] terms;
    private final ArbitrationContext context;
    private final Budget budget;
    private final SizingInput input = new SizingInput();
    private final TradeRecord[] records;

    SizeStep(
            final ArbiterConfig config,
            final Instruments instruments,
            final StrategyTerms[] terms,
            final ArbitrationContext context,
            final Budget budget,
            final TradeRecord[] records) {
        logOnly = config.logOnly();
        this.instruments = instruments;
        this.terms = terms;
        this.context = context;
        this.budget = budget;
        this.records = records;
    }

    void size(final Decision[] ranked, final int index) {
        final Decision decision = ranked[index];
        final Signal signal = decision.signal;
        final StrategyTerms own = terms[signal.strategyId()];
        final TradeRecord record = records[signal.strategyId()];
        input.of(instruments.get(signal.instrumentId()), signal.entryPrice(), context.equity())
                .withStop(signal.stopDistance())
                .withVolatility(signal.volatility())
                .withTrades(record.trades(), record.winRate(), record.payoff());
        final Sizing sizing = decision.sizing;
        own.sizer().size(input, sizing);
        sizing.capNotional(own.maxNotional(), SizeCap.STRATEGY_NOTIONAL);
        final long kelly = logOnly
                ? Kelly.fraction(own.priorWinRate(), own.priorWin() / own.priorLoss())
                : Kelly.fraction(decision.calibrated, decision.payoff);
        if (kelly > 0 || !logOnly) {
            sizing.capNotional(Kelly.part(input.equity(), Math.max(0, kelly), QUARTER), SizeCap.QUARTER_KELLY);
        }
        sizing.capNotional(budget.buyingRoom(ranked, index), SizeCap.BUYING_POWER)
                .capNotional(budget.grossRoom(ranked, index), SizeCap.GROSS_EXPOSURE)
                .capNotional(budget.strategyRoom(ranked, index), SizeCap.STRATEGY_EXPOSURE)
                .capNotional(budget.clusterRoom(ranked, index), SizeCap.CLUSTER_EXPOSURE)
                .capQuantity(budget.volumeRoom(ranked, index), SizeCap.PARTICIPATION);
        final long remainder = Redundancy.remainder(decision);
        if (remainder < Money.ONE) {
            sizing.scale(remainder, SizeCap.REDUNDANCY);
        }
        sizing.close();
        decision.boundBy = sizing.boundBy();
        if (sizing.isTradable()) {
            decision.quantity = sizing.quantity();
            decision.notional = sizing.notional();
            decision.amount = sizing.amount();
        } else {
            decision.refuse(ArbitrationReason.NO_SIZE, 0, 0);
        }
    }
}
