package reprise.simulation.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reprise.number.Decimals;
import reprise.simulation.market.TickSource;

/** Looks at a whole file of ticks and describes it, without stopping at bad rows. */
public final class TickInspector {

    private TickInspector() {}

    /**
     * Describes a file.
     *
     * @param path plain, gzip or zip file
     * @param overrides whose zone is used; decimals and policy are not
     * @return the description, or null if the file is not ticks in a known format
     * @throws DataException if the file is missing, empty or unreadable
     */
    public static TickReport inspect(final Path path, final ReadOptions overrides) {
        final TickFile file = TickFile.recognise(path);
        if (file == null) {
            return null;
        }
        final ReadOptions options = overrides.withBadRows(BadRowPolicy.SKIP);
        final TickFileFacts facts = file.facts(options.zone());
        final List<String> symbols = facts.symbols().isEmpty() ? List.of("") : facts.symbols();
        final List<TickReport.Part> parts = new ArrayList<>();
        for (final String symbol : symbols) {
            for (final TickKind kind : facts.kinds()) {
                parts.add(part(file, kind, symbol, options));
            }
        }
        return new TickReport(facts, parts);
    }

    private static TickReport.Part part(
            final TickFile file, final TickKind kind, final String symbol, final ReadOptions options) {
        final TickQuality unused = new TickQuality();
        final TickNumbers needs = TickNumbers.measuring(file.priceExponent(), unused);
        try (TickReader reader = file.open(kind, symbol, options, unused, needs)) {
            while (reader.next()) {
                // what it takes to read all numbers is found by reading them
            }
        }
        final ReadOptions readable = needs.readable(options);
        try (TickReader reader = file.open(kind, symbol, readable)) {
            return part(reader, symbol, needs, readable.priceDecimals());
        }
    }

    private static TickReport.Part part(
            final TickReader reader, final String symbol, final TickNumbers needs, final int priceDecimals) {
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        while (reader.next()) {
            final long low = lowOf(reader);
            lowest = low > 0 ? Math.min(lowest, low) : lowest;
            highest = Math.max(highest, highOf(reader));
        }
        final boolean any = highest > 0;
        return new TickReport.Part(
                symbol,
                reader.tickKind(),
                reader.quality(),
                needs.priceNeeds(),
                needs.quantityNeeds(),
                any ? Decimals.formatShort(lowest, priceDecimals) : null,
                any ? Decimals.formatShort(highest, priceDecimals) : null,
                reader.quality().messages());
    }

    private static long lowOf(final TickReader tick) {
        return switch (tick.kind()) {
            case QUOTE -> tick.bidPrice() > 0 ? tick.bidPrice() : tick.askPrice();
            case TRADE, LEVEL -> tick.price();
            default -> 0;
        };
    }

    private static long highOf(final TickReader tick) {
        return tick.kind() == TickSource.Kind.QUOTE ? Math.max(tick.bidPrice(), tick.askPrice()) : lowOf(tick);
    }
}
