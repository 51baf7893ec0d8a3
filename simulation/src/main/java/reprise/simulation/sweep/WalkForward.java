package reprise.simulation.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How data is cut into windows that follow one another: the best point of each training span trades the span after it, which nobody has looked at.
 *
 * @param trainNs length of the first training span, and of each if they roll.
 * @param testNs length of each test; the windows step by it, so that the tests join.
 * @param embargoNs gap between training and test, so that what straddles the border is in neither.
 * @param anchored whether every training span begins with the data, instead of rolling along.
 */
public record WalkForward(long trainNs, long testNs, long embargoNs, boolean anchored) {
    private static final long DAY_NS = Duration.ofDays(1).toNanos();

    /** Longer than any data, and short enough that three spans behind a time of today are one that can be counted in nanoseconds. */
    private static final long MAX_SPAN_DAYS = 20_000;

    private static final String EXPECTED =
            "expected train=90d,test=30d and, if wanted, embargo=1d and anchored; spans are written 12h, 90d or 8w";

    /**
     * One window.
     *
     * @param number from 1.
     * @param train where a point is chosen.
     * @param test where it trades.
     */
    public record Window(int number, Span train, Span test) {}

    /**
     * Reads {@code train=90d,test=30d,embargo=1d,anchored}.
     *
     * @param text of the command line.
     * @return the plan.
     * @throws IllegalArgumentException that says what is wrong.
     */
    public static WalkForward parse(final String text) {
        long train = 0;
        long test = 0;
        long embargo = 0;
        boolean anchored = false;
        final Set<String> given = new HashSet<>();
        for (final String item : text.split(",", -1)) {
            final String[] parts = item.strip().split("=", 2);
            switch (parts[0]) {
                case "train" -> train = spanNs(parts);
                case "test" -> test = spanNs(parts);
                case "embargo" -> embargo = spanNs(parts);
                case "anchored", "rolling" -> anchored = isAnchored(parts);
                default -> throw new IllegalArgumentException("'" + item + "'; " + EXPECTED);
            }
            final String what = parts.length == 1 ? "anchored or rolling" : parts[0];
            if (!given.add(what)) {
                throw new IllegalArgumentException(what + " is given twice");
            }
        }
        if (train == 0 || test == 0) {
            throw new IllegalArgumentException((train == 0 ? "train" : "test") + " is missing or 0; " + EXPECTED);
        }
        return new WalkForward(train, test, embargo, anchored);
    }

    private static boolean isAnchored(final String[] parts) {
        if (parts.length > 1) {
            throw new IllegalArgumentException("'" + String.join("=", parts) + "': " + parts[0] + " takes no value");
        }
        return "anchored".equals(parts[0]);
    }

    private static long spanNs(final String[] parts) {
        if (parts.length < 2 || !parts[1].matches("[0-9]{1,5}[mhdw]")) {
            throw new IllegalArgumentException("'" + String.join("=", parts) + "'; " + EXPECTED);
        }
        final long count = Long.parseLong(parts[1].substring(0, parts[1].length() - 1));
        final Duration unit = switch (parts[1].charAt(parts[1].length() - 1)) {
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'd' -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
        final Duration span = unit.multipliedBy(count);
        if (span.toDays() > MAX_SPAN_DAYS) {
            throw new IllegalArgumentException(
                    "'" + String.join("=", parts) + "': a span has at most " + MAX_SPAN_DAYS + " days");
        }
        return span.toNanos();
    }

    /**
     * Cuts a span of data. What is left at the end and fills no whole test is not used. Windows of whole days begin at midnight UTC, so that
     * none of them cuts a day in two.
     *
     * @param fromNs when the data begins.
     * @param untilNs when it ends.
     * @return the windows in order; none if the data is too short for one.
     */
    public List<Window> windows(final long fromNs, final long untilNs) {
        final List<Window> windows = new ArrayList<>();
        long trainFromNs = isOfWholeDays() ? -Math.floorDiv(-fromNs, DAY_NS) * DAY_NS : fromNs;
        long trainUntilNs = trainFromNs + trainNs;
        while (trainUntilNs + embargoNs + testNs <= untilNs) {
            final long testFromNs = trainUntilNs + embargoNs;
            windows.add(new Window(
                    windows.size() + 1,
                    new Span(trainFromNs, trainUntilNs),
                    new Span(testFromNs, testFromNs + testNs)));
            trainFromNs += anchored ? 0 : testNs;
            trainUntilNs += testNs;
        }
        return windows;
    }

    private boolean isOfWholeDays() {
        return trainNs % DAY_NS == 0 && testNs % DAY_NS == 0 && embargoNs % DAY_NS == 0;
    }

    /**
     * How much data one window takes.
     *
     * @return from the first bar of its training to the last of its test.
     */
    public Duration shortest() {
        return Duration.ofNanos(trainNs + embargoNs + testNs);
    }

    @Override
    public String toString() {
        return "train=" + Duration.ofNanos(trainNs) + ",test=" + Duration.ofNanos(testNs) + ",embargo="
                + Duration.ofNanos(embargoNs) + (anchored ? ",anchored" : "");
    }
}
