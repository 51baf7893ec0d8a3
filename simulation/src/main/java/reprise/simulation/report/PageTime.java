package reprise.simulation.report;

import reprise.simulation.results.UtcTime;

/** Times as the page shows them, in UTC, which the page says once: to the minute where nothing is lost by that. */
final class PageTime {
    private final UtcTime time = new UtcTime();

    /** Such as 2024-01-01 09:30. */
    String of(final long timeNs) {
        final String text = time.of(timeNs).replace('T', ' ');
        return text.substring(0, text.length() - (text.endsWith(":00Z") ? ":00Z".length() : 1));
    }
}
