package reprise.simulation.contract;

import reprise.order.Side;

/** What a venue told of itself and of the account. Immutable. */
public sealed interface AccountNews {
    /** Orders can reach it. */
    record Connected() implements AccountNews {}

    /** Orders cannot reach it. */
    record Disconnected() implements AccountNews {}

    /**
     * A whole view of the account follows.
     *
     * @param sinceNs executions from here on are repeated.
     */
    record ReconciliationBegan(long sinceNs) implements AccountNews {}

    /** The view is complete. */
    record ReconciliationEnded() implements AccountNews {}

    /**
     * Our cash.
     *
     * @param amount money.
     * @param currency of it.
     */
    record Cash(long amount, String currency) implements AccountNews {}

    /**
     * A position.
     *
     * @param instrumentId of what.
     * @param quantity signed.
     */
    record Position(int instrumentId, long quantity) implements AccountNews {}

    /**
     * An order that this run did not send.
     *
     * @param instrumentId of what.
     * @param side which way.
     * @param quantity that may still trade.
     * @param limitPrice its limit.
     * @param venueOrderId by which the venue names it.
     */
    record ForeignOrder(int instrumentId, Side side, long quantity, long limitPrice, String venueOrderId)
            implements AccountNews {}
}
