package reprise.simulation.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import reprise.simulation.contract.AccountNews.Cash;
import reprise.simulation.contract.AccountNews.ForeignOrder;

/**
 * A whole view of the account, as one reconciliation told it.
 *
 * @param sinceNs executions from here on were to be repeated.
 * @param cash of the account, as often as it was told.
 * @param positions by instrument id, signed.
 * @param orders ours, open or not, as they were reported.
 * @param foreign orders that are not ours.
 * @param executions of ours that were repeated.
 */
public record AccountView(
        long sinceNs,
        List<Cash> cash,
        Map<Integer, Long> positions,
        Map<Long, OrderNews.Reported> orders,
        List<ForeignOrder> foreign,
        Set<Long> executions) {
    /**
     * A position.
     *
     * @param instrumentId of what.
     * @return signed; 0 if it was not told.
     */
    public long position(final int instrumentId) {
        return positions.getOrDefault(instrumentId, 0L);
    }
}
