package reprise.simulation.contract;

import java.util.Locale;
import java.util.function.Predicate;
import reprise.market.BracketStyle;
import reprise.order.OrderType;
import reprise.order.TimeInForce;

/**
 * What a card needs of its environment.
 *
 * @param text for people: a card is skipped because it needs this.
 * @param isMet by an environment.
 */
public record Need(String text, Predicate<ContractEnvironment> isMet) {
    /** A server that does as it is told. */
    public static final Need CONTROL =
            new Need("a simulated server", environment -> environment.control().isPresent());

    /** An instrument that trades now. */
    public static final Need OPEN_MARKET = new Need("an open market", ContractEnvironment::isMarketOpen);

    /** Fills of a part each. */
    public static final Need PARTIAL_FILLS = new Need(
            "a simulated server (partial fills)",
            environment -> environment.control().isPresent() && environment.fillsInPart());

    /** A venue that takes orders that belong together as one. */
    public static final Need NATIVE_GROUPS = new Need(
            "brackets of the venue's own",
            environment -> environment.instrument().brackets() == BracketStyle.NATIVE);

    /** A venue that takes orders of amounts of money. */
    public static final Need AMOUNTS = new Need(
            "orders of amounts", environment -> environment.instrument().takesAmounts());

    /**
     * A server that can do something wrong.
     *
     * @param fault what.
     * @return the need.
     */
    public static Need of(final VenueFault fault) {
        return new Need(
                "a simulated server (" + words(fault) + ")",
                environment -> environment
                        .control()
                        .filter(control -> control.can(fault))
                        .isPresent());
    }

    /**
     * A venue that has a type of order.
     *
     * @param type which.
     * @return the need.
     */
    public static Need of(final OrderType type) {
        return new Need(
                words(type) + " orders",
                environment -> isIn(environment.instrument().orderTypes(), type));
    }

    /**
     * A venue that has a time in force.
     *
     * @param timeInForce which.
     * @return the need.
     */
    public static Need of(final TimeInForce timeInForce) {
        return new Need(
                words(timeInForce) + " orders",
                environment -> isIn(environment.instrument().timesInForce(), timeInForce));
    }

    private static boolean isIn(final int set, final Enum<?> value) {
        return (set & 1 << value.ordinal()) != 0;
    }

    private static String words(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
