package reprise.strategies.momentum;

import reprise.state.StateExchange;

/**
 * What five minutes of a symbol are usually like at each time of day: the last samples of every bucket of absolute return and volume, with
 * their medians and means. A sample costs a pass over its bucket; reading is one look. Fixed memory; allocates nothing after construction.
 */
final class TimeProfile {
    private static final double NORMAL_MAD = 1.4826;

    private final int depth;
    private final SampleOrder returns;
    private final SampleOrder logVolumes;
    private final double[] volumes;
    private final long[] counts;
    private final double[] medianReturn;
    private final double[] medianLogVolume;
    private final double[] madLogVolume;
    private final double[] meanVolume;
    private double typicalReturn = Double.NaN;

    TimeProfile(final int buckets, final int depth) {
        this.depth = depth;
        returns = new SampleOrder(buckets, depth);
        logVolumes = new SampleOrder(buckets, depth);
        volumes = new double[buckets * depth];
        counts = new long[buckets];
        medianReturn = new double[buckets];
        medianLogVolume = new double[buckets];
        madLogVolume = new double[buckets];
        meanVolume = new double[buckets];
    }

    /** Five minutes have passed. The oldest sample of a full bucket makes room. */
    void add(final int bucket, final double absoluteReturn, final double volume) {
        put(bucket, size(bucket), (int) (counts[bucket] % depth), absoluteReturn, volume);
        counts[bucket]++;
        summarise(bucket);
    }

    private void put(
            final int bucket, final int size, final int place, final double absoluteReturn, final double volume) {
        returns.put(bucket, size, place, absoluteReturn);
        logVolumes.put(bucket, size, place, StrictMath.log1p(volume));
        volumes[bucket * depth + place] = volume;
    }

    private void summarise(final int bucket) {
        final int from = bucket * depth;
        final int size = size(bucket);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += volumes[from + i];
        }
        meanVolume[bucket] = sum / size;
        medianReturn[bucket] = returns.median(bucket, size);
        medianLogVolume[bucket] = logVolumes.median(bucket, size);
        madLogVolume[bucket] = logVolumes.medianDeviation(bucket, size, medianLogVolume[bucket]);
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
                final double absoluteReturn = state.field("return", returns.get(bucket, i));
                final double volume = state.field("volume", volumes[from + i]);
                if (state.isRestoring()) {
                    put(bucket, i, i, absoluteReturn, volume);
                }
            }
            if (state.isRestoring() && size > 0) {
                summarise(bucket);
            }
        }
        typicalReturn = state.field("typicalReturn", typicalReturn);
    }
}
