package reprise.simulation.data;

/** Why a row was refused, as far as the counters distinguish. */
enum RowFault {
    UNREADABLE,
    INCONSISTENT,
    NOT_POSITIVE,
    DUPLICATE,
    DISORDER;

    /** Whether the row is wrong by itself, not only beside its neighbours. */
    boolean isOfTheRowAlone() {
        return this != DUPLICATE && this != DISORDER;
    }
}
