package reprise.simulation.data;

import java.util.List;

/** Recognises JSON lists of trades, as freqtrade and ccxt write them. */
final class JsonTicks {
    private static final List<String> LIST_COLUMNS = List.of("time", "id", "type", "side", "price", "amount", "cost");
    private static final int ID = 1;
    private static final int SIDE = 3;
    private static final int PRICE = 4;
    private static final int AMOUNT = 5;

    private JsonTicks() {}

    /** The dialect, or null if these are no trades. */
    static TickDialect detect(final SourceFile source) {
        final JsonShape shape = JsonShape.of(source);
        if (shape.isEmpty()) {
            return null;
        }
        if (shape.isList()) {
            return shape.fieldCount() == LIST_COLUMNS.size() && namesSide(source) ? list() : null;
        }
        final ColumnNames names = new ColumnNames(shape.names());
        return names.columns() == null && TickNames.areTrades(names) && names.has("side")
                ? TickDialects.named(source, "JSON", new RowLayout.Json(shape.names()), names)
                : null;
    }

    private static boolean namesSide(final SourceFile source) {
        try (RowSource rows = new RowLayout.Json(List.of()).open(source)) {
            return rows.next() && List.of("buy", "sell").contains(rows.fields().text(SIDE));
        }
    }

    private static TickDialect list() {
        return new TickDialect.Rows(
                "JSON list of trades [time, id, type, side, price, amount, cost]",
                new RowLayout.Json(List.of()),
                TickColumns.ofTrades(LIST_COLUMNS, StampForm.epoch(0), PRICE, AMOUNT, SIDE, ID),
                LocalClock.UTC,
                List.of());
    }
}
