package reprise.core;

import reprise.state.StateExchange;

/**
 * What an instrument traded in the last five minutes, by minutes. Bars longer than that count in proportion. Once trades are reported, bars
 * count no more: they would say the same again.
 */
final class RecentVolume {
    private static final int MINUTES = 5;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long SPAN_NS = MINUTES * MINUTE_NS;

    private final long[] volumes = new long[MINUTES];
    private long minute;
    private boolean hasTrades;

    /** Returns what is new in it. */
    long onBar(final long closeTimeNs, final long periodNs, final long volume) {
        if (hasTrades || volume <= 0) {
            return 0;
        }
        final long part = periodNs <= SPAN_NS ? volume : (long) (volume * ((double) SPAN_NS / periodNs));
        add(closeTimeNs, part);
        return volume;
    }

    long onTrade(final long timeNs, final long quantity) {
        hasTrades = true;
        if (quantity > 0) {
            add(timeNs, quantity);
        }
        return quantity;
    }

    /** Counted in its own minute, if that is one of the last. Without trades before, bars have counted it. */
    void onHistoricalTrade(final long timeNs, final long quantity, final long nowNs) {
        if (hasTrades && quantity > 0) {
            advance(nowNs);
            final long itsMinute = Math.min(minute, (timeNs - 1) / MINUTE_NS);
            if (itsMinute > minute - MINUTES) {
                volumes[(int) (itsMinute % MINUTES)] += quantity;
            }
        }
    }

    private void add(final long timeNs, final long volume) {
        advance(timeNs);
        volumes[(int) (minute % MINUTES)] += volume;
    }

    private void advance(final long timeNs) {
        final long newMinute = Math.max(minute, (timeNs - 1) / MINUTE_NS);
        for (long passed = Math.max(minute + 1, newMinute - MINUTES + 1); passed <= newMinute; passed++) {
            volumes[(int) (passed % MINUTES)] = 0;
        }
        minute = newMinute;
    }

    long sum(final long nowNs) {
        advance(nowNs);
        long sum = 0;
        for (final long volume : volumes) {
            sum += volume;
        }
        return sum;
    }

    void exchange(final StateExchange state) {
        minute = state.field("volumeMinute", minute);
        hasTrades = state.field("hasTrades", hasTrades);
        state.field("volume", volumes);
    }
}
