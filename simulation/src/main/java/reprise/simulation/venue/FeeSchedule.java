package reprise.simulation.venue;

import java.util.List;
import java.util.Objects;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.FeeAsset;

/**
 * What trading costs. Every fee is rounded up to the next money unit, or the next unit of quantity where it is paid in the base asset.
 *
 * @param makerE8 share of the notional of fills of resting limit orders, in units of 1e-8; negative is a rebate.
 * @param takerE8 share of the notional of all other fills, in units of 1e-8.
 * @param perUnit money for each whole unit of quantity, as for US stocks.
 * @param minPerOrder the least that {@code perUnit} comes to for an order that traded, in money units.
 * @param maxPerOrderE8 the most that {@code perUnit} and {@code minPerOrder} come to for an order, as a share of what it traded, in units of
 *     1e-8; 0 for no such limit.
 * @param asset BASE if purchases pay in what they buy; sales always pay in the quote currency.
 * @param tiers other rates by traded volume of 30 days, the lowest first.
 */
public record FeeSchedule(
        long makerE8,
        long takerE8,
        long perUnit,
        long minPerOrder,
        long maxPerOrderE8,
        FeeAsset asset,
        List<FeeTier> tiers) {
    /** A basis point in the unit of the rates. */
    public static final long BASIS_POINT_E8 = 10_000;

    /** Trading for nothing. */
    public static final FeeSchedule FREE = new FeeSchedule(0, 0, 0, 0);

    /** Checks the rates. */
    public FeeSchedule {
        Objects.requireNonNull(asset, "asset");
        tiers = List.copyOf(tiers);
        requireRates(makerE8, takerE8);
        if (perUnit < 0 || minPerOrder < 0) {
            throw new IllegalArgumentException("impossible fees: perUnit=" + perUnit + ", minPerOrder=" + minPerOrder);
        }
        if (maxPerOrderE8 < 0 || maxPerOrderE8 >= Money.ONE || maxPerOrderE8 > 0 && perUnit == 0 && minPerOrder == 0) {
            throw new IllegalArgumentException("impossible fees: maxPerOrderE8=" + maxPerOrderE8 + " (0 to "
                    + (Money.ONE - 1) + "), which limits perUnit=" + perUnit + " and minPerOrder=" + minPerOrder);
        }
        if (asset == FeeAsset.BASE && (perUnit > 0 || minPerOrder > 0)) {
            throw new IllegalArgumentException("fees by quantity are money: they cannot be paid in the base asset");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).fromVolume() <= tiers.get(i - 1).fromVolume()) {
                throw new IllegalArgumentException("fee tiers must be in order of volume: " + tiers);
            }
        }
    }

    /**
     * Fees in money, the same at every volume.
     *
     * @param makerE8 share of the notional of fills of resting limit orders, in units of 1e-8; negative is a rebate.
     * @param takerE8 share of the notional of all other fills, in units of 1e-8.
     * @param perUnit money for each whole unit of quantity.
     * @param minPerOrder the least that {@code perUnit} comes to for an order that traded, in money units.
     */
    public FeeSchedule(final long makerE8, final long takerE8, final long perUnit, final long minPerOrder) {
        this(makerE8, takerE8, perUnit, minPerOrder, 0, FeeAsset.QUOTE, List.of());
    }

    static void requireRates(final long makerE8, final long takerE8) {
        if (Math.abs(makerE8) >= Money.ONE || takerE8 < 0 || takerE8 >= Money.ONE) {
            throw new IllegalArgumentException("impossible fees: makerE8=" + makerE8 + ", takerE8=" + takerE8);
        }
    }

    /**
     * Fees in basis points of the notional.
     *
     * @param makerBps decimal text such as {@code "1.5"}.
     * @param takerBps decimal text.
     * @return a schedule.
     */
    public static FeeSchedule ofBasisPoints(final String makerBps, final String takerBps) {
        return new FeeSchedule(Decimals.parse(makerBps, 4), Decimals.parse(takerBps, 4), 0, 0);
    }

    /**
     * The same, with purchases paying in what they buy.
     *
     * @return a changed copy.
     */
    public FeeSchedule inBaseAsset() {
        return new FeeSchedule(makerE8, takerE8, perUnit, minPerOrder, maxPerOrderE8, FeeAsset.BASE, tiers);
    }

    /**
     * The same, with other rates from volumes on.
     *
     * @param newTiers the lowest volume first.
     * @return a changed copy.
     */
    public FeeSchedule withTiers(final List<FeeTier> newTiers) {
        return new FeeSchedule(makerE8, takerE8, perUnit, minPerOrder, maxPerOrderE8, asset, newTiers);
    }

    /**
     * The same, with a limit for what is charged by quantity.
     *
     * @param newMaxPerOrderE8 the most that an order pays, as a share of what it traded, in units of 1e-8; 0 for no limit.
     * @return a changed copy.
     */
    public FeeSchedule withMaxPerOrderE8(final long newMaxPerOrderE8) {
        return new FeeSchedule(makerE8, takerE8, perUnit, minPerOrder, newMaxPerOrderE8, asset, tiers);
    }

    /** The rate of a fill at a volume, in units of 1e-8. */
    long rateE8(final long volume, final boolean maker) {
        for (int i = tiers.size() - 1; i >= 0; i--) {
            if (volume >= tiers.get(i).fromVolume()) {
                return maker ? tiers.get(i).makerE8() : tiers.get(i).takerE8();
            }
        }
        return maker ? makerE8 : takerE8;
    }

    /** What an order owes by its quantity once so much of it has traded, for so much money. */
    long unitFee(final long filledQuantity, final int quantityDecimals, final long filledNotional) {
        final long owed =
                Math.max(minPerOrder, Decimals.multiply(perUnit, filledQuantity, quantityDecimals, Rounding.CEILING));
        return maxPerOrderE8 == 0
                ? owed
                : Math.min(owed, Money.fraction(filledNotional, maxPerOrderE8, Rounding.CEILING));
    }
}
