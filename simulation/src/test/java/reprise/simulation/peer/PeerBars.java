package reprise.simulation.peer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import reprise.simulation.BarList;
import reprise.simulation.TestMarket;

/** Bars of the shared files as peers read them. */
final class PeerBars {
    private PeerBars() {}

    /** Midnight at which a day begins. */
    static long dayNs(final String date) {
        return LocalDate.parse(date).toEpochDay() * TestMarket.DAY_NS;
    }

    static long timeNs(final String dateAndTime) {
        return LocalDateTime.parse(dateAndTime.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC) * TestMarket.SECOND_NS;
    }

    /** A decimal number in fixed point; digits that are too many are rounded. */
    static long scaled(final BigDecimal value, final int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    static long scaled(final String text, final int decimals) {
        return scaled(new BigDecimal(text), decimals);
    }

    /** Adds a bar without a volume of four fields in a row. */
    static void add(
            final BarList bars, final long openTimeNs, final String[] fields, final int first, final int decimals) {
        bars.bar(
                openTimeNs,
                scaled(fields[first], decimals),
                scaled(fields[first + 1], decimals),
                scaled(fields[first + 2], decimals),
                scaled(fields[first + 3], decimals),
                0);
    }
}
