package reprise.guard;

import reprise.state.StateExchange;

/** Checks the quotes of one instrument. Part of replayed state. */
final class QuoteGuard {
    private final GuardLimits limits;
    private final Verdicts verdicts;
    private final Freshness freshness;
    private long lastVenueTimeNs;

    QuoteGuard(final GuardLimits limits, final OpenTime openTime, final Verdicts verdicts) {
        this.limits = limits;
        this.verdicts = verdicts;
        freshness = new Freshness(GuardCheck.STALE_QUOTE, openTime, verdicts);
    }

    boolean accepts(
            final long nowNs,
            final long venueTimeNs,
            final long bidPrice,
            final long bidQuantity,
            final long askPrice,
            final long askQuantity) {
        final long lowestPrice = Math.min(bidPrice, askPrice);
        final long lowestQuantity = Math.min(bidQuantity, askQuantity);
        final boolean bad = verdicts.judge(GuardCheck.QUOTE_PRICE, lowestPrice < 0, Verdict.FAIL, lowestPrice, 0)
                | verdicts.judge(GuardCheck.QUOTE_QUANTITY, lowestQuantity < 0, Verdict.FAIL, lowestQuantity, 0);
        if (bad || isOlder(nowNs, venueTimeNs)) {
            return verdicts.drop();
        }
        if (bidPrice > 0 && askPrice > 0) {
            judgeSides(bidPrice, askPrice);
        }
        return true;
    }

    private boolean isOlder(final long nowNs, final long venueTimeNs) {
        final boolean stamped = isUsable(verdicts, limits, nowNs, venueTimeNs);
        // A quote after a long silence is taken in any case: it is the venue's clock that is wrong then.
        final boolean older = stamped && venueTimeNs < lastVenueTimeNs;
        verdicts.judge(GuardCheck.CLOCK_BACKWARDS, older, Verdict.WARN, lastVenueTimeNs - venueTimeNs, 0);
        if (older && !freshness.isStale()) {
            return true;
        }
        if (stamped) {
            lastVenueTimeNs = venueTimeNs;
        }
        freshness.arrived(nowNs, stamped ? Math.min(nowNs, venueTimeNs) : nowNs, limits.staleQuoteNs());
        return false;
    }

    /** Whether a venue's time is known and can be. */
    static boolean isUsable(
            final Verdicts verdicts, final GuardLimits limits, final long nowNs, final long venueTimeNs) {
        final long aheadNs = venueTimeNs - nowNs;
        return venueTimeNs > 0
                && !verdicts.judge(
                        GuardCheck.CLOCK_AHEAD,
                        aheadNs > limits.maxAheadNs(),
                        Verdict.WARN,
                        aheadNs,
                        limits.maxAheadNs());
    }

    private void judgeSides(final long bid, final long ask) {
        final boolean crossed = verdicts.judge(GuardCheck.CROSSED_QUOTE, bid > ask, Verdict.FAIL, bid - ask, 0);
        verdicts.judge(GuardCheck.LOCKED_QUOTE, bid == ask, Verdict.WARN, ask - bid, 0);
        if (!crossed) {
            final long spread = Distance.spread(bid, ask);
            final long limit = limits.maxSpreadPpm();
            verdicts.judge(GuardCheck.SPREAD, spread > limit, Verdict.FAIL, spread, limit);
        }
    }

    Freshness freshness() {
        return freshness;
    }

    void state(final StateExchange state) {
        lastVenueTimeNs = state.field("lastVenueTimeNs", lastVenueTimeNs);
        freshness.state(state);
    }
}
