package reprise.research.performance;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a month earned.
 *
 * @param month by UTC.
 * @param value last equity of the month over the last of the month before, less 1; of the first month over the first point.
 */
public record MonthReturn(YearMonth month, double value) {
    /**
     * The months of a curve. Points are stamped at the end of what they cover: one at midnight belongs to the day before.
     *
     * @param curve what the account was worth.
     * @return the months that have points, in order; none of a single point.
     */
    public static List<MonthReturn> of(final EquityCurve curve) {
        final List<MonthReturn> months = new ArrayList<>();
        int base = 0;
        for (int i = 1; i < curve.size(); i++) {
            final YearMonth month = monthOf(curve.timeNs(i));
            if (i + 1 == curve.size() || !month.equals(monthOf(curve.timeNs(i + 1)))) {
                months.add(new MonthReturn(month, curve.growth(base, i)));
                base = i;
            }
        }
        return List.copyOf(months);
    }

    /**
     * The month that a point belongs to.
     *
     * @param endNs when what it covers ended, nanoseconds since the epoch.
     * @return by UTC.
     */
    public static YearMonth monthOf(final long endNs) {
        return YearMonth.from(
                Instant.ofEpochSecond(Math.floorDiv(endNs - 1, 1_000_000_000L)).atOffset(ZoneOffset.UTC));
    }
}
