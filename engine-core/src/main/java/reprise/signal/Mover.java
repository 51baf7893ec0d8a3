package reprise.signal;

/** That an instrument moves, or no longer does, with what shows it. Reusable: read it during the call. Allocates nothing. */
public final class Mover {
    private DetectionType type = DetectionType.FAST;
    private MoverStage stage = MoverStage.STARTED;
    private int direction;
    private int windowMinutes;
    private double score;
    private double measure;
    private double threshold;
    private double relativeVolume;
    private double value;
    private double imbalance;

    /**
     * Begins anew.
     *
     * @param newType FAST or SLOW.
     * @param newStage what became of it.
     * @param newDirection 1 for up, -1 for down, 0 for neither.
     * @param newWindowMinutes over which it was seen.
     * @param newScore by which movers are ranked.
     * @return this, without evidence.
     */
    public Mover of(
            final DetectionType newType,
            final MoverStage newStage,
            final int newDirection,
            final int newWindowMinutes,
            final double newScore) {
        type = newType;
        stage = newStage;
        direction = newDirection;
        windowMinutes = newWindowMinutes;
        score = newScore;
        return showing(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Adds what shows it; NaN for unknown.
     *
     * @param newMeasure the return of a fast mover, the sum of a slow one.
     * @param newThreshold that it had to reach.
     * @param newRelativeVolume traded in the window, against the usual at that time.
     * @param newValue traded in the window, in the currency of the prices.
     * @param newImbalance of signed volume, -1 to 1.
     * @return this.
     */
    public Mover showing(
            final double newMeasure,
            final double newThreshold,
            final double newRelativeVolume,
            final double newValue,
            final double newImbalance) {
        measure = newMeasure;
        threshold = newThreshold;
        relativeVolume = newRelativeVolume;
        value = newValue;
        imbalance = newImbalance;
        return this;
    }

    /**
     * Which kind.
     *
     * @return FAST or SLOW.
     */
    public DetectionType type() {
        return type;
    }

    /**
     * What became of it.
     *
     * @return the stage.
     */
    public MoverStage stage() {
        return stage;
    }

    /**
     * Which way.
     *
     * @return 1 for up, -1 for down, 0 for neither.
     */
    public int direction() {
        return direction;
    }

    /**
     * Over how long it was seen.
     *
     * @return in minutes.
     */
    public int windowMinutes() {
        return windowMinutes;
    }

    /**
     * By which movers are ranked.
     *
     * @return higher for more.
     */
    public double score() {
        return score;
    }

    /**
     * What was measured.
     *
     * @return the return of a fast mover, the sum of a slow one.
     */
    public double measure() {
        return measure;
    }

    /**
     * What had to be reached.
     *
     * @return in the unit of the measure.
     */
    public double threshold() {
        return threshold;
    }

    /**
     * Volume in the window, against the usual.
     *
     * @return 1 for as usual; NaN for unknown.
     */
    public double relativeVolume() {
        return relativeVolume;
    }

    /**
     * Value traded in the window.
     *
     * @return in the currency of the prices.
     */
    public double value() {
        return value;
    }

    /**
     * Which side traded.
     *
     * @return -1 to 1; NaN for unknown.
     */
    public double imbalance() {
        return imbalance;
    }
}
