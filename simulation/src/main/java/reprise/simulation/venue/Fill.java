package reprise.simulation.venue;

import reprise.order.FeeAsset;
import reprise.order.Liquidity;

/** What one match comes to: price, signed quantity, signed value, fee. One mutable object, reused for every fill. */
final class Fill {
    long price;
    long quantity;
    long notional;
    long fee;
    FeeAsset feeAsset = FeeAsset.QUOTE;
    Liquidity liquidity = Liquidity.UNKNOWN;

    /** How the position changes: less than the quantity where the fee is paid in what was bought. */
    long receivedQuantity() {
        return feeAsset == FeeAsset.BASE ? Math.subtractExact(quantity, fee) : quantity;
    }
}
