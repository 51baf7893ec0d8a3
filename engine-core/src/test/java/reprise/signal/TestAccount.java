package reprise.signal;

import reprise.market.Instruments;
import reprise.number.Money;
import reprise.risk.TradingState;
import reprise.testing.Definitions;

/** An account whose every answer can be set. */
final class TestAccount implements ArbitrationContext {
    static final int STRATEGIES = 4;
    static final int INSTRUMENTS = 6;

    final Instruments instruments = new Instruments();
    final long[][] held = new long[STRATEGIES][INSTRUMENTS];
    final long[] strategyExposure = new long[STRATEGIES];
    final int[] clusters = {-1, -1, 0, 0, 1, 1};
    final long[] clusterExposure = new long[2];
    final boolean[] stale = new boolean[INSTRUMENTS];
    final boolean[] closed = new boolean[INSTRUMENTS];
    final boolean[] disabled = new boolean[STRATEGIES];
    final long[] volume = new long[INSTRUMENTS];
    TradingState trading = TradingState.ACTIVE;
    boolean dayTrades = true;
    long equity = 100_000 * Money.ONE;
    long buyingPower = 100_000 * Money.ONE;
    long gross;

    TestAccount() {
        for (int i = 0; i < INSTRUMENTS; i++) {
            instruments.define(Definitions.anInstrument().withId(i).define());
            volume[i] = 1_000_000;
        }
    }

    @Override
    public long equity() {
        return equity;
    }

    @Override
    public long buyingPower() {
        return buyingPower;
    }

    @Override
    public long grossExposure() {
        return gross;
    }

    @Override
    public long strategyExposure(final int strategyId) {
        return strategyExposure[strategyId];
    }

    @Override
    public int cluster(final int instrumentId) {
        return clusters[instrumentId];
    }

    @Override
    public long clusterExposure(final int cluster) {
        return clusterExposure[cluster];
    }

    @Override
    public long position(final int strategyId, final int instrumentId) {
        return held[strategyId][instrumentId];
    }

    @Override
    public int positions(final int strategyId) {
        int count = 0;
        for (final long quantity : held[strategyId]) {
            count += quantity != 0 ? 1 : 0;
        }
        return count;
    }

    @Override
    public boolean isDataFresh(final int instrumentId) {
        return !stale[instrumentId];
    }

    @Override
    public boolean isSessionOpen(final int instrumentId) {
        return !closed[instrumentId];
    }

    @Override
    public boolean isEnabled(final int strategyId) {
        return !disabled[strategyId];
    }

    @Override
    public TradingState tradingState(final int strategyId, final int instrumentId) {
        return trading;
    }

    @Override
    public boolean allowsDayTrade(final Signal signal) {
        return dayTrades;
    }

    @Override
    public long recentVolume(final int instrumentId) {
        return volume[instrumentId];
    }
}
