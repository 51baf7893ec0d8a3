package reprise.exit;

/**
 * A price at which a part of the position is taken.
 *
 * @param at how far beyond the entry.
 * @param fraction of the whole entry quantity, in units of 1e-8.
 */
public record ExitTarget(ExitDistance at, long fraction) {
    /** Refuses targets at the entry and parts outside 0 to 1. */
    public ExitTarget {
        if (at.value() == 0) {
            throw new IllegalArgumentException("a target must lie beyond the entry: at=0");
        }
        if (fraction <= 0 || fraction > ExitDistance.ONE) {
            throw new IllegalArgumentException(
                    "fraction of a target must be above 0 and at most " + ExitDistance.ONE + " (1e-8): " + fraction);
        }
    }
}
