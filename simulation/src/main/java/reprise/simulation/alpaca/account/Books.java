package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;

/** Cash and positions of the account, and what they are worth. Guarded by the venue's lock. */
public final class Books {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MAINTENANCE = new BigDecimal("0.3");

    private final Map<Asset, Position> positions = new LinkedHashMap<>();
    private final Market market;
    private final AccountTerms terms;
    private BigDecimal cash;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal lastEquity;
    private BigDecimal lastMaintenance = BigDecimal.ZERO;

    Books(final Market market, final AccountTerms terms) {
        this.market = market;
        this.terms = terms;
        cash = terms.cash();
        lastEquity = terms.cash();
        market.assets().forEach(asset -> positions.put(asset, new Position()));
    }

    /** A fill. Returns the fee, in what was received. */
    BigDecimal trade(final Asset asset, final Side side, final BigDecimal quantity, final BigDecimal price) {
        final BigDecimal value = quantity.multiply(price);
        final Position position = positions.get(asset);
        position.trade(side == Side.BUY ? quantity : quantity.negate(), price);
        cash = side == Side.BUY ? cash.subtract(value) : cash.add(value);
        final BigDecimal fee = fee(asset, side == Side.BUY ? quantity : value);
        if (side == Side.BUY) {
            position.take(fee);
            fees = fees.add(fee.multiply(price));
        } else {
            cash = cash.subtract(fee);
            fees = fees.add(fee);
        }
        return fee;
    }

    /** A fill that never was; its fee comes back. */
    void bust(final Asset asset, final Side side, final BigDecimal quantity, final BigDecimal price) {
        final BigDecimal value = quantity.multiply(price);
        final Position position = positions.get(asset);
        final BigDecimal fee = fee(asset, side == Side.BUY ? quantity : value);
        if (side == Side.BUY) {
            position.take(fee.negate());
            cash = cash.add(value);
        } else {
            cash = cash.subtract(value).add(fee);
        }
        position.trade(side == Side.BUY ? quantity.negate() : quantity, price);
    }

    private BigDecimal fee(final Asset asset, final BigDecimal received) {
        return asset.isCrypto() ? received.multiply(terms.cryptoFee()).setScale(9, RoundingMode.UP) : BigDecimal.ZERO;
    }

    void newDay() {
        lastEquity = equity();
        lastMaintenance = maintenanceMargin();
        positions.values().forEach(Position::newDay);
    }

    /**
     * The account's terms.
     *
     * @return as configured.
     */
    public AccountTerms terms() {
        return terms;
    }

    /**
     * A position.
     *
     * @param asset of the market's.
     * @return flat if nothing is held.
     */
    public Position position(final Asset asset) {
        return positions.get(asset);
    }

    /**
     * Cash.
     *
     * @return in dollars, negative when borrowed.
     */
    public BigDecimal cash() {
        return cash;
    }

    /**
     * Fees so far.
     *
     * @return in dollars, at the prices of their fills.
     */
    public BigDecimal fees() {
        return fees;
    }

    /**
     * Equity at the end of the day before.
     *
     * @return in dollars.
     */
    public BigDecimal lastEquity() {
        return lastEquity;
    }

    /**
     * Maintenance margin at the end of the day before.
     *
     * @return in dollars.
     */
    public BigDecimal lastMaintenance() {
        return lastMaintenance;
    }

    /**
     * What a position is worth.
     *
     * @param asset of the market's.
     * @return in dollars, negative when short; 0 without a price.
     */
    public BigDecimal marketValue(final Asset asset) {
        return positions
                .get(asset)
                .quantity()
                .multiply(Numbers.orZero(market.tape(asset).lastPrice()));
    }

    /**
     * What all positions of one sign are worth.
     *
     * @param sign 1 for long, -1 for short.
     * @return in dollars, of that sign.
     */
    public BigDecimal marketValue(final int sign) {
        return positions.keySet().stream()
                .map(this::marketValue)
                .filter(value -> value.signum() == sign)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Cash and positions.
     *
     * @return in dollars.
     */
    public BigDecimal equity() {
        return cash.add(marketValue(1)).add(marketValue(-1));
    }

    /**
     * Value of all positions, whatever their sign.
     *
     * @return in dollars.
     */
    public BigDecimal exposure() {
        return marketValue(1).subtract(marketValue(-1));
    }

    /**
     * What positions bind when they are opened: half, all in a cash account.
     *
     * @return in dollars.
     */
    public BigDecimal initialMargin() {
        return terms.multiplier() == 1 ? exposure() : exposure().multiply(HALF);
    }

    /**
     * What positions bind while they are held: three tenths.
     *
     * @return in dollars.
     */
    public BigDecimal maintenanceMargin() {
        return exposure().multiply(MAINTENANCE);
    }
}
