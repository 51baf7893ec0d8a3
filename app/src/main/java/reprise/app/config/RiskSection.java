package reprise.app.config;

import java.util.function.ToLongFunction;
import reprise.number.Money;
import reprise.risk.RiskLimits;

/**
 * Reads the limits of the risk gate. The values of an order and of a position must be limited; every other limit may be {@code off}, which is
 * what it is when it is not given.
 */
final class RiskSection {
    /** The block of the day-trade rules. */
    static final String DAY_TRADE = "dayTrade";

    private static final int MAX_OPEN_ORDERS = 100_000;
    private static final int MAX_WINDOW_MS = 86_400_000;
    private static final int MAX_COLLAR_BPS = 10_000;
    private static final long NS_PER_MS = 1_000_000;
    private static final String OFF = "off";

    private final Section section;

    private RiskSection(final Section section) {
        this.section = section;
    }

    static RiskLimits read(final Section section) {
        final RiskLimits limits = new RiskSection(section).read();
        section.finish();
        return limits;
    }

    private RiskLimits read() {
        // Read by its own reader.
        section.has(DAY_TRADE);
        final long maxOrderNotional = section.money("maxOrderNotional", null, 1);
        final long minOrderNotional = money("minOrderNotional");
        if (minOrderNotional > maxOrderNotional) {
            throw section.invalid("minOrderNotional", "must not be more than maxOrderNotional");
        }
        final int maxOrders = count("maxOrders", RiskLimits.MAX_ORDERS_IN_WINDOW);
        final int windowMs = section.integer("orderWindowMs", 1_000, 1, MAX_WINDOW_MS);
        return RiskLimits.builder(
                        maxOrderNotional,
                        section.money("maxPositionNotional", null, 1),
                        section.integer("maxOpenOrders", 100, 1, MAX_OPEN_ORDERS))
                .minOrderNotional(minOrderNotional)
                .maxOrderQuantityE8(money("maxOrderQuantity"))
                .collarBps(count("collarMidBps", MAX_COLLAR_BPS), count("collarLastBps", MAX_COLLAR_BPS))
                .maxGrossExposure(money("maxGrossExposure"))
                .maxNetExposure(money("maxNetExposure"))
                .maxStrategyGrossExposure(money("maxStrategyGrossExposure"))
                .maxStrategyNetExposure(money("maxStrategyNetExposure"))
                .orderRate(maxOrders, maxOrders == RiskLimits.OFF ? RiskLimits.OFF : windowMs * NS_PER_MS)
                .duplicateWindowNs(count("duplicateWindowMs", MAX_WINDOW_MS) * NS_PER_MS)
                .buyingPower(
                        unlessOff(
                                "buyingPower",
                                key -> section.decimal(key, null, Money.DECIMALS, Money.ONE, 1000 * Money.ONE)),
                        section.decimal("feeAllowance", "0", Money.DECIMALS, 0, Money.ONE))
                .build();
    }

    private long money(final String key) {
        return unlessOff(key, name -> section.money(name, null, 1));
    }

    private int count(final String key, final int max) {
        return (int) unlessOff(key, name -> section.integer(name, max, 1, max));
    }

    private long unlessOff(final String key, final ToLongFunction<String> reading) {
        return section.text(key, OFF).equals(OFF) ? RiskLimits.OFF : reading.applyAsLong(key);
    }
}
