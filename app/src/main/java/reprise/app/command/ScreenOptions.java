package reprise.app.command;

import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reprise.app.config.ConfigException;
import reprise.research.screening.ScreenCriteria;
import reprise.research.statistics.MultipleTesting;

/** What a pair must be to be accepted. */
final class ScreenOptions {
    private static final ScreenCriteria USUAL = ScreenCriteria.DEFAULT;

    @Option(names = "--min-bars", paramLabel = "N", description = "Bars in common (default: 100, and 30 a period).")
    private int minBars = USUAL.minBars();

    @Option(
            names = "--min-correlation",
            paramLabel = "R",
            description = "Of returns; what is below is not tested (default: 0.4).")
    private double minCorrelation = USUAL.minCorrelation();

    @Mixin
    private LagOption lags = new LagOption();

    @Option(names = "--max-p", paramLabel = "P", description = "After the correction (default: 0.05).")
    private double maxP = USUAL.maxP();

    @Option(
            names = "--correction",
            paramLabel = "HOW",
            description = "For the number of tests: ${COMPLETION-CANDIDATES} (default: BENJAMINI_HOCHBERG).")
    private MultipleTesting correction = USUAL.correction();

    @Option(
            names = "--half-life",
            paramLabel = "MIN:MAX",
            description = "Bars until half of a deviation is gone (default: 2:240).")
    private String halfLife = "2:240";

    @Option(
            names = "--min-crossings",
            paramLabel = "N",
            description = "How often the spread went through its mean (default: 10).")
    private int minCrossings = USUAL.minCrossings();

    @Option(
            names = "--periods",
            paramLabel = "K",
            description = "Equal parts of the time in which the hedge ratio is estimated again (default: 4).")
    private int periods = USUAL.periods();

    @Option(
            names = "--max-drift",
            paramLabel = "F",
            description = "How much a part's hedge ratio may differ, as a fraction of the whole's (default: 0.5).")
    private double maxDrift = USUAL.maxDrift();

    ScreenCriteria criteria() {
        final double[] range = range();
        try {
            return new ScreenCriteria(
                    minBars,
                    minCorrelation,
                    lags.choice(),
                    maxP,
                    correction,
                    range[0],
                    range[1],
                    minCrossings,
                    periods,
                    maxDrift);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(option(e.getMessage()));
        }
    }

    private double[] range() {
        final String[] ends = halfLife.split(":", -1);
        try {
            if (ends.length == 2) {
                return new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])};
            }
        } catch (final NumberFormatException e) {
            throw new ConfigException(
                    "--half-life " + halfLife + ": not two numbers; write MIN:MAX in bars, such as 2:240");
        }
        throw new ConfigException("--half-life " + halfLife + ": write MIN:MAX in bars, such as 2:240");
    }

    /** The criterion's own words, by the name of the option. */
    private static String option(final String message) {
        final String text = message.replaceFirst("^(min|max)HalfLife", "halfLife");
        final int end = text.indexOf(' ');
        return "--" + text.substring(0, end).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)
                + text.substring(end);
    }
}
