package reprise.order;

/** Why an order was sent: who decided it and, of what leaves a position, by which rule. Names are stable: results are written with them. */
public enum OrderPurpose {
    /** The strategy asked for it. */
    STRATEGY,
    /** It brings a position to the target that its strategy wants. */
    EXECUTION,
    /** The operator asked for it. */
    OPERATOR,
    /** It closes a book for the operator or the risk monitor; the record before it says for whom. */
    LIQUIDATION,
    /** Limits the loss of a bracket's entry. */
    BRACKET_STOP,
    /** Takes the profit of a bracket's entry. */
    BRACKET_TARGET,
    /** Takes back what both legs of a group together filled too much. */
    GROUP_EXCESS,
    /** Rests at the venue for the stop of an exit rule. */
    PROTECTIVE_STOP,
    /** An exit to be flat come what may. */
    FLATTEN,
    /** An exit at the stop set at entry. */
    HARD_STOP,
    /** An exit at the stop that follows the best price. */
    TRAILING_STOP,
    /** An exit at the entry after a target was reached. */
    BREAKEVEN_STOP,
    /** An exit at a target. */
    TARGET,
    /** An exit after the longest time allowed. */
    MAX_HOLD,
    /** An exit of what never gained enough. */
    STAGNATION,
    /** An exit before the session ends. */
    SESSION_CLOSE,
    /** An exit because the strategy that entered wants out. */
    SIGNAL
}
