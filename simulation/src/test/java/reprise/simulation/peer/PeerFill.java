package reprise.simulation.peer;

import java.time.Instant;
import reprise.market.InstrumentDefinition;
import reprise.simulation.TestMarket;

/**
 * A fill as the engine booked it.
 *
 * @param timeNs of it.
 * @param definition of what was traded.
 * @param quantity negative for a sale.
 * @param price of it.
 * @param fee in money.
 */
record PeerFill(long timeNs, InstrumentDefinition definition, long quantity, long price, long fee) {
    Instant time() {
        return Instant.ofEpochSecond(timeNs / TestMarket.SECOND_NS, timeNs % TestMarket.SECOND_NS);
    }

    String date() {
        return time().toString().substring(0, 10);
    }

    /** The day of a fill that came within a day's bar: that is known at the end of it, at the midnight after. */
    String dateWithin() {
        return Instant.ofEpochSecond((timeNs - 1) / TestMarket.SECOND_NS)
                .toString()
                .substring(0, 10);
    }
}
