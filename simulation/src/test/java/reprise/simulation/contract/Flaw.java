package reprise.simulation.contract;

/** A mistake that a venue can make, and the card that must find it. */
enum Flaw {
    NONE(""),
    MARKET_NOT_HEARD("D1"),
    HISTORY_NOT_TOLD("D2"),
    BAR_CHANGED("D3"),
    TRADES_CONFLATED("D4"),
    GAP_NOT_FILLED("D5"),
    BAR_TWICE("D6"),
    BARS_IN_DISORDER("D7"),
    HALT_NOT_TOLD("D10"),
    REVISION_AS_BAR("D11"),
    CORRECTION_NOT_TOLD("D12"),
    LAST_FILL_NOT_LAST("O2"),
    FILL_NOT_TOLD("O8"),
    STOP_AS_MARKET("O9"),
    REFUSAL_WITHOUT_WORDS("O12"),
    IOC_STAYS("O13"),
    CANCEL_NOT_REFUSED("C1"),
    CANCELLED_TWICE("C2"),
    OLD_TERMS_TOLD("C4"),
    REPLACE_NOT_REFUSED("C8"),
    ID_SENT_TWICE("C11"),
    EXECUTIONS_NOT_REPEATED("Q2"),
    REPORT_BEFORE_EXECUTIONS("Q2"),
    ABSENCE_NOT_TOLD("Q4"),
    FILL_REPEATED_AS_ANOTHER("R4"),
    REST_TAKEN_FOR_TOTAL("R10"),
    BUST_NOT_TOLD("R12"),
    UNKNOWN_TAKEN_FOR_REFUSED("U1"),
    UNKNOWN_SENT_AGAIN("U1"),
    END_NOT_TOLD("N1"),
    FILLS_BEFORE_END("N3"),
    MISSED_FILLS_LOST("N3"),
    CASH_NOT_TOLD("A1"),
    POSITION_WRONG("A2"),
    NEW_EXECUTION_IDS("A4"),
    FOREIGN_NOT_TOLD("A5"),
    FORGETS_AT_RESTART("L2"),
    SPEAKS_WHEN_CLOSED("L5"),
    WRONG_KEYS_SILENT("L6");

    final String card;

    Flaw(final String card) {
        this.card = card;
    }
}
