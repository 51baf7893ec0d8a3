package reprise.simulation.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reprise.simulation.contract.AccountNews.Cash;
import reprise.simulation.contract.AccountNews.ForeignOrder;
import reprise.simulation.contract.AccountNews.Position;
import reprise.simulation.contract.AccountNews.ReconciliationBegan;
import reprise.simulation.contract.AccountNews.ReconciliationEnded;

/** Puts together what a reconciliation told. Pure. */
final class AccountViews {
    private AccountViews() {}

    /** The first whole view that began after a position, or null. */
    static AccountView firstAfter(
            final long from, final List<Told<AccountNews>> account, final Map<Long, List<Told<OrderNews>>> orders) {
        int begin = -1;
        for (int i = 0; i < account.size(); i++) {
            final Told<AccountNews> item = account.get(i);
            if (item.position() > from && item.news() instanceof ReconciliationBegan) {
                begin = i;
            } else if (begin >= 0 && item.news() instanceof ReconciliationEnded) {
                return view(account.subList(begin, i + 1), orders);
            }
        }
        return null;
    }

    private static AccountView view(final List<Told<AccountNews>> told, final Map<Long, List<Told<OrderNews>>> orders) {
        final long begin = told.get(0).position();
        final long end = told.get(told.size() - 1).position();
        final List<Cash> cash = new ArrayList<>();
        final Map<Integer, Long> positions = new LinkedHashMap<>();
        final List<ForeignOrder> foreign = new ArrayList<>();
        for (final Told<AccountNews> item : told) {
            if (item.news() instanceof Cash reported) {
                cash.add(reported);
            } else if (item.news() instanceof Position reported) {
                positions.put(reported.instrumentId(), reported.quantity());
            } else if (item.news() instanceof ForeignOrder reported) {
                foreign.add(reported);
            }
        }
        final Map<Long, OrderNews.Reported> reports = new LinkedHashMap<>();
        final Set<Long> executions = new LinkedHashSet<>();
        orders.forEach((orderId, items) -> items.stream()
                .filter(item -> item.position() > begin && item.position() < end)
                .forEach(item -> {
                    if (item.news() instanceof OrderNews.Reported report) {
                        reports.put(orderId, report);
                    } else if (item.news() instanceof OrderNews.Fill fill) {
                        executions.add(fill.executionId());
                    }
                }));
        final long sinceNs = ((ReconciliationBegan) told.get(0).news()).sinceNs();
        return new AccountView(sinceNs, cash, positions, reports, foreign, executions);
    }
}
