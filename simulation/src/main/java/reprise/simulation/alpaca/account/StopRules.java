package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What stops become. Stateless. */
final class StopRules {
    private static final BigDecimal FIFTY = new BigDecimal("50");
    private static final BigDecimal WIDE = new BigDecimal("1.04");
    private static final BigDecimal NARROW = new BigDecimal("1.025");
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private StopRules() {}

    /** The limit of what a buy stop turns into: four percent above a stop below 50 dollars, else two and a half. */
    static BigDecimal buyLimit(final BigDecimal stop) {
        return stop.multiply(stop.compareTo(FIFTY) < 0 ? WIDE : NARROW).setScale(2, RoundingMode.HALF_UP);
    }

    /** Whether a trade wakes a stop. */
    static boolean wakes(final Side side, final BigDecimal stop, final BigDecimal traded) {
        return traded.subtract(stop).signum() * side.sign() >= 0;
    }

    /** Where a trailing stop lies for a mark. */
    static BigDecimal trailingStop(final Side side, final OrderPrices prices, final BigDecimal mark) {
        final BigDecimal distance = prices.trailPrice() != null
                ? prices.trailPrice()
                : mark.multiply(prices.trailPercent()).divide(HUNDRED, 4, RoundingMode.HALF_UP);
        return side == Side.SELL ? mark.subtract(distance) : mark.add(distance);
    }
}
