package reprise.risk;

import reprise.number.Money;

/**
 * The values of the day-trade rules; a broker's own override them. Immutable configuration.
 *
 * @param regime which rules hold.
 * @param minEquity from which day trades are not counted against the account, in money units.
 * @param maxDayTrades that may be made in the window below that equity.
 * @param windowSessions how many sessions the window has, the present one included, 1 to 32.
 * @param longMargin maintenance margin of long positions, in units of 1e-8 of their value.
 * @param shortMargin the same for short positions.
 * @param settlementSessions after how many sessions a trade settles, 0 to 8.
 * @param allowsUnsettled whether unsettled proceeds may pay for purchases.
 * @param maxViolations good-faith violations within {@code violationSessions} that restrict the account to settled funds.
 * @param violationSessions how long a violation counts, in sessions.
 */
public record DayTradeLimits(
        DayTradeRegime regime,
        long minEquity,
        int maxDayTrades,
        int windowSessions,
        long longMargin,
        long shortMargin,
        int settlementSessions,
        boolean allowsUnsettled,
        int maxViolations,
        int violationSessions) {
    /** Sessions that a ring of day trades or of proceeds can hold. */
    static final int MAX_WINDOW = 32;

    /** The most that may settle at different times. */
    static final int MAX_SETTLEMENT = 8;

    /** The most violations that are remembered. */
    static final int MAX_VIOLATIONS = 16;

    /** Checks every value. */
    public DayTradeLimits {
        require("minEquity", minEquity, 0, Long.MAX_VALUE);
        require("maxDayTrades", maxDayTrades, 0, 1_000);
        require("windowSessions", windowSessions, 1, MAX_WINDOW);
        require("longMargin", longMargin, 0, 10 * Money.ONE);
        require("shortMargin", shortMargin, 0, 10 * Money.ONE);
        require("settlementSessions", settlementSessions, 0, MAX_SETTLEMENT);
        require("maxViolations", maxViolations, 1, MAX_VIOLATIONS);
        require("violationSessions", violationSessions, 1, 10_000);
    }

    private static void require(final String name, final long value, final long least, final long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ": " + value);
        }
    }

    /**
     * The values of the rules themselves: 25,000 and three day trades in five sessions; margin 25 % long and 30 % short; settlement after
     * one session, unsettled proceeds may be used, three violations in 252 sessions restrict.
     *
     * @param regime which rules hold.
     * @return the limits.
     */
    public static DayTradeLimits standard(final DayTradeRegime regime) {
        return new DayTradeLimits(regime, 25_000 * Money.ONE, 3, 5, Money.ONE / 4, 30_000_000, 1, true, 3, 252);
    }
}
