package reprise.exit;

/**
 * A stop that follows the best price.
 *
 * @param activation gain from the entry from which on it follows; 0 for at once.
 * @param distance how far behind the best price it stays; above 0.
 */
public record ExitTrail(ExitDistance activation, ExitDistance distance) {
    /** Refuses a stop at the best price itself, or at no price at all. */
    public ExitTrail {
        if (distance.value() == 0) {
            throw new IllegalArgumentException("distance of a trailing stop must be above 0: 0");
        }
        if (distance.unit() == ExitDistance.Unit.RATE && distance.value() >= ExitDistance.ONE) {
            throw new IllegalArgumentException("distance of a trailing stop must be below " + ExitDistance.ONE
                    + " (1e-8 of the price): " + distance.value());
        }
    }
}
