package reprise.monitor;

/**
 * What the monitor reads of the books. Book 0 is the whole account; the others are strategies by their id. All amounts are money in units of
 * 1e-8, valued at present marks. Called on the core's thread; must not allocate.
 */
public interface AccountView {
    /** The book of the whole account. */
    int ACCOUNT = 0;

    /**
     * Cash and market values; for a strategy the capital allotted to it and all that its book has earned, fees taken off.
     *
     * @param book 0 for the account, or the strategy.
     * @return money.
     */
    long equity(int book);

    /**
     * What was paid in less what was paid out, or allotted to a strategy: changes of it are not results.
     *
     * @param book 0 for the account, or the strategy.
     * @return money.
     */
    long paidIn(int book);

    /**
     * Absolute market value of all positions.
     *
     * @param book 0 for the account, or the strategy.
     * @return money.
     */
    long grossExposure(int book);

    /**
     * Market value of one position.
     *
     * @param book 0 for the account, or the strategy.
     * @param instrumentId a defined id.
     * @return money, negative for short.
     */
    long marketValue(int book, int instrumentId);
}
