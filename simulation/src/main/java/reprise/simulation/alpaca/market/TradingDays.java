package reprise.simulation.alpaca.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Where days begin: in New York for stocks, in UTC for pairs. Stateless. */
public final class TradingDays {
    /** Where stocks have their days. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final long NS_PER_SECOND = 1_000_000_000L;

    private TradingDays() {}

    /**
     * The day of a time.
     *
     * @param timeNs nanoseconds since the epoch.
     * @param zone where.
     * @return the date there.
     */
    public static LocalDate date(final long timeNs, final ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(0, timeNs), zone);
    }

    /**
     * The zone of an asset's days.
     *
     * @param asset stock or pair.
     * @return New York or UTC.
     */
    public static ZoneId zone(final Asset asset) {
        return asset.isCrypto() ? ZoneOffset.UTC : NEW_YORK;
    }

    /**
     * Midnight before a time.
     *
     * @param timeNs nanoseconds since the epoch.
     * @param asset whose days are meant.
     * @return nanoseconds since the epoch.
     */
    public static long startNs(final long timeNs, final Asset asset) {
        return startNs(date(timeNs, zone(asset)), zone(asset));
    }

    /**
     * When a day begins.
     *
     * @param date the day.
     * @param zone where.
     * @return nanoseconds since the epoch.
     */
    public static long startNs(final LocalDate date, final ZoneId zone) {
        return date.atStartOfDay(zone).toEpochSecond() * NS_PER_SECOND;
    }
}
