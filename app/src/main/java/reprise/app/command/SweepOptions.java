package reprise.app.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import reprise.app.config.ConfigException;
import reprise.app.config.ConfigTemplate;
import reprise.app.config.Nearest;
import reprise.app.output.Render;
import reprise.simulation.sweep.RankBy;
import reprise.simulation.sweep.SweepAxis;
import reprise.simulation.sweep.SweepGrid;
import reprise.simulation.sweep.WalkForward;

/** What is swept, and how it is compared. */
final class SweepOptions {
    @Option(
            names = "--param",
            required = true,
            paramLabel = "KEY=VALUES",
            description = {
                "A parameter and its values: KEY=from:to:step or KEY=a,b,c; repeat for more. KEY is a full key of the configuration,"
                        + " or the name alone where one strategy has it.",
            })
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--random",
            paramLabel = "N",
            description = "Try N combinations drawn at random instead of all; none is drawn twice.")
    private Integer random;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Of the draw; equal seeds draw equal combinations (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--walk-forward",
            paramLabel = "WINDOWS",
            description = {
                "Choose in each window on its training span, trade on the test behind it: train=90d,test=30d and, if wanted,"
                        + " embargo=1d between them, and anchored for training from the first bar on.",
            })
    private String walkForward;

    @Option(
            names = "--rank",
            paramLabel = "MEASURE",
            description =
                    "What combinations are compared by: sharpeDaily, sharpe, calmar, totalReturn or profitFactor (default:"
                            + " ${DEFAULT-VALUE}).",
            defaultValue = "sharpeDaily")
    private String rank;

    /**
     * All combinations.
     *
     * @param template that they are put into.
     * @param assignments that are in it already, such as {@code --set} has them: none may be of a parameter that is swept.
     */
    SweepGrid grid(final ConfigTemplate template, final List<String> assignments) {
        final List<SweepAxis> axes = new ArrayList<>();
        for (final String parameter : parameters) {
            final int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new ConfigException(
                        "--param " + parameter + ": expected KEY=from:to:step or KEY=a,b,c, such as emaFast=5:30:5");
            }
            try {
                final String key =
                        template.fullKey(parameter.substring(0, equals).strip());
                requireFree(key, assignments);
                axes.add(SweepAxis.parse(key, parameter.substring(equals + 1).strip()));
            } catch (final IllegalArgumentException | ConfigException e) {
                throw new ConfigException("--param " + parameter + ": " + e.getMessage());
            }
        }
        try {
            return new SweepGrid(axes);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--param: " + e.getMessage());
        }
    }

    private static void requireFree(final String key, final List<String> assignments) {
        for (final String assignment : assignments) {
            if (assignment.split("=", 2)[0].strip().equals(key)) {
                throw new ConfigException(
                        "--set " + key + " gives it a value too, which no run would have; leave one of the two out");
            }
        }
    }

    long[] points(final SweepGrid grid) {
        if (random != null && (random < 1 || random > SweepGrid.MAX_POINTS)) {
            throw new ConfigException("--random " + random + ": allowed: 1 to " + SweepGrid.MAX_POINTS);
        }
        try {
            return random == null ? grid.all() : grid.sample(random, seed);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--param: " + e.getMessage());
        }
    }

    /** Null for a sweep over all of the data. */
    WalkForward walkForward() {
        try {
            return walkForward == null ? null : WalkForward.parse(walkForward);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--walk-forward " + walkForward + ": " + e.getMessage());
        }
    }

    /**
     * The measure that decides.
     *
     * @param plan null for a sweep over all of the data, of which nobody knows yet how long it is.
     */
    RankBy rankBy(final WalkForward plan) {
        final RankBy by = rankBy();
        final Duration least = Duration.ofDays(by.leastDays());
        if (plan != null && plan.trainNs() < least.toNanos()) {
            throw new ConfigException("--rank " + rank + ": takes runs of at least " + Render.span(least)
                    + ", --walk-forward trains on " + Render.span(Duration.ofNanos(plan.trainNs())));
        }
        return by;
    }

    private RankBy rankBy() {
        for (final RankBy by : RankBy.values()) {
            if (by.word().equals(rank)) {
                return by;
            }
        }
        throw new ConfigException("--rank " + rank + ": no such measure"
                + Nearest.suggestion(rank, Set.copyOf(RankBy.words())) + "; allowed: "
                + String.join(", ", RankBy.words()));
    }

    /** What was tried, in words that are equal for equal sweeps. */
    String mode() {
        return (random == null ? "grid" : "random " + random + " seed " + seed)
                + (walkForward == null ? "" : ", walk-forward " + walkForward());
    }
}
