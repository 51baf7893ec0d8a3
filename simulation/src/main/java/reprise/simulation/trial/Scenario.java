package reprise.simulation.trial;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What decides a trial: a seed, and what is left out of that which the seed says.
 *
 * @param seed of everything.
 * @param without kinds of faults that do not strike.
 * @param stepLimit after how many steps of the market it ends early; 0 for never.
 */
public record Scenario(long seed, Set<FaultKind> without, long stepLimit) {
    /** Keeps what it is given. */
    public Scenario {
        without = Set.copyOf(without);
        if (stepLimit < 0) {
            throw new IllegalArgumentException("steps must be 0, for all of them, or more: " + stepLimit);
        }
    }

    /**
     * All of what a seed says.
     *
     * @param seed which one.
     * @return with nothing left out.
     */
    public static Scenario of(final long seed) {
        return new Scenario(seed, Set.of(), 0);
    }

    Scenario upTo(final long steps) {
        return new Scenario(seed, without, steps);
    }

    Scenario without(final FaultKind kind) {
        final Set<FaultKind> more = EnumSet.of(kind);
        more.addAll(without);
        return new Scenario(seed, more, stepLimit);
    }

    /**
     * The same on a command line.
     *
     * @return such as {@code --seed 17 --steps 40 --without command_lost,crashed}.
     */
    public String arguments() {
        final String kinds = without.stream()
                .sorted()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        return "--seed " + seed + (stepLimit == 0 ? "" : " --steps " + stepLimit)
                + (kinds.isEmpty() ? "" : " --without " + kinds);
    }
}
