package reprise.indicator;

import reprise.state.StateExchange;

/**
 * That somebody demanded an indicator, as it is recorded with the state.
 *
 * @param instrumentId of whose bars.
 * @param seriesId of the bars that the engine builds; NO_SERIES for those that the venue delivers.
 * @param expression as it was written.
 */
record Demand(int instrumentId, int seriesId, String expression) {
    static final int NO_SERIES = -1;

    /** Stands in for one that is restored. */
    static final Demand NONE = new Demand(0, NO_SERIES, "");

    boolean isOfSeries() {
        return seriesId != NO_SERIES;
    }

    /** Carries one; gives what comes back. */
    Demand exchange(final StateExchange state) {
        final int foundInstrumentId = state.field("instrumentId", instrumentId);
        final int foundSeriesId = state.field("seriesId", seriesId);
        final String foundExpression = state.field("expression", expression);
        return state.isRestoring() ? new Demand(foundInstrumentId, foundSeriesId, foundExpression) : this;
    }
}
