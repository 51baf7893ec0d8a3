package reprise.simulation.peer;

import java.util.ArrayList;
import java.util.List;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;

/** Fills of one instrument that open and close all of a position, as trades. */
final class RoundTrips {
    private RoundTrips() {}

    /** A position from its first fill to its last; money in doubles, as peers count it. */
    record RoundTrip(PeerFill entry, PeerFill exit) {
        double entryPrice() {
            return price(entry);
        }

        double exitPrice() {
            return price(exit);
        }

        private static double price(final PeerFill fill) {
            return Decimals.toDouble(fill.price(), fill.definition().priceDecimals());
        }

        double units() {
            final InstrumentDefinition definition = entry.definition();
            return Decimals.toDouble(entry.quantity(), definition.quantityDecimals());
        }

        double fees() {
            return Money.toDouble(entry.fee() + exit.fee());
        }

        double profit() {
            return units() * (exitPrice() - entryPrice()) - fees();
        }

        /** Share of what was paid or received at the entry. */
        double returned() {
            return profit() / (Math.abs(units()) * entryPrice());
        }
    }

    static List<RoundTrip> of(final List<PeerFill> fills) {
        final List<RoundTrip> trips = new ArrayList<>();
        PeerFill entry = null;
        for (final PeerFill fill : fills) {
            if (entry == null) {
                entry = fill;
            } else if (entry.quantity() + fill.quantity() == 0) {
                trips.add(new RoundTrip(entry, fill));
                entry = null;
            } else {
                throw new AssertionError("neither the whole of a position nor the first of it: " + fill);
            }
        }
        return trips;
    }
}
