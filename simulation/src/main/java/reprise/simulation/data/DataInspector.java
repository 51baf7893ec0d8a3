package reprise.simulation.data;

import java.nio.file.Path;
import java.util.List;
import reprise.number.Decimals;

/** Looks at a whole bar file and describes it, without stopping at bad rows. */
public final class DataInspector {

    private DataInspector() {}

    /**
     * Describes a file as it presents itself.
     *
     * @param path plain, gzip or zip file with bars in a known format
     * @return the description
     * @throws DataException if the file is missing, empty, unreadable or not bars in a known format
     */
    public static DataReport inspect(final Path path) {
        return inspect(path, ReadOptions.of(0, 0));
    }

    /**
     * Describes a file as it reads with the user's zone, stamp convention or period.
     *
     * @param path plain, gzip or zip file with bars in a known format
     * @param overrides whose zone, stamp and period are used; decimals and policy are not
     * @return the description
     * @throws DataException if the file is missing, empty, unreadable or not bars in a known format
     */
    public static DataReport inspect(final Path path, final ReadOptions overrides) {
        final SourceFile source = SourceFile.of(path);
        final Dialect dialect = DialectDetector.detect(source);
        final DecimalNeeds needs = DecimalNeeds.of(source, dialect);
        final ReadOptions options = overrides
                .withDecimals(needs.readablePrice(), needs.readableVolume())
                .withBadRows(BadRowPolicy.SKIP);
        try (BarReader reader = BarFiles.open(source, dialect, options, false)) {
            return report(reader, needs, options);
        }
    }

    private static DataReport report(final BarReader reader, final DecimalNeeds needs, final ReadOptions options) {
        DataReport.Span first = null;
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        long lastOpenNs = 0;
        long lastCloseNs = 0;
        while (reader.next()) {
            first = first == null ? new DataReport.Span(reader.openTimeNs(), reader.closeTimeNs()) : first;
            lowest = Math.min(lowest, reader.lowPrice());
            highest = Math.max(highest, reader.highPrice());
            lastOpenNs = reader.openTimeNs();
            lastCloseNs = reader.closeTimeNs();
        }
        final boolean any = first != null;
        final List<String> messages = reader.quality().messages();
        return new DataReport(
                reader.facts(),
                reader.quality(),
                first,
                any ? new DataReport.Span(lastOpenNs, lastCloseNs) : null,
                needs.price(),
                needs.volume(),
                any ? Decimals.formatShort(lowest, options.priceDecimals()) : null,
                any ? Decimals.formatShort(highest, options.priceDecimals()) : null,
                messages);
    }
}
