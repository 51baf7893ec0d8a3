package reprise.guard;

import reprise.state.StateExchange;

/** Checks the trades of one instrument. Part of replayed state. */
final class TradeGuard {
    private final GuardLimits limits;
    private final Verdicts verdicts;
    private final Freshness freshness;
    private final LastingCheck jump;
    private long lastVenueTimeNs;
    private long lastPrice;
    private long lastQuantity;
    private long alike;

    TradeGuard(final GuardLimits limits, final OpenTime openTime, final Verdicts verdicts) {
        this.limits = limits;
        this.verdicts = verdicts;
        freshness = new Freshness(GuardCheck.STALE_TRADE, openTime, verdicts);
        jump = new LastingCheck(
                GuardCheck.TRADE_JUMP, verdicts, limits.healTrades(), limits.jumpWarnPpm(), limits.jumpFailPpm());
    }

    boolean accepts(final long nowNs, final long venueTimeNs, final long price, final long quantity) {
        final boolean bad = verdicts.judge(GuardCheck.TRADE_PRICE, price <= 0, Verdict.FAIL, price, 1)
                | verdicts.judge(GuardCheck.TRADE_QUANTITY, quantity < 0, Verdict.FAIL, quantity, 0);
        final boolean stamped = !bad && QuoteGuard.isUsable(verdicts, limits, nowNs, venueTimeNs);
        if (bad || isTooOld(stamped, venueTimeNs)) {
            return verdicts.drop();
        }
        judgeLikeness(stamped, venueTimeNs, price, quantity);
        if (lastPrice > 0) {
            jump.judgeDistance(price, lastPrice);
        }
        if (stamped) {
            lastVenueTimeNs = freshness.isStale() ? venueTimeNs : Math.max(lastVenueTimeNs, venueTimeNs);
        }
        lastPrice = price;
        lastQuantity = quantity;
        freshness.arrived(nowNs, stamped ? Math.min(nowNs, venueTimeNs) : nowNs, limits.staleTradeNs());
        return true;
    }

    private boolean isTooOld(final boolean stamped, final long venueTimeNs) {
        final long ageNs = stamped ? lastVenueTimeNs - venueTimeNs : 0;
        verdicts.judge(GuardCheck.OUT_OF_ORDER_TRADE, ageNs > 0, Verdict.WARN, ageNs, 0);
        return ageNs > limits.maxDisorderNs() && !freshness.isStale();
    }

    private void judgeLikeness(final boolean stamped, final long venueTimeNs, final long price, final long quantity) {
        final boolean same =
                stamped && venueTimeNs == lastVenueTimeNs && price == lastPrice && quantity == lastQuantity;
        alike = same ? alike + 1 : 1;
        verdicts.judge(GuardCheck.DUPLICATE_TRADE, same, Verdict.WARN, alike, 1);
    }

    /** The operator has looked at it. */
    void acknowledge() {
        jump.acknowledge();
    }

    Freshness freshness() {
        return freshness;
    }

    void state(final StateExchange state) {
        lastVenueTimeNs = state.field("lastVenueTimeNs", lastVenueTimeNs);
        lastPrice = state.field("lastPrice", lastPrice);
        lastQuantity = state.field("lastQuantity", lastQuantity);
        alike = state.field("alike", alike);
        jump.state(state);
        freshness.state(state);
    }
}
