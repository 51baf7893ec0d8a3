package reprise.app.command;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.Option;
import reprise.app.config.ConfigException;
import reprise.calendar.SessionCalendar;
import reprise.simulation.data.BadRowPolicy;
import reprise.simulation.data.ReadOptions;
import reprise.simulation.data.StampConvention;

/** What the user knows about a file of bars better than the file says. */
final class ReadingOptions {
    private static final int DECIMALS_UNKNOWN_YET = 0;

    @Option(names = "--strict", description = "Gaps between bars, overlaps and jumps of the price are errors too.")
    private boolean strict;

    @Option(names = "--skip-bad", description = "Leave out bad rows and count them, instead of stopping at the first.")
    private boolean skipBad;

    @Option(names = "--stamp", description = "Which end of the bar the time stamps mark: open or close.")
    private StampConvention stamp;

    @Option(names = "--zone", description = "Time zone of stamps that carry none, such as America/New_York.")
    private String zone;

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            description =
                    "When the market is open, us-equities or utc-days: only bars that are missing in a session are a gap."
                            + " Without it, that of the configuration, if there is one; else around the clock.")
    private String calendar;

    /** Options for a file whose decimals are found by looking. */
    ReadOptions overrides() {
        return forDecimals(DECIMALS_UNKNOWN_YET, DECIMALS_UNKNOWN_YET);
    }

    /** Options for an instrument. */
    ReadOptions forDecimals(final int priceDecimals, final int quantityDecimals) {
        return ReadOptions.of(priceDecimals, quantityDecimals)
                .withBadRows(policy())
                .withStamp(stamp)
                .withZone(zoneId())
                .withSessions(sessions());
    }

    private BadRowPolicy policy() {
        if (strict && skipBad) {
            throw new ConfigException("--strict and --skip-bad contradict each other; use one");
        }
        if (strict) {
            return BadRowPolicy.STRICT;
        }
        return skipBad ? BadRowPolicy.SKIP : BadRowPolicy.FAIL;
    }

    private SessionCalendar sessions() {
        try {
            return calendar == null ? null : SessionCalendar.named(calendar);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--calendar " + calendar + ": " + e.getMessage());
        }
    }

    private ZoneId zoneId() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (final DateTimeException e) {
            throw new ConfigException("--zone " + zone + ": no such time zone; write it as America/New_York or UTC");
        }
    }
}
