package reprise.alpaca.market;

import java.util.concurrent.TimeUnit;
import reprise.market.Aggressor;

/**
 * A trade of the past as history has it, price and quantity at the instrument's scale.
 *
 * @param key by which it is known.
 * @param timeNs when, nanoseconds since the epoch.
 * @param price of the trade.
 * @param quantity of the trade.
 * @param aggressor who took the liquidity.
 * @param corrects whether it stands for another one, which was wrong.
 */
record PastTrade(Key key, long timeNs, long price, long quantity, Aggressor aggressor, boolean corrects) {
    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);

    /**
     * By what a trade is known. An exchange counts the trades of each day anew; the tape is that of the symbol. Pairs have no exchange.
     *
     * @param instrumentId of the trade.
     * @param exchange its code, 0 for none.
     * @param id that the venue gave.
     * @param day of its time, counted from the epoch.
     */
    record Key(int instrumentId, int exchange, long id, long day) {
        static Key of(final int instrumentId, final int exchange, final long id, final long timeNs) {
            return new Key(instrumentId, exchange, id, Math.floorDiv(timeNs, DAY_NS));
        }
    }

    int instrumentId() {
        return key.instrumentId();
    }
}
