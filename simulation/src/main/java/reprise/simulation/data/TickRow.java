package reprise.simulation.data;

import reprise.market.Aggressor;
import reprise.order.Side;
import reprise.simulation.market.TickSource;

/** One tick as numbers; what has no meaning for its kind keeps what it was. */
final class TickRow {
    TickSource.Kind kind;
    /** Line or record in the file. */
    long position;

    long timeNs;
    long bidPrice;
    long bidQuantity;
    long askPrice;
    long askQuantity;
    long price;
    long quantity;
    Side side;
    Aggressor aggressor;
}
