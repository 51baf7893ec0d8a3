package reprise.simulation.data;

import java.util.List;

/** Recognises JSON lists of bars. */
final class JsonDialects {

    private static final int BAR_FIELDS = 6;
    private static final int KLINE_FIELDS = 12;

    private JsonDialects() {}

    /** Recognises the list or refuses it. */
    static Dialect detect(final SourceFile source) {
        final JsonShape shape = JsonShape.of(source);
        if (shape.isEmpty()) {
            throw new DataException(source + ": holds no list of records; expected bars");
        }
        return shape.isList() ? lists(source, shape) : objects(source, shape);
    }

    private static Dialect lists(final SourceFile source, final JsonShape shape) {
        final RowLayout layout = new RowLayout.Json(List.of());
        if (shape.fieldCount() == KLINE_FIELDS) {
            final Dialect klines = HeaderlessDialects.klines(source, layout, "Binance klines JSON");
            if (klines != null) {
                return klines;
            }
        }
        if (shape.fieldCount() == BAR_FIELDS && startsWithEpoch(source, layout)) {
            return new Dialect(
                    "JSON list of [time, open, high, low, close, volume]",
                    layout,
                    Columns.USUAL,
                    StampForm.epoch(0),
                    LocalClock.UTC,
                    StampConvention.OPEN,
                    null,
                    0,
                    List.of());
        }
        throw Refusals.notBars(
                source,
                "JSON records of " + shape.fieldCount()
                        + " fields, not bars of [time, open, high, low, close, volume]");
    }

    private static boolean startsWithEpoch(final SourceFile source, final RowLayout layout) {
        try (RowSource rows = layout.open(source)) {
            if (!rows.next()) {
                return false;
            }
            final StampForm form = TimeColumns.formOf(rows.fields(), 0);
            return form != null && form.kind() == StampForm.Kind.EPOCH;
        }
    }

    private static Dialect objects(final SourceFile source, final JsonShape shape) {
        final ColumnNames names = new ColumnNames(shape.names());
        final Columns columns = names.columns();
        if (columns == null) {
            throw Refusals.notBars(source, names);
        }
        final RowLayout layout = new RowLayout.Json(shape.names());
        final TimeColumns time = TimeColumns.choose(source, layout, names);
        return Dialect.of("JSON candle objects", layout, columns, time.form(), time.stamp(), List.of());
    }
}
