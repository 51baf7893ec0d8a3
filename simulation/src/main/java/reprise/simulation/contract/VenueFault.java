package reprise.simulation.contract;

/** What a simulated server can be made to do wrong. */
public enum VenueFault {
    /** The connection of prices ends without a word. */
    DROP_DATA,
    /** The same, and for a while no other is let in. */
    HOLD_DATA_SLOT,
    /** The connection of prices stays and says nothing more. */
    SILENCE_DATA,
    /** The next message of prices comes twice. */
    REPEAT_DATA,
    /** The next message of prices comes after the one behind it. */
    SWAP_DATA,
    /** The connection of order updates ends without a word. */
    DROP_ORDERS,
    /** The same, and for a while no other is let in. */
    HOLD_ORDERS_SLOT,
    /** The next order update, and all behind it, come late. */
    DELAY_ORDERS,
    /** The next order update comes after the one behind it. */
    SWAP_ORDERS,
    /** The next order update comes twice. */
    REPEAT_ORDERS,
    /** The next order update never comes. */
    LOSE_UPDATE,
    /** The next fill is told twice. */
    REPEAT_EXECUTION,
    /** The next request is carried out and answered with an error of the server. */
    ERROR_AFTER_DONE,
    /** The next request is carried out and never answered. */
    LOSE_ANSWER,
    /** The connection of the next request ends before it is read. */
    RESET,
    /** The next request is done late. */
    SLOW,
    /** The next request is one too many. */
    TOO_MANY,
    /** A gateway answers the next request, in no language of the venue. */
    GATEWAY_PAGE,
    /** The next order is reported, and filled if it can be, before its request is answered. */
    FILL_FIRST,
    /** The next cancel is taken, and the order is filled instead. */
    CANCEL_FILLS,
    /** The last fill is taken back. */
    BUST,
    /** The last fill was at another price. */
    CORRECT,
    /** The last trade of others was at another price. */
    CORRECT_TRADE,
    /** A late trade changes the last bar. */
    LATE_TRADE,
    /** Trading in the instrument halts. */
    HALT,
    /** It goes on. */
    RESUME
}
