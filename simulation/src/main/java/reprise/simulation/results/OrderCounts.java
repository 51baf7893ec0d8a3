package reprise.simulation.results;

import java.util.Map;
import reprise.order.RejectReason;

/**
 * What became of the orders.
 *
 * @param submitted that passed our gate.
 * @param filled completely.
 * @param cancelled on request, filled in part or not at all.
 * @param expired with their day.
 * @param rejected by the venue.
 * @param open still at the end.
 * @param fills of all orders.
 * @param rejections of the venue by reason.
 * @param refusals of our gate by reason; these never became orders.
 */
public record OrderCounts(
        long submitted,
        long filled,
        long cancelled,
        long expired,
        long rejected,
        long open,
        long fills,
        Map<RejectReason, Long> rejections,
        Map<RejectReason, Long> refusals) {
    /**
     * How often our gate said no.
     *
     * @return over all reasons.
     */
    public long refused() {
        return refusals.values().stream().mapToLong(Long::longValue).sum();
    }
}
