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

    /** Refuses an order of an account that may not trade. */
    void check() {
        if (accountBlocked || !"ACTIVE".equals(status)) {
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
