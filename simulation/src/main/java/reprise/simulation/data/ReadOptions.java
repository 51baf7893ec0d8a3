package reprise.simulation.data;

import java.time.ZoneId;
import java.util.Objects;
import reprise.calendar.SessionCalendar;

/**
 * How a bar file is to be read.
 *
 * @param priceDecimals decimals of the delivered prices, 0 to 18; a price that needs more is a bad row, never rounded
 * @param quantityDecimals decimals of the delivered volumes, 0 to 18; a volume that needs more is rounded down and counted
 * @param badRows what to do with rows that cannot be bars
 * @param zone zone of stamps that carry none, also the zone whose midnights bound daily bars; null: as the format says, else UTC
 * @param stamp which end of the bar the stamps mark; null: as the format says, else {@link StampConvention#OPEN}, because
 *     taking an opening stamp for a closing one would show a strategy the future
 * @param period length of the bars; null: as the file shows
 * @param sessions when there are bars to be expected: only what is missing in a session is a gap; null: around the clock
 * @param priceSetting what sets the decimals of prices, for messages that they are too few: completes "more decimals, by ..."; empty if nothing does
 */
public record ReadOptions(
        int priceDecimals,
        int quantityDecimals,
        BadRowPolicy badRows,
        ZoneId zone,
        StampConvention stamp,
        BarPeriod period,
        SessionCalendar sessions,
        String priceSetting) {

    /** The most decimals that fit a long. */
    static final int MAX_DECIMALS = 18;

    /** Checks the decimals and the policy. */
    public ReadOptions {
        requireDecimals("priceDecimals", priceDecimals);
        requireDecimals("quantityDecimals", quantityDecimals);
        Objects.requireNonNull(badRows, "badRows");
        Objects.requireNonNull(priceSetting, "priceSetting");
    }

    /**
     * Options that stop at the first bad row and take every convention from the file.
     *
     * @param priceDecimals decimals of the delivered prices
     * @param quantityDecimals decimals of the delivered volumes
     * @return the options
     */
    public static ReadOptions of(final int priceDecimals, final int quantityDecimals) {
        return new ReadOptions(priceDecimals, quantityDecimals, BadRowPolicy.FAIL, null, null, null, null, "");
    }

    /**
     * The same options with another policy.
     *
     * @param policy what to do with rows that cannot be bars
     * @return a copy
     */
    public ReadOptions withBadRows(final BadRowPolicy policy) {
        return new ReadOptions(priceDecimals, quantityDecimals, policy, zone, stamp, period, sessions, priceSetting);
    }

    /**
     * The same options with the zone decided by the user.
     *
     * @param userZone zone of stamps that carry none, or null
     * @return a copy
     */
    public ReadOptions withZone(final ZoneId userZone) {
        return new ReadOptions(
                priceDecimals, quantityDecimals, badRows, userZone, stamp, period, sessions, priceSetting);
    }

    /**
     * The same options with the stamp convention decided by the user.
     *
     * @param userStamp which end of the bar the stamps mark, or null
     * @return a copy
     */
    public ReadOptions withStamp(final StampConvention userStamp) {
        return new ReadOptions(
                priceDecimals, quantityDecimals, badRows, zone, userStamp, period, sessions, priceSetting);
    }

    /**
     * The same options with the bar length decided by the user.
     *
     * @param userPeriod length of the bars, or null
     * @return a copy
     */
    public ReadOptions withPeriod(final BarPeriod userPeriod) {
        return new ReadOptions(
                priceDecimals, quantityDecimals, badRows, zone, stamp, userPeriod, sessions, priceSetting);
    }

    /**
     * The same options with the hours of the market.
     *
     * @param marketSessions when there are bars to be expected, or null
     * @return a copy
     */
    public ReadOptions withSessions(final SessionCalendar marketSessions) {
        return new ReadOptions(
                priceDecimals, quantityDecimals, badRows, zone, stamp, period, marketSessions, priceSetting);
    }

    /**
     * The same options with what the user can change if prices need more decimals.
     *
     * @param setting completes "more decimals, by ..."
     * @return a copy
     */
    public ReadOptions withPriceSetting(final String setting) {
        return new ReadOptions(priceDecimals, quantityDecimals, badRows, zone, stamp, period, sessions, setting);
    }

    /**
     * The same options with other decimals.
     *
     * @param prices decimals of the delivered prices
     * @param quantities decimals of the delivered volumes
     * @return a copy
     */
    public ReadOptions withDecimals(final int prices, final int quantities) {
        return new ReadOptions(prices, quantities, badRows, zone, stamp, period, sessions, priceSetting);
    }

    /** The sessions of a market that closes; null for one that does not. */
    SessionCalendar closingSessions() {
        return sessions == SessionCalendar.utcDays() ? null : sessions;
    }

    /** What would be right where a price has more decimals than asked for. */
    String morePriceDecimals(final int needed) {
        return "price decimals of " + needed + " or more" + (priceSetting.isEmpty() ? "" : ", by " + priceSetting);
    }

    private static void requireDecimals(final String name, final int decimals) {
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException(name + " must be 0 to " + MAX_DECIMALS + ": " + decimals);
        }
    }
}
