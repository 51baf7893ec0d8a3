package reprise.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reprise.app.config.ConfigException;
import reprise.app.config.Nearest;
import reprise.app.config.RunConfig;
import reprise.market.InstrumentDefinition;

/** Finds out which data is for which instrument: from the command line, and where that says nothing, from the configuration. */
final class DataArguments {
    private final List<InstrumentDefinition> instruments;

    DataArguments(final List<InstrumentDefinition> instruments) {
        this.instruments = instruments;
    }

    /**
     * Resolves arguments such as {@code BTCUSDT-5m.csv.gz} or {@code BTCUSDT=bars.csv}.
     *
     * @param arguments of the command line.
     * @param config for files that it names itself.
     * @return paths by instrument, one at least for every instrument.
     */
    Map<InstrumentDefinition, List<Path>> resolve(final List<String> arguments, final RunConfig config) {
        final Map<InstrumentDefinition, List<Path>> paths = new LinkedHashMap<>();
        for (final String argument : arguments) {
            final int equals = argument.indexOf('=');
            final boolean named = equals > 0 && isSymbol(argument.substring(0, equals));
            final InstrumentDefinition instrument =
                    named ? instrument(argument.substring(0, equals)) : instrumentOf(argument);
            final String path = named ? argument.substring(equals + 1) : argument;
            paths.computeIfAbsent(instrument, key -> new ArrayList<>()).add(Path.of(path));
        }
        for (final InstrumentDefinition instrument : instruments) {
            final Path configured = config.dataFiles().get(instrument.symbol());
            if (!paths.containsKey(instrument) && configured == null) {
                throw new ConfigException("no data for " + instrument.symbol() + ": give --data "
                        + (instruments.size() == 1 ? "" : instrument.symbol() + "=") + "PATH, or instruments."
                        + instrument.symbol() + ".data in the configuration");
            }
            paths.computeIfAbsent(instrument, key -> List.of(configured));
        }
        return paths;
    }

    /** The only path of an instrument: bars of one instrument are in one file. */
    static Path only(final InstrumentDefinition instrument, final List<Path> paths) {
        if (paths.size() > 1) {
            throw new ConfigException(
                    "--data " + paths.get(1) + ": there is data for " + instrument.symbol() + " already");
        }
        return paths.get(0);
    }

    private static boolean isSymbol(final String text) {
        return !text.contains("/") && !text.contains("\\");
    }

    private InstrumentDefinition instrument(final String symbol) {
        final List<String> symbols = new ArrayList<>();
        for (final InstrumentDefinition instrument : instruments) {
            if (instrument.symbol().equals(symbol)) {
                return instrument;
            }
            symbols.add(instrument.symbol());
        }
        throw new ConfigException("--data " + symbol + "=...: no such instrument" + Nearest.suggestion(symbol, symbols)
                + "; configured: " + String.join(", ", symbols));
    }

    /** The only instrument, or the one with the longest symbol that the file's name contains. */
    private InstrumentDefinition instrumentOf(final String path) {
        if (instruments.size() == 1) {
            return instruments.get(0);
        }
        final String name = plain(Path.of(path).getFileName().toString());
        InstrumentDefinition best = null;
        for (final InstrumentDefinition instrument : instruments) {
            final String symbol = plain(instrument.symbol());
            if (name.contains(symbol)
                    && (best == null || symbol.length() > plain(best.symbol()).length())) {
                best = instrument;
            }
        }
        if (best == null) {
            throw new ConfigException(
                    "--data " + path + ": the file's name contains no configured symbol; write SYMBOL=" + path);
        }
        return best;
    }

    private static String plain(final String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
