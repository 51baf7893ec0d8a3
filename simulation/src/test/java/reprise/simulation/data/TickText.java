package reprise.simulation.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reprise.simulation.market.TickSource;

/** Ticks read back as text. */
final class TickText {
    private TickText() {}

    /** All ticks of a kind, as time and unscaled numbers. */
    static List<String> read(final Path path, final TickKind kind, final String symbol, final ReadOptions options) {
        try (TickReader reader = TickFile.recognise(path).open(kind, symbol, options)) {
            return rest(reader);
        }
    }

    static List<String> rest(final TickSource ticks) {
        final List<String> lines = new ArrayList<>();
        while (ticks.next()) {
            lines.add(current(ticks));
        }
        return lines;
    }

    private static String current(final TickSource tick) {
        return UtcText.of(tick.timeNs()) + " "
                + switch (tick.kind()) {
                    case TRADE -> tick.price() + " x " + tick.quantity() + " " + lower(tick.aggressor());
                    case QUOTE ->
                        tick.bidPrice() + " x " + tick.bidQuantity() + " / " + tick.askPrice() + " x "
                                + tick.askQuantity();
                    case LEVEL -> lower(tick.side()) + " " + tick.price() + " x " + tick.quantity();
                    default -> lower(tick.kind());
                };
    }

    private static String lower(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Counters of a kind when all of it was read. */
    static TickQuality quality(final Path path, final TickKind kind, final String symbol, final ReadOptions options) {
        try (TickReader reader = TickFile.recognise(path).open(kind, symbol, options)) {
            rest(reader);
            return reader.quality();
        }
    }
}
