package reprise.simulation.venue;

import java.util.Objects;
import reprise.number.Money;

/**
 * By how much our own size worsens the price of what takes liquidity at the price of a bar or a trade. Where a book is displayed, its levels
 * are the impact and this adds nothing. The measure is our quantity as a share of the volume of the last complete bar, or of the trade.
 *
 * @param shape how the price worsens with the share.
 * @param fullShareE8 part of the price lost by an order as large as the volume, in units of 1e-8.
 */
public record ImpactModel(Shape shape, long fullShareE8) {
    /** Size does not move the price. */
    public static final ImpactModel NONE = new ImpactModel(Shape.NONE, 0);

    /** How the price worsens with the share of the volume. */
    public enum Shape {
        /** Not at all. */
        NONE,
        /** With the root of the share, as studies of large orders find. */
        SQUARE_ROOT,
        /** In proportion to the share. */
        LINEAR
    }

    /** Checks the values. */
    public ImpactModel {
        Objects.requireNonNull(shape, "shape");
        if (fullShareE8 < 0 || fullShareE8 >= Money.ONE || (shape == Shape.NONE) != (fullShareE8 == 0)) {
            throw new IllegalArgumentException("impossible impact: shape=" + shape + ", fullShareE8=" + fullShareE8
                    + " (0 for NONE, else from 1 to " + (Money.ONE - 1) + ")");
        }
    }

    /** The part of the price that is lost, in units of 1e-8; never more than an order as large as the volume loses. */
    long lostE8(final long quantity, final long volume) {
        if (shape == Shape.NONE || volume <= 0) {
            return 0;
        }
        final double share = Math.min(1, (double) quantity / volume);
        // Root, product and rounding up are exactly defined by IEEE 754: the same on every machine.
        return (long) Math.ceil(fullShareE8 * (shape == Shape.LINEAR ? share : Math.sqrt(share)));
    }
}
