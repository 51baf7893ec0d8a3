package reprise.simulation.comparison;

import java.util.EnumSet;
import java.util.Set;
import reprise.order.OrderTerms;

/**
 * An order that is not the same in two runs.
 *
 * @param before in the one run; null if it has none that goes with the other.
 * @param after in the other run; null if it has none that goes with the first.
 * @param differs in what; empty if one is null.
 */
public record OrderDifference(TrailOrder before, TrailOrder after, Set<Part> differs) {
    /** A part of what was decided. */
    public enum Part {
        /** When. */
        TIME,
        /** Which way. */
        SIDE,
        /** Market, limit, stop, and how long it works. */
        TYPE,
        /** How much. */
        QUANTITY,
        /** Its limit, its stop, or how far it trails. */
        PRICE,
        /** How often it was changed later. */
        CHANGES
    }

    /** One that only the first run has. */
    static OrderDifference onlyBefore(final TrailOrder order) {
        return new OrderDifference(order, null, Set.of());
    }

    /** One that only the other run has. */
    static OrderDifference onlyAfter(final TrailOrder order) {
        return new OrderDifference(null, order, Set.of());
    }

    /** Compares two that go together. */
    static OrderDifference between(final TrailOrder before, final TrailOrder after) {
        final OrderTerms one = before.terms();
        final OrderTerms other = after.terms();
        final Set<Part> parts = EnumSet.noneOf(Part.class);
        addIf(parts, before.timeNs() != after.timeNs(), Part.TIME);
        addIf(parts, one.side() != other.side(), Part.SIDE);
        addIf(parts, one.type() != other.type() || one.timeInForce() != other.timeInForce(), Part.TYPE);
        addIf(parts, one.quantity() != other.quantity(), Part.QUANTITY);
        addIf(
                parts,
                one.limitPrice() != other.limitPrice()
                        || one.stopPrice() != other.stopPrice()
                        || one.trailDistance() != other.trailDistance(),
                Part.PRICE);
        addIf(parts, before.revision() != after.revision(), Part.CHANGES);
        return new OrderDifference(before, after, parts);
    }

    private static void addIf(final Set<Part> parts, final boolean differs, final Part part) {
        if (differs) {
            parts.add(part);
        }
    }

    /**
     * Whether there is none.
     *
     * @return true for two orders that are the same.
     */
    public boolean isNone() {
        return before != null && after != null && differs.isEmpty();
    }

    /**
     * When the earlier of the two was decided.
     *
     * @return engine time, nanoseconds since the epoch.
     */
    public long timeNs() {
        if (before == null) {
            return after.timeNs();
        }
        return after == null ? before.timeNs() : Math.min(before.timeNs(), after.timeNs());
    }
}
