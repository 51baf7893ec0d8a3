package reprise.strategies.pairs;

import reprise.market.Instrument;
import reprise.number.Money;
import reprise.signal.KellySizer;
import reprise.signal.SizeCap;
import reprise.signal.Sizing;
import reprise.signal.SizingInput;

/** How many of each leg are traded: by Kelly's formula over the trades of the pair so far, each leg in its own lots. Allocates nothing. */
final class PairSizing {
    private final SizingInput input = new SizingInput();
    private final Sizing sizing = new Sizing();
    private KellySizer kelly;
    private LegRatio ratio;

    PairSizing(final PairsParameters parameters) {
        become(parameters);
    }

    void become(final PairsParameters parameters) {
        kelly = new KellySizer(parameters.bootstrapTrades(), parameters.positionPct(), parameters.maxLegPct());
        ratio = parameters.legSizing();
    }

    /**
     * Sizes a leg.
     *
     * @param leg 0 or 1.
     * @param instrument of the leg.
     * @param equity of the account, money.
     * @param trades of the pair so far.
     * @param beta hedge ratio, above 0.
     * @return quantity units, on lot; 0 for no trade.
     */
    long quantity(
            final int leg,
            final Instrument instrument,
            final long equity,
            final TradeStatistics trades,
            final double beta) {
        if (instrument.markPrice() <= 0) {
            return 0;
        }
        input.of(instrument, instrument.markPrice(), equity)
                .withTrades((int) trades.trades(), trades.winRate(), trades.payoff());
        kelly.size(input, sizing);
        final double share = share(leg, beta);
        if (share < 1) {
            sizing.scale(Math.round(share * Money.ONE), SizeCap.HARD_CAP);
        }
        return sizing.close().quantity();
    }

    /** Of what Kelly's formula gives: the larger leg has all of it, so that neither has more. */
    private double share(final int leg, final double beta) {
        if (ratio == LegRatio.DOLLAR_NEUTRAL) {
            return 1;
        }
        return leg == 0 ? Math.min(1 / beta, 1) : Math.min(beta, 1);
    }
}
