package reprise.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reprise.app.config.ConfigException;
import reprise.app.config.Nearest;
import reprise.research.screening.PriceSeries;
import reprise.simulation.data.DataException;

/**
 * Closing prices for statistics, from what {@code --data} names: files, folders of files, {@code SYMBOL=FILE}, made-up markets. A file's
 * symbol is its name up to the first dash or dot; files of one symbol that follow one another in time make one series.
 */
public final class PriceFiles {
    private static final Pattern BAR_FILE =
            Pattern.compile("[^.].*\\.(csv|txt|json|zip)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    private final MarketData.Reading reading;
    private final Consumer<String> notes;
    private final Map<String, List<PriceStretch>> stretches = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();

    /**
     * Nothing yet.
     *
     * @param reading how files are read.
     * @param notes is told which files of a folder were left out, and why.
     */
    public PriceFiles(final MarketData.Reading reading, final Consumer<String> notes) {
        this.reading = reading;
        this.notes = notes;
    }

    /**
     * Reads all that is named.
     *
     * @param arguments of {@code --data}.
     * @return series by symbol, sorted.
     * @throws DataException if a file is missing or bad, or a folder holds no bars.
     */
    public List<PriceSeries> all(final List<String> arguments) {
        for (final String argument : required(arguments)) {
            final String symbol = symbolBefore(argument);
            if (symbol == null && argument.startsWith(SyntheticArguments.PREFIX)) {
                throw new ConfigException(
                        "--data " + argument + ": of which symbol? Write SYMBOL=" + argument + ", one for each");
            }
            read(argument, symbol, symbol == null ? List.of() : List.of(symbol));
        }
        final List<PriceSeries> series = new ArrayList<>();
        stretches.forEach((symbol, parts) -> series.add(joined(symbol, parts)));
        return series;
    }

    /**
     * Reads what is named of certain symbols. A file that is named itself needs but contain a symbol in its name.
     *
     * @param arguments of {@code --data}.
     * @param symbols wanted.
     * @return series in that order.
     * @throws ConfigException if there is no data for one.
     * @throws DataException if a file is missing or bad.
     */
    public List<PriceSeries> of(final List<String> arguments, final List<String> symbols) {
        for (final String argument : required(arguments)) {
            if (argument.startsWith(SyntheticArguments.PREFIX)) {
                symbols.forEach(symbol -> addMadeUp(symbol, argument, symbols.indexOf(symbol)));
            } else {
                read(argument, symbolBefore(argument), symbols);
            }
        }
        final Map<String, PriceSeries> found = new LinkedHashMap<>();
        for (final String symbol : symbols) {
            stretches.forEach((name, parts) -> {
                if (plain(name).equals(plain(symbol))) {
                    found.put(symbol, joined(symbol, parts));
                }
            });
            if (!found.containsKey(symbol)) {
                throw new ConfigException("no data for " + symbol + " in --data " + String.join(" ", arguments)
                        + Nearest.suggestion(symbol, names) + "; there is: "
                        + (names.isEmpty() ? "nothing" : String.join(", ", names)));
            }
        }
        return List.copyOf(found.values());
    }

    private static List<String> required(final List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new ConfigException("which prices? Give --data with a folder, files, or SYMBOL=FILE");
        }
        return arguments;
    }

    /** SYMBOL of SYMBOL=PATH, or null. */
    private static String symbolBefore(final String argument) {
        final int equals = argument.indexOf('=');
        final boolean named = equals > 0 && argument.substring(0, equals).matches("[^/\\\\:]+");
        return named ? argument.substring(0, equals) : null;
    }

    private void read(final String argument, final String symbol, final List<String> wanted) {
        final String source = symbol == null ? argument : argument.substring(symbol.length() + 1);
        if (source.startsWith(SyntheticArguments.PREFIX)) {
            addMadeUp(symbol, source, 0);
        } else if (Files.isDirectory(Path.of(source))) {
            readFolder(Path.of(source), symbol, wanted);
        } else {
            final Path file = Path.of(source);
            add(symbol == null ? symbolIn(file, wanted) : symbol, PriceStretch.of(file, reading), wanted);
        }
    }

    private void readFolder(final Path folder, final String symbol, final List<String> wanted) {
        boolean any = false;
        for (final Path file : files(folder)) {
            final String name = symbol == null ? symbolOf(file) : symbol;
            names.add(name);
            if (isWanted(name, wanted)) {
                try {
                    add(name, PriceStretch.of(file, reading), wanted);
                } catch (final DataException e) {
                    notes.accept("left out: " + e.getMessage().split("\\. ")[0]);
                    continue;
                }
            }
            any = true;
        }
        if (!any) {
            throw new DataException(folder + ": holds no file of bars (.csv, .txt, .json or .zip, also with .gz)");
        }
    }

    private static List<Path> files(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            BAR_FILE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw new DataException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(final String symbol, final PriceStretch stretch, final List<String> wanted) {
        names.add(symbol);
        if (isWanted(symbol, wanted)) {
            stretches.computeIfAbsent(symbol, name -> new ArrayList<>()).add(stretch);
        }
    }

    private void addMadeUp(final String symbol, final String argument, final int number) {
        add(symbol, PriceStretch.madeUp(symbol, argument, number), List.of());
    }

    private static boolean isWanted(final String symbol, final List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(one -> plain(one).equals(plain(symbol)));
    }

    /** The longest wanted symbol that the file's name contains; without any, what its name begins with. */
    private static String symbolIn(final Path file, final List<String> wanted) {
        final String name = plain(file.getFileName().toString());
        return wanted.stream()
                .filter(symbol -> name.contains(plain(symbol)))
                .max(Comparator.comparingInt(symbol -> plain(symbol).length()))
                .orElseGet(() -> symbolOf(file));
    }

    private static String symbolOf(final Path file) {
        return file.getFileName().toString().split("[-.]")[0].toUpperCase(Locale.ROOT);
    }

    private static String plain(final String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static PriceSeries joined(final String symbol, final List<PriceStretch> parts) {
        parts.sort(Comparator.comparingLong(PriceStretch::firstNs));
        for (int i = 1; i < parts.size(); i++) {
            final PriceStretch before = parts.get(i - 1);
            final PriceStretch after = parts.get(i);
            if (after.firstNs() <= before.lastNs()) {
                throw new DataException(symbol + ": " + before.source() + " and " + after.source()
                        + " are of the same time; name one of them: --data " + symbol + "=" + after.source());
            }
        }
        return PriceStretch.join(symbol, parts);
    }
}
