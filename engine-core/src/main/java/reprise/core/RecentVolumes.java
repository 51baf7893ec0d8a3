package reprise.core;

import java.util.Arrays;
import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/** What each instrument traded lately. Owned by the core; part of replayed state. */
final class RecentVolumes implements Snapshotable {
    private RecentVolume[] byInstrument = {};

    void define() {
        byInstrument = Arrays.copyOf(byInstrument, byInstrument.length + 1);
        byInstrument[byInstrument.length - 1] = new RecentVolume();
    }

    /** Takes in an instrument's bar; returns what is new in it. */
    long onBar(final Instrument instrument) {
        final Bar bar = instrument.bar();
        return byInstrument[instrument.id()].onBar(bar.closeTimeNs(), bar.periodNs(), bar.volume());
    }

    /** Takes in an instrument's last trade; returns what is new in it. */
    long onTrade(final Instrument instrument, final long nowNs) {
        return byInstrument[instrument.id()].onTrade(nowNs, instrument.lastTradeQuantity());
    }

    /** Takes in a trade of the past, in which nothing is new. */
    void onHistoricalTrade(final int instrumentId, final long timeNs, final long quantity, final long nowNs) {
        byInstrument[instrumentId].onHistoricalTrade(timeNs, quantity, nowNs);
    }

    /** Of the last five minutes, in quantity units. */
    long sum(final int instrumentId, final long nowNs) {
        return byInstrument[instrumentId].sum(nowNs);
    }

    @Override
    public void exchange(final StateExchange state) {
        for (int i = 0; i < byInstrument.length; i++) {
            state.section("recentVolume", i);
            byInstrument[i].exchange(state);
        }
    }
}
