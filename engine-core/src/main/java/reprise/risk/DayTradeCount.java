package reprise.risk;

import reprise.market.SplitRatio;
import reprise.state.StateExchange;

/**
 * Day trades of the last sessions, and openings that could become one. A day trade is a change of direction: closing, in a session, what was
 * opened in it, after the last opening; several closings without an opening between them are one. What was opened today is taken to be
 * closed first, which counts rather too many than too few.
 */
final class DayTradeCount {
    private final int windowSessions;
    private final long[] quantities;
    private final long[] openedToday;
    private final long[] closedSince;
    private final long[] openedSign;
    private final long[] countOf = new long[DayTradeLimits.MAX_WINDOW];
    private int session = -1;

    DayTradeCount(final DayTradeLimits limits, final int maxInstruments) {
        windowSessions = limits.windowSessions();
        quantities = new long[maxInstruments];
        openedToday = new long[maxInstruments];
        closedSince = new long[maxInstruments];
        openedSign = new long[maxInstruments];
    }

    void enter(final int newSession) {
        if (newSession <= session) {
            return;
        }
        final int passed = Math.min(countOf.length, newSession - session);
        for (int i = 0; i < passed; i++) {
            countOf[(newSession - i) % countOf.length] = 0;
        }
        for (int i = 0; i < openedToday.length; i++) {
            openedToday[i] = 0;
            closedSince[i] = 0;
        }
        session = newSession;
    }

    /** How much of a signed quantity opens, given what is held. */
    long opening(final int instrumentId, final long signedQuantity) {
        final long held = quantities[instrumentId];
        final boolean same = held == 0 || held > 0 == signedQuantity > 0;
        return same ? Math.abs(signedQuantity) : Math.max(0, Math.abs(signedQuantity) - Math.abs(held));
    }

    void onFill(final int instrumentId, final long signedQuantity) {
        final long opening = opening(instrumentId, signedQuantity);
        final long closing = Math.abs(signedQuantity) - opening;
        final long closedToday = Math.min(closing, openedToday[instrumentId]);
        if (closedToday > 0) {
            if (closedSince[instrumentId] == 0) {
                countOf[session % countOf.length]++;
            }
            closedSince[instrumentId] += closedToday;
            openedToday[instrumentId] -= closedToday;
        }
        if (opening > 0) {
            openedToday[instrumentId] = Math.addExact(openedToday[instrumentId], opening);
            closedSince[instrumentId] = 0;
            openedSign[instrumentId] = Long.signum(signedQuantity);
        }
        quantities[instrumentId] = Math.addExact(quantities[instrumentId], signedQuantity);
    }

    /**
     * A fill of today was taken back. A day trade that it made is one no longer, if nothing has been opened since; what was counted earlier
     * stays, which counts rather too many than too few.
     */
    void onBust(final int instrumentId, final long signedQuantity) {
        final long quantity = Math.abs(signedQuantity);
        final boolean opened = Long.signum(signedQuantity) == openedSign[instrumentId];
        final long stillOpen = Math.min(quantity, openedToday[instrumentId]);
        final long closed = Math.min(opened ? quantity - stillOpen : quantity, closedSince[instrumentId]);
        if (closed > 0) {
            closedSince[instrumentId] -= closed;
            if (closedSince[instrumentId] == 0) {
                countOf[session % countOf.length]--;
            }
        }
        openedToday[instrumentId] += opened ? -stillOpen : closed;
        quantities[instrumentId] = Math.subtractExact(quantities[instrumentId], signedQuantity);
        if (Long.signum(quantities[instrumentId]) == -openedSign[instrumentId]) {
            // What was to close has opened after all.
            openedSign[instrumentId] = -openedSign[instrumentId];
            openedToday[instrumentId] = Math.abs(quantities[instrumentId]);
        }
    }

    /** What was opened today stays opened today, and what is held is counted in the new units. */
    void split(final int instrumentId, final SplitRatio ratio) {
        quantities[instrumentId] = ratio.quantity(quantities[instrumentId]);
        final long held = Math.abs(quantities[instrumentId]);
        openedToday[instrumentId] = Math.min(held, atLeastOne(ratio, openedToday[instrumentId]));
        closedSince[instrumentId] = atLeastOne(ratio, closedSince[instrumentId]);
    }

    private static long atLeastOne(final SplitRatio ratio, final long quantity) {
        return quantity == 0 ? 0 : Math.max(1, ratio.quantity(quantity));
    }

    /** Takes over a position from before, which cannot become a day trade. */
    void transfer(final int instrumentId, final long signedQuantity) {
        quantities[instrumentId] = Math.addExact(quantities[instrumentId], signedQuantity);
    }

    long quantity(final int instrumentId) {
        return quantities[instrumentId];
    }

    int made() {
        int made = 0;
        for (int i = 0; i < Math.min(windowSessions, session + 1); i++) {
            made += (int) countOf[(session - i) % countOf.length];
        }
        return made;
    }

    /** Openings of today that could each still become one. */
    int possible() {
        int possible = 0;
        for (int i = 0; i < openedToday.length; i++) {
            possible += isPossible(i) ? 1 : 0;
        }
        return possible;
    }

    boolean isPossible(final int instrumentId) {
        return openedToday[instrumentId] > 0 && closedSince[instrumentId] == 0;
    }

    void state(final StateExchange state) {
        session = state.field("session", session);
        state.field("quantities", quantities);
        state.field("openedToday", openedToday);
        state.field("closedSince", closedSince);
        state.field("openedSign", openedSign);
        state.field("countOf", countOf);
    }
}
