package reprise.risk;

import java.util.Arrays;
import reprise.market.SplitRatio;
import reprise.state.StateExchange;

/**
 * The funds of a cash account: settled, and proceeds that settle later. Purchases use settled funds first. What was bought with unsettled
 * ones is marked until they settle; selling of it before is a good-faith violation, one per purchase that was so paid; the marked part of a
 * position is taken to be sold first.
 */
final class SettledFunds {
    private static final long NEVER = -1;

    private final DayTradeLimits limits;
    private final long[] proceeds = new long[DayTradeLimits.MAX_SETTLEMENT + 1];
    private final long[] markedQuantity;
    private final long[] markedUntil;
    private final long[] violated;
    private final long[] violations = new long[DayTradeLimits.MAX_VIOLATIONS];
    private int nextViolation;
    private long settled;
    private int session = -1;

    SettledFunds(final DayTradeLimits limits, final int maxInstruments) {
        this.limits = limits;
        markedQuantity = new long[maxInstruments];
        markedUntil = new long[maxInstruments];
        violated = new long[maxInstruments];
        Arrays.fill(violations, NEVER);
    }

    void enter(final int newSession) {
        final int passed = Math.min(proceeds.length, newSession - session);
        for (int i = 0; i < passed; i++) {
            final int index = (newSession - i) % proceeds.length;
            settled = Math.addExact(settled, proceeds[index]);
            proceeds[index] = 0;
        }
        session = Math.max(session, newSession);
    }

    void deposit(final long amount) {
        settled = Math.addExact(settled, amount);
    }

    void buy(final int instrumentId, final long quantity, final long cost) {
        final long fromSettled = Math.min(Math.max(0, settled), cost);
        settled -= fromSettled;
        long rest = cost - fromSettled;
        for (int i = 1; i <= limits.settlementSessions() && rest > 0; i++) {
            final int index = (session + i) % proceeds.length;
            final long used = Math.min(proceeds[index], rest);
            if (used > 0) {
                proceeds[index] -= used;
                rest -= used;
                mark(instrumentId, session + i);
            }
        }
        // What nothing pays for is owed.
        settled -= rest;
        if (cost > fromSettled) {
            markedQuantity[instrumentId] = Math.addExact(markedQuantity[instrumentId], quantity);
            violated[instrumentId] = 0;
        }
    }

    private void mark(final int instrumentId, final int settlesIn) {
        if (!isMarked(instrumentId)) {
            markedQuantity[instrumentId] = 0;
        }
        markedUntil[instrumentId] = Math.max(markedUntil[instrumentId], settlesIn);
    }

    boolean isMarked(final int instrumentId) {
        return markedQuantity[instrumentId] > 0 && session < markedUntil[instrumentId];
    }

    void sell(final int instrumentId, final long quantity, final long received) {
        if (isMarked(instrumentId)) {
            if (violated[instrumentId] == 0) {
                violations[nextViolation] = session;
                nextViolation = (nextViolation + 1) % violations.length;
                violated[instrumentId] = 1;
            }
            markedQuantity[instrumentId] = Math.max(0, markedQuantity[instrumentId] - quantity);
        }
        if (limits.settlementSessions() == 0) {
            deposit(received);
        } else {
            final int index = (session + limits.settlementSessions()) % proceeds.length;
            proceeds[index] = Math.addExact(proceeds[index], received);
        }
    }

    /** A purchase was taken back: it is paid back, into what settles later if that paid for it, and what it was marked for is not held. */
    void bustBuy(final int instrumentId, final long quantity, final long cost) {
        if (isMarked(instrumentId)) {
            final int index = (int) (markedUntil[instrumentId] % proceeds.length);
            proceeds[index] = Math.addExact(proceeds[index], cost);
        } else {
            deposit(cost);
        }
        markedQuantity[instrumentId] = Math.max(0, markedQuantity[instrumentId] - quantity);
    }

    /** A sale was taken back: its proceeds do not come, or are owed, and a violation of this session that it was is none. */
    void bustSell(final int instrumentId, final long quantity, final long received) {
        final int index = (session + limits.settlementSessions()) % proceeds.length;
        final long unsettled = limits.settlementSessions() == 0 ? 0 : Math.min(proceeds[index], received);
        proceeds[index] -= unsettled;
        settled = Math.subtractExact(settled, received - unsettled);
        if (violated[instrumentId] != 0) {
            markedQuantity[instrumentId] = Math.addExact(markedQuantity[instrumentId], quantity);
            final int last = Math.floorMod(nextViolation - 1, violations.length);
            if (violations[last] == session) {
                violations[last] = NEVER;
                nextViolation = last;
                violated[instrumentId] = 0;
            }
        }
    }

    void split(final int instrumentId, final SplitRatio ratio) {
        markedQuantity[instrumentId] = ratio.quantity(markedQuantity[instrumentId]);
    }

    long settled() {
        return settled;
    }

    long unsettled() {
        long sum = 0;
        for (final long amount : proceeds) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }

    int violations() {
        int count = 0;
        for (final long at : violations) {
            count += at != NEVER && session - at < limits.violationSessions() ? 1 : 0;
        }
        return count;
    }

    void state(final StateExchange state) {
        session = state.field("session", session);
        settled = state.field("settled", settled);
        state.field("proceeds", proceeds);
        state.field("markedQuantity", markedQuantity);
        state.field("markedUntil", markedUntil);
        state.field("violated", violated);
        state.field("violations", violations);
        nextViolation = state.field("nextViolation", nextViolation);
    }
}
