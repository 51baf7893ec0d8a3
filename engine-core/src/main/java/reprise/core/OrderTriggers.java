package reprise.core;

import reprise.market.Instrument;
import reprise.market.SplitRatio;

/** What the market moves before strategies hear of it: stops that the engine holds, exits that are tried again, liquidations. */
record OrderTriggers(HeldOrders held, OrderGroups groups, Liquidation liquidation, SplitOrders splits) {
    /** Groups first: what they withdraw themselves they place anew. */
    void onSplit(final Instrument instrument, final SplitRatio ratio) {
        groups.onSplit(instrument, ratio);
        splits.onSplit(instrument, ratio);
    }

    void onTrade(final Instrument instrument) {
        held.onTrade(instrument);
        proceed(instrument);
    }

    void onQuote(final Instrument instrument) {
        held.onQuote(instrument);
        proceed(instrument);
    }

    void onBar(final Instrument instrument) {
        held.onBar(instrument);
        proceed(instrument);
    }

    private void proceed(final Instrument instrument) {
        groups.onMarket(instrument.id());
        liquidation.onMarket(instrument.id());
    }
}
