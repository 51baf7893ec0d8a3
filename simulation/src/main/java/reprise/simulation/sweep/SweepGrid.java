package reprise.simulation.sweep;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import reprise.simulation.market.SplitMix;

/**
 * All combinations of the values of some parameters. Each is a point, numbered from 0 with the last parameter running fastest. Immutable.
 *
 * @param axes one or more parameters.
 */
public record SweepGrid(List<SweepAxis> axes) {
    /** Most points that are tried. */
    public static final int MAX_POINTS = 100_000;

    /** Copies and checks the axes. */
    public SweepGrid {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("a sweep needs a parameter");
        }
        final Set<String> keys = new HashSet<>();
        long size = 1;
        for (final SweepAxis axis : axes) {
            if (!keys.add(axis.key())) {
                throw new IllegalArgumentException(axis.key() + " is given twice");
            }
            if (size > Long.MAX_VALUE / axis.values().size()) {
                throw new IllegalArgumentException("there are more than " + Long.MAX_VALUE + " combinations");
            }
            size *= axis.values().size();
        }
    }

    /**
     * How many points there are.
     *
     * @return 1 or more.
     */
    public long size() {
        long size = 1;
        for (final SweepAxis axis : axes) {
            size *= axis.values().size();
        }
        return size;
    }

    /**
     * Every point.
     *
     * @return numbers, ascending.
     * @throws IllegalArgumentException if there are more than {@link #MAX_POINTS}.
     */
    public long[] all() {
        if (size() > MAX_POINTS) {
            throw new IllegalArgumentException("there are " + size() + " combinations, more than " + MAX_POINTS
                    + "; take fewer values, or try some of them with --random N");
        }
        return LongStream.range(0, size()).toArray();
    }

    /**
     * Some points, each as probable as any other (Floyd's way: no point is drawn twice, none is drawn in vain).
     *
     * @param count how many; all, if there are no more.
     * @param seed equal seeds, equal points.
     * @return distinct numbers, ascending.
     */
    public long[] sample(final int count, final long seed) {
        if (count >= size()) {
            return all();
        }
        final SplitMix random = new SplitMix(seed);
        final Set<Long> drawn = new HashSet<>();
        for (long last = size() - count; last < size(); last++) {
            final long number = Long.remainderUnsigned(random.nextLong(), last + 1);
            drawn.add(drawn.contains(number) ? last : number);
        }
        return drawn.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /**
     * Where a point lies.
     *
     * @param point number.
     * @return index of its value on each axis.
     */
    public int[] coordinates(final long point) {
        final int[] coordinates = new int[axes.size()];
        long rest = point;
        for (int i = axes.size() - 1; i >= 0; i--) {
            final int values = axes.get(i).values().size();
            coordinates[i] = (int) (rest % values);
            rest /= values;
        }
        return coordinates;
    }

    /**
     * Which point lies somewhere.
     *
     * @param coordinates index of its value on each axis.
     * @return its number.
     */
    public long pointAt(final int... coordinates) {
        long point = 0;
        for (int i = 0; i < coordinates.length; i++) {
            point = point * axes.get(i).values().size() + coordinates[i];
        }
        return point;
    }

    /**
     * What a point sets.
     *
     * @param point number.
     * @return value by key, in order of the axes.
     */
    public Map<String, String> settings(final long point) {
        final int[] coordinates = coordinates(point);
        final Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < coordinates.length; i++) {
            settings.put(axes.get(i).key(), axes.get(i).values().get(coordinates[i]));
        }
        return settings;
    }
}
