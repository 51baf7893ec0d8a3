package reprise.strategies.momentum;

import reprise.state.StateExchange;

/**
 * What five minutes of a symbol are usually like at each time of day: the last samples of every bucket of absolute return and volume, with
 * their medians and means. A sample costs a sort of its bucket; reading is one look. Fixed memory; allocates nothing after construction.
 */
final class TimeProfile {
    private static final double NORMAL_MAD = 1.4826;

    private final int depth;
    private final double[] returns;
    private final double[] volumes;
    private final long[] counts;
    private final double[] medianReturn;
    private final double[] medianLogVolume;
    private final double[] madLogVolume;
    private final double[] meanVolume;
    private final double[] scratch;
    private double typicalReturn = Double.NaN;

    TimeProfile(final int buckets, final int depth) {
        this.depth = depth;
        returns = new double[buckets * depth];
        volumes = new double[buckets * depth];
        counts = new long[buckets];
        medianReturn = new double[buckets];
        medianLogVolume = new double[buckets];
        madLogVolume = new double[buckets];
        meanVolume = new double[buckets];
        scratch = new double[depth];
    }

    /** Five minutes have passed. The oldest sample of a full bucket makes room. */
    void add(final int bucket, final double absoluteReturn, final double volume) {
        final int at = bucket * depth + (int) (counts[bucket] % depth);
        returns[at] = absoluteReturn;
        volumes[at] = volume;
        counts[bucket]++;
        summarise(bucket);
    }

    private void summarise(final int bucket) {
        final int from = bucket * depth;
        final int size = size(bucket);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += volumes[from + i];
        }
        meanVolume[bucket] = sum / size;
        System.arraycopy(returns, from, scratch, 0, size);
        medianReturn[bucket] = median(size);
        for (int i = 0; i < size; i++) {
            scratch[i] = StrictMath.log1p(volumes[from + i]);
        }
        medianLogVolume[bucket] = median(size);
        for (int i = 0; i < size; i++) {
            scratch[i] = Math.abs(scratch[i] - medianLogVolume[bucket]);
        }
        madLogVolume[bucket] = median(size);
    }

    /** Of what the scratch holds; sorts it. */
    private double median(final int size) {
        // A library's sort would allocate where it finds runs.
        for (int i = 1; i < size; i++) {
            final double value = scratch[i];
            int place = i;
            while (place > 0 && scratch[place - 1] > value) {
                scratch[place] = scratch[place - 1];
                place--;
            }
            scratch[place] = value;
        }
        return (scratch[(size - 1) / 2] + scratch[size / 2]) / 2;
    }

    int size(final int bucket) {
        return (int) Math.min(counts[bucket], depth);
    }

    /** The mean volume of five minutes at this time; 0 before the first sample. */
    double meanVolume(final int bucket) {
        return meanVolume[bucket];
    }

    /** By how many deviations the logarithm of a volume is above its median at this time; 0 where volumes do not differ. */
    double volumeScore(final int bucket, final double volume) {
        final double spread = NORMAL_MAD * madLogVolume[bucket];
        return size(bucket) == 0 || spread == 0 ? 0 : (StrictMath.log1p(volume) - medianLogVolume[bucket]) / spread;
    }

    /** Brings the size of a typical return up to date: the root mean square over all times. Once a session. */
    void settle() {
        double sum = 0;
        int used = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                sum += medianReturn[bucket] * medianReturn[bucket];
                used++;
            }
        }
        typicalReturn = used == 0 ? Double.NaN : Math.sqrt(sum / used);
    }

    /** How volatile this time is in comparison with the whole session: 1 for as much; NaN while unknown. */
    double shape(final int bucket) {
        return counts[bucket] == 0 || !(typicalReturn > 0) ? Double.NaN : medianReturn[bucket] / typicalReturn;
    }

    void state(final StateExchange state) {
        state.field("counts", counts);
        for (int bucket = 0; bucket < counts.length; bucket++) {
            final int from = bucket * depth;
            final int size = size(bucket);
            for (int i = 0; i < size; i++) {
                returns[from + i] = state.field("return", returns[from + i]);
                volumes[from + i] = state.field("volume", volumes[from + i]);
            }
            if (state.isRestoring() && size > 0) {
                summarise(bucket);
            }
        }
        typicalReturn = state.field("typicalReturn", typicalReturn);
    }
}
