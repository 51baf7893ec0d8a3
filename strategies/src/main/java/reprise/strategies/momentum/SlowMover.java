package reprise.strategies.momentum;

import reprise.state.StateExchange;

/**
 * Whether one symbol trades much more than usual while its price is still quiet, by slots of five minutes. Constant time a slot; allocates
 * nothing.
 */
final class SlowMover {
    /** Slots in the window of price and imbalance: 30 minutes. */
    static final int SLOTS = 6;

    private static final double FADE_ALPHA = 2.0 / 7;
    private static final double FADE_LEVEL = 0.5;
    private static final int FADE_SLOTS = 6;

    /** The expected range of a Brownian motion in standard deviations of its end: the root of 8 / pi (Feller 1951). */
    private static final double EXPECTED_RANGE = Math.sqrt(8 / Math.PI);

    private final DetectionSettings.Slow settings;
    private final VolumeSum volume;
    private final double[] volumes = new double[SLOTS];
    private final double[] signedVolumes = new double[SLOTS];
    private final double[] highs = new double[SLOTS];
    private final double[] lows = new double[SLOTS];
    private int slots;
    private double smoothed;
    private int fadingSlots;
    private boolean active;
    private int direction;
    private double score;

    SlowMover(final DetectionSettings.Slow settings) {
        this.settings = settings;
        volume = new VolumeSum(settings.drift());
    }

    /** A session begins: what was before is not the last 30 minutes. */
    void begin() {
        slots = 0;
    }

    /**
     * A slot is over.
     *
     * @param z of its volume.
     * @param traded volume.
     * @param change of the price.
     * @param sigma usual change of the price in a slot; NaN for unknown.
     */
    void add(final double z, final double traded, final double change, final double sigma) {
        volume.add(z);
        final int at = slots % SLOTS;
        volumes[at] = traded;
        signedVolumes[at] = traded * tilt(change, sigma);
        slots++;
        smoothed += FADE_ALPHA * (z - smoothed);
        fadingSlots = smoothed < FADE_LEVEL ? fadingSlots + 1 : 0;
    }

    /** The prices of the slot that {@link #add} is about to end. */
    void range(final double high, final double low) {
        final int at = slots % SLOTS;
        highs[at] = high;
        lows[at] = low;
    }

    /** Bulk volume classification: the part that buyers traded less that of sellers, from how far the price went (Easley 2012). */
    private static double tilt(final double change, final double sigma) {
        return sigma > 0 ? 2 * Normal.cumulative(change / sigma) - 1 : Math.signum(change);
    }

    /** Whether the volume calls for attention and the price has not moved yet. */
    boolean isQuietAlarm(final double alarm, final double dayReturn, final double price, final double sigma30) {
        return volume.sum() >= alarm
                && slots >= SLOTS
                && Math.abs(dayReturn) < settings.maxDayReturn()
                && range() <= settings.maxRange() * EXPECTED_RANGE * sigma30 * price;
    }

    private double range() {
        double high = highs[0];
        double low = lows[0];
        for (int i = 1; i < SLOTS; i++) {
            high = Math.max(high, highs[i]);
            low = Math.min(low, lows[i]);
        }
        return high - low;
    }

    /** Of signed volume in the last 30 minutes; 0 without volume. */
    double imbalance() {
        double signed = 0;
        double all = 0;
        for (int i = 0; i < SLOTS; i++) {
            signed += signedVolumes[i];
            all += volumes[i];
        }
        return all > 0 ? signed / all : 0;
    }

    void start(final double alarm) {
        final double imbalance = imbalance();
        active = true;
        fadingSlots = 0;
        direction = Math.abs(imbalance) >= settings.minImbalance() ? (int) Math.signum(imbalance) : 0;
        score = scoreNow(alarm);
    }

    double scoreNow(final double alarm) {
        return volume.sum() / alarm * (1 + Math.abs(imbalance()));
    }

    boolean hasFaded() {
        return fadingSlots >= FADE_SLOTS;
    }

    void end() {
        active = false;
        volume.reset();
    }

    boolean isActive() {
        return active;
    }

    int direction() {
        return direction;
    }

    double score() {
        return score;
    }

    double sum() {
        return volume.sum();
    }

    double takeHighest() {
        return volume.takeHighest();
    }

    void state(final StateExchange state) {
        volume.state(state);
        state.field("slotVolumes", volumes);
        state.field("signedVolumes", signedVolumes);
        state.field("highs", highs);
        state.field("lows", lows);
        slots = state.field("slots", slots);
        smoothed = state.field("smoothed", smoothed);
        fadingSlots = state.field("fadingSlots", fadingSlots);
        active = state.field("slowActive", active);
        direction = state.field("slowDirection", direction);
        score = state.field("slowScore", score);
    }
}
