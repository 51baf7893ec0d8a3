package reprise.simulation.venue;

import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** An order of the naive venue. */
final class NaiveOrder {
    final OrderTerms terms = new OrderTerms();
    long id;
    long filled;
    long ahead;
    long arrival;
    boolean dormant;
    boolean fresh = true;
    boolean barred;

    Side side() {
        return terms.side();
    }

    int sign() {
        return side().sign();
    }

    long leaves() {
        return terms.quantity() - filled;
    }

    boolean limited() {
        return VenueOrder.hasLimit(terms.type());
    }

    boolean maker() {
        return terms.type() == OrderType.LIMIT_MAKER;
    }

    boolean trailing() {
        return terms.type() == OrderType.TRAILING_STOP;
    }

    boolean kills() {
        return terms.timeInForce() == TimeInForce.FOK;
    }

    boolean immediate() {
        return terms.timeInForce() == TimeInForce.IOC || kills();
    }

    boolean allows(final long price) {
        return !limited() || sign() * (price - terms.limitPrice()) <= 0;
    }

    boolean stopReachedBy(final long price) {
        return sign() * (price - terms.stopPrice()) >= 0;
    }
}
