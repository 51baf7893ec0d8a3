package reprise.simulation.alpaca.account;

/**
 * What an account may do, by the venue's will or its owner's.
 *
 * @param status ACTIVE, or a step on the way there such as ONBOARDING.
 * @param tradingBlocked whether it may not trade.
 * @param accountBlocked whether it may do nothing.
 * @param suspendedByUser whether its owner has suspended trading.
 */
public record AccountStanding(String status, boolean tradingBlocked, boolean accountBlocked, boolean suspendedByUser) {
    /** Active, and nothing in its way. */
    public static final AccountStanding GOOD = new AccountStanding("ACTIVE", false, false, false);

    private static final String ACTIVE = "ACTIVE";

    /**
     * Reads a standing.
     *
     * @param text good, trading-blocked, account-blocked, suspended, or a status in capitals such as ONBOARDING.
     * @return the standing.
     * @throws IllegalArgumentException if it is none of them.
     */
    public static AccountStanding parse(final String text) {
        return switch (text) {
            case "good" -> GOOD;
            case "trading-blocked" -> new AccountStanding(ACTIVE, true, false, false);
            case "account-blocked" -> new AccountStanding(ACTIVE, false, true, false);
            case "suspended" -> new AccountStanding(ACTIVE, false, false, true);
            default -> {
                if (!text.matches("[A-Z_]{1,32}")) {
                    throw new IllegalArgumentException("'" + text + "' is no standing of an account; write good,"
                            + " trading-blocked, account-blocked, suspended, or a status such as ONBOARDING");
                }
                yield new AccountStanding(text, false, false, false);
            }
        };
    }

    /** Refuses an order of an account that may not trade. */
    void check() {
        if (accountBlocked || !ACTIVE.equals(status)) {
            throw Refusal.forbidden("account is not authorized to trade");
        }
        if (tradingBlocked) {
            throw Refusal.forbidden("new orders are rejected: trading is blocked");
        }
        if (suspendedByUser) {
            throw Refusal.forbidden("new orders are rejected by user request");
        }
    }
}
