package reprise.strategies.pairs;

/**
 * When a pair is entered and left. All comparisons are strict; an undefined z is no signal, only time counts then.
 *
 * @param entry a spread this many deviations from its mean is entered, if it is further.
 * @param exit it is left when it is nearer than this.
 * @param stop it is given up when it is further than this, and not entered there.
 */
record SignalRules(double entry, double exit, double stop) {
    /**
     * Decides.
     *
     * @param held what is held.
     * @param z of the spread; NaN where there is none.
     * @param expired whether it has been held for too long.
     * @param blocked the side that must not be entered again yet; FLAT for neither.
     */
    PairSignal decide(final SpreadSide held, final double z, final boolean expired, final SpreadSide blocked) {
        return held == SpreadSide.FLAT ? entry(z, blocked) : exit(z, expired);
    }

    private PairSignal entry(final double z, final SpreadSide blocked) {
        if (!(Math.abs(z) <= stop)) {
            return PairSignal.NONE;
        }
        if (z < -entry && blocked != SpreadSide.LONG_SPREAD) {
            return PairSignal.LONG_SPREAD;
        }
        return z > entry && blocked != SpreadSide.SHORT_SPREAD ? PairSignal.SHORT_SPREAD : PairSignal.NONE;
    }

    private PairSignal exit(final double z, final boolean expired) {
        if (Math.abs(z) > stop) {
            return PairSignal.STOP_LOSS;
        }
        if (Math.abs(z) < exit) {
            return PairSignal.EXIT;
        }
        return expired ? PairSignal.EXPIRE : PairSignal.HOLD;
    }

    /** Whether a z that went too far on one side is back inside the band within which nothing is entered. */
    boolean isBack(final double z, final SpreadSide side) {
        return side == SpreadSide.LONG_SPREAD ? z >= -entry : z <= entry;
    }
}
