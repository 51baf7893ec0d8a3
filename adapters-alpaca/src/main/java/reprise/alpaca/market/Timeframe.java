package reprise.alpaca.market;

import java.time.Duration;

/**
 * How long bars are.
 *
 * @param amount of units: 1 to 59 minutes, 1 to 23 hours, 1 day.
 * @param unit minutes, hours or days.
 */
public record Timeframe(int amount, Unit unit) {
    /** Bars of a minute. */
    public static final Timeframe MINUTE = new Timeframe(1, Unit.MINUTE);

    /** Bars of a day. */
    public static final Timeframe DAY = new Timeframe(1, Unit.DAY);

    /** A unit of time. */
    public enum Unit {
        /** Sixty seconds. */
        MINUTE("Min", 59, Duration.ofMinutes(1)),
        /** Sixty minutes. */
        HOUR("Hour", 23, Duration.ofHours(1)),
        /** A trading day; of crypto a day of UTC. */
        DAY("Day", 1, Duration.ofDays(1));

        private final String text;
        private final int most;
        private final Duration length;

        Unit(final String text, final int most, final Duration length) {
            this.text = text;
            this.most = most;
            this.length = length;
        }
    }

    /** Checks that there are such bars. */
    public Timeframe {
        if (amount < 1 || amount > unit.most) {
            throw new IllegalArgumentException("bars of " + amount + unit.text + ": must be 1 to " + unit.most);
        }
    }

    /**
     * The timeframe of a length.
     *
     * @param length of the bars.
     * @return the timeframe.
     * @throws IllegalArgumentException if there are no such bars.
     */
    public static Timeframe of(final Duration length) {
        for (final Unit unit : new Unit[] {Unit.DAY, Unit.HOUR, Unit.MINUTE}) {
            final long amount = length.toNanos() / unit.length.toNanos();
            if (amount > 0 && unit.length.multipliedBy(amount).equals(length) && amount <= unit.most) {
                return new Timeframe((int) amount, unit);
            }
        }
        throw new IllegalArgumentException(
                "bars of " + length + ": there are 1 to 59 minutes, 1 to 23 hours, and 1 day");
    }

    /**
     * From a bar's start to its close.
     *
     * @return nanoseconds.
     */
    public long lengthNs() {
        return unit.length.multipliedBy(amount).toNanos();
    }

    @Override
    public String toString() {
        return amount + unit.text;
    }
}
