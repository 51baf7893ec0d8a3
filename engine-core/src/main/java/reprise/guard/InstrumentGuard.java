package reprise.guard;

import reprise.state.StateExchange;

/** All that is checked of one instrument: its streams, and what is thought of them. Part of replayed state. */
final class InstrumentGuard {
    final Verdicts verdicts;
    final QuoteGuard quotes;
    final TradeGuard trades;
    final BarGuard bars;

    InstrumentGuard(
            final int instrumentId, final GuardLimits limits, final TradingHours hours, final GuardListener listener) {
        final OpenTime openTime = new OpenTime(hours);
        verdicts = new Verdicts(instrumentId, limits.strict(), listener);
        quotes = new QuoteGuard(limits, openTime, verdicts);
        trades = new TradeGuard(limits, openTime, verdicts);
        bars = new BarGuard(limits, openTime, verdicts);
    }

    void evaluate(final long nowNs) {
        quotes.freshness().evaluate(nowNs);
        trades.freshness().evaluate(nowNs);
        bars.freshness().evaluate(nowNs);
    }

    long nextDeadlineNs() {
        return Math.min(
                quotes.freshness().nextDeadlineNs(),
                Math.min(trades.freshness().nextDeadlineNs(), bars.freshness().nextDeadlineNs()));
    }

    void state(final StateExchange state) {
        verdicts.state(state);
        quotes.state(state);
        trades.state(state);
        bars.state(state);
    }
}
