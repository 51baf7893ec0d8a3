package reprise.indicator;

import java.util.List;
import java.util.Locale;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;

/** The catalog as people read it: docs/indicators.md and the list of the command line come from here. For start-up; allocates. */
public final class CatalogPage {
    /**
     * One indicator, with its standard parameters.
     *
     * @param name of the indicator.
     * @param title what it is.
     * @param signature how it is written.
     * @param outputs names, the first meant by default.
     * @param firstBar bars until the first value, in words.
     * @param stableBar bars until the beginning is forgotten, in words.
     * @param formula how it is calculated.
     * @param madeOf what it depends on; empty if on bars alone.
     * @param source by whose definition.
     */
    public record Entry(
            String name,
            String title,
            String signature,
            String outputs,
            String firstBar,
            String stableBar,
            String formula,
            String madeOf,
            String source) {}

    private static final String HEAD = """
            # Indicators

            Generated from the catalog; a test fails when this page and the catalog differ, and writes the new page to
            `engine-core/target/indicators.md`.

            ```
            ema:15                              numbers behind the name are its parameters, in their order
            ema(hl2, 15)                        the same of another input; what is left out has the standard value of the table
            macd(close, 12, 26, 9).signal       one of several outputs; without a name the first
            slope(ema(close, 15), 3)            indicators of indicators
            correl(close, close@ETHUSDT, 60)    of another instrument: computed on the bars that both have, by close time
            ```

            A bar's own lines are `open`, `high`, `low`, `close`, `volume`, `time` (of its close, in seconds since 1970), `session` (which one), `minute`
            (of the session) and `midquote` (the middle of the quote at its close where there is one, else `hl2`). Sessions are those of the calendar
            of a series that has one, otherwise the days of UTC.

            - **first**: the bar with the first value, counted from 1; "data" if no count tells, such as a whole session. A strategy is not told
              of bars before everything that it demanded of the instrument is ready.
            - **stable**: the bar from which on it no longer matters, to a part in a billion, with which bar the calculation began; "never" if it
              always matters. Load at least so many bars to continue where a backtest was.
            - Where a value is undefined (a zero denominator, nothing moved, no volume) it is NaN, with which every comparison is false: no signal.
            - Try one on a file: `./reprise indicators ema:15 adx:14 --data FILE`.

            | indicator | what | outputs | first | stable | formula | made of | source |
            |---|---|---|---|---|---|---|---|
            """;

    private CatalogPage() {}

    /**
     * All indicators.
     *
     * @param catalog with them.
     * @return in the order of the catalog.
     */
    public static List<Entry> entries(final IndicatorCatalog catalog) {
        final Indicators indicators = new Indicators(new Instruments(), catalog);
        final Instrument any = new Instrument(new InstrumentDefinition(0, 0, "ANY", "X", "Y", 2, 0, 1, 1, 0));
        return catalog.all().stream()
                .map(spec -> entry(spec, indicators.demand(any, spec.name())))
                .toList();
    }

    private static Entry entry(final IndicatorSpec spec, final Line line) {
        final List<String> madeOf = spec.isComposed()
                ? spec.outputs().stream().map(IndicatorSpec.Output::expression).toList()
                : spec.inputs().stream()
                        .filter(input -> !input.given())
                        .map(IndicatorSpec.Input::name)
                        .toList();
        return new Entry(
                spec.name(),
                spec.title(),
                spec.signature(),
                String.join(
                        ", ",
                        spec.outputs().stream().map(IndicatorSpec.Output::name).toList()),
                line.firstBar() == IndicatorSpec.WITH_DATA ? "data" : Integer.toString(line.firstBar()),
                line.stableBar() == IndicatorSpec.NEVER ? "never" : Integer.toString(line.stableBar()),
                spec.formula(),
                String.join("; ", madeOf),
                spec.source());
    }

    /**
     * The documentation page.
     *
     * @param catalog to describe.
     * @return Markdown.
     */
    public static String markdown(final IndicatorCatalog catalog) {
        final StringBuilder page = new StringBuilder(HEAD);
        for (final Entry entry : entries(catalog)) {
            page.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n",
                    entry.signature(),
                    cell(entry.title()),
                    entry.outputs().equals("value") ? "" : entry.outputs(),
                    entry.firstBar(),
                    entry.stableBar(),
                    cell(entry.formula()),
                    cell(entry.madeOf()),
                    cell(entry.source())));
        }
        return page.toString();
    }

    private static String cell(final String text) {
        return text.replace("|", "\\|");
    }
}
