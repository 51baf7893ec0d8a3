package reprise.exit;

/** What a price, a bar or the clock does to one position. Owned by the {@link ExitEngine}; without state of its own. */
final class ExitWatch {
    private final ExitListener listener;
    private final ExitRules rules;

    ExitWatch(final ExitListener listener) {
        this.listener = listener;
        this.rules = new ExitRules(listener);
    }

    void onPrice(final ExitPosition position, final long signedPrice, final long priceNs, final long nowNs) {
        if (!position.isHeld()) {
            return;
        }
        final boolean fresh = position.isFresh(priceNs, nowNs);
        if (fresh) {
            position.onPrice(signedPrice, priceNs);
            position.levels.observe(signedPrice);
        }
        rules.ask(position, signedPrice, fresh, nowNs);
        tellFreshness(position, nowNs);
        tellStop(position);
    }

    /** Twice the middle of bid and ask; counts where the last trade is too old. */
    void onMiddle(final ExitPosition position, final long sum, final long priceNs, final long nowNs) {
        final boolean tradeCounts = position.plan.freshness() != null
                && position.tradeNs != Long.MIN_VALUE
                && position.isFresh(position.tradeNs, nowNs);
        if (!tradeCounts) {
            onPrice(position, Math.floorDiv(position.sign * sum, 2L), priceNs, nowNs);
        }
    }

    /** Prices are signed; the worst is the adverse extreme. */
    void onBar(
            final ExitPosition position,
            final long openNs,
            final long closeNs,
            final long open,
            final long worst,
            final long best,
            final long close,
            final long nowNs) {
        if (!position.isHeld() || closeNs <= position.lastEntryNs) {
            return;
        }
        final boolean fresh = position.isFresh(closeNs, nowNs);
        if (fresh && openNs >= position.lastEntryNs) {
            walk(position, open, worst, best);
        } else if (fresh) {
            walkEntryBar(position, worst, close);
        }
        endBar(position, close, closeNs, nowNs);
    }

    private void walk(final ExitPosition position, final long open, final long adverse, final long favourable) {
        if (!rules.mustClose(position, open)) {
            rules.priceActs(position, open);
        }
        if (position.plan.intrabar() == Intrabar.PESSIMISTIC) {
            rules.falls(position, adverse);
            rules.rises(position, favourable);
            position.levels.observe(favourable);
        } else {
            rules.rises(position, favourable);
            position.levels.observe(favourable);
            rules.falls(position, adverse);
        }
    }

    private void walkEntryBar(final ExitPosition position, final long adverse, final long close) {
        if (position.plan.intrabar() == Intrabar.PESSIMISTIC) {
            rules.falls(position, adverse);
        }
        position.levels.observe(close);
    }

    private void endBar(final ExitPosition position, final long signedClose, final long closeNs, final long nowNs) {
        final boolean fresh = position.isFresh(closeNs, nowNs);
        position.barsHeld++;
        if (fresh) {
            position.onPrice(signedClose, closeNs);
        }
        if (!rules.mustClose(position, signedClose)) {
            rules.askClock(position, signedClose, fresh, nowNs);
        }
        tellFreshness(position, nowNs);
        tellStop(position);
    }

    /** Something but the price changed: asks once more at the last price, but does not repeat what was refused at it. */
    void askAgain(final ExitPosition position, final long nowNs) {
        if (position.isHeld() && !position.isClosing()) {
            rules.ask(position, position.signedPrice, position.isFresh(position.priceNs, nowNs), nowNs);
        }
    }

    /** What was in the way of an exit is gone: asks once more at the last price, also for what was refused at it. */
    void retry(final ExitPosition position, final long nowNs) {
        if (position.isHeld()) {
            rules.ask(position, position.signedPrice, position.isFresh(position.priceNs, nowNs), nowNs);
        }
    }

    void tellFreshness(final ExitPosition position, final long nowNs) {
        final FreshnessLevel level = position.freshnessAt(nowNs);
        if (level != position.freshness) {
            position.freshness = level;
            listener.onFreshness(
                    position.strategyId, position.instrumentId, position.entryOrderId, level, nowNs - position.priceNs);
        }
    }

    void tellStop(final ExitPosition position) {
        if (!position.plan.nativeStop() && !position.plan.nativeTrail() || position.stopPrice() == 0) {
            return;
        }
        final long signedStop = position.levels.tightest();
        final long onTick = signedStop + Math.floorMod(-signedStop, position.tickSize);
        final long quantity = position.isClosing() ? 0 : Math.max(position.remainingQuantity(), 0);
        if (position.isNewsOfStop(onTick, quantity)) {
            listener.onProtectiveStop(
                    position.strategyId,
                    position.instrumentId,
                    position.entryOrderId,
                    position.sign * onTick,
                    quantity);
        }
    }
}
