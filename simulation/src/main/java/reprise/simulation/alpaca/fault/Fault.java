package reprise.simulation.alpaca.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that goes wrong.
 *
 * @param kind what.
 * @param target where: the beginning of a stream's path, of a method and path of a request, of an update's event, or an asset's symbol; empty
 *     for anywhere.
 * @param times how often.
 * @param ms how long, in milliseconds of wall time; 0 where nothing takes time, or for good.
 */
public record Fault(FaultKind kind, String target, int times, long ms) {
    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:=(\\d{1,9}))?(?::(.*?))?@(\\d{1,12})");

    /**
     * Something that goes wrong once, anywhere.
     *
     * @param kind what.
     * @return the fault.
     */
    public static Fault once(final FaultKind kind) {
        return new Fault(kind, "", 1, 0);
    }

    /**
     * The same for a time.
     *
     * @param newMs milliseconds of wall time.
     * @return a changed copy.
     */
    public Fault lasting(final long newMs) {
        return new Fault(kind, target, times, newMs);
    }

    /**
     * The same at one place only.
     *
     * @param newTarget where.
     * @return a changed copy.
     */
    public Fault at(final String newTarget) {
        return new Fault(kind, newTarget, times, ms);
    }

    /**
     * The same several times.
     *
     * @param newTimes how often.
     * @return a changed copy.
     */
    public Fault times(final int newTimes) {
        return new Fault(kind, target, newTimes, ms);
    }

    /** Whether it is meant for a place. */
    boolean fits(final String place) {
        return place.startsWith(target);
    }

    /**
     * A fault and when it is set.
     *
     * @param fault what.
     * @param step how many trades, quotes and bars must have been in the market.
     */
    public record Planned(Fault fault, long step) {
        /**
         * Reads a plan.
         *
         * @param text such as drop@100, silent=5000:/v2/iex@200 or slow=2000:POST@300.
         * @return the plan.
         * @throws IllegalArgumentException if it is no such thing.
         */
        public static Planned parse(final String text) {
            final Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "': write KIND[=MILLISECONDS][:WHERE]@STEP, such as drop@100");
            }
            final long ms = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
            final String target = matcher.group(3) == null ? "" : matcher.group(3);
            return new Planned(
                    new Fault(FaultKind.parse(matcher.group(1)), target, 1, ms), Long.parseLong(matcher.group(4)));
        }
    }
}
