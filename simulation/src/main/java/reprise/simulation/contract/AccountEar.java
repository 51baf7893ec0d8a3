package reprise.simulation.contract;

import reprise.message.AccountEvents;
import reprise.order.Side;
import reprise.simulation.contract.AccountNews.Cash;
import reprise.simulation.contract.AccountNews.Connected;
import reprise.simulation.contract.AccountNews.Disconnected;
import reprise.simulation.contract.AccountNews.ForeignOrder;
import reprise.simulation.contract.AccountNews.Position;
import reprise.simulation.contract.AccountNews.ReconciliationBegan;
import reprise.simulation.contract.AccountNews.ReconciliationEnded;

/** Hears of the venue and of the account. Called under the probe's lock. */
final class AccountEar implements AccountEvents {
    private final ContractProbe probe;

    AccountEar(final ContractProbe probe) {
        this.probe = probe;
    }

    @Override
    public void onVenueConnected(final int venueId) {
        probe.heard(new Connected());
    }

    @Override
    public void onVenueDisconnected(final int venueId) {
        probe.heard(new Disconnected());
    }

    @Override
    public void onAccountReported(final int venueId, final long cash, final String currency) {
        probe.heard(new Cash(cash, currency));
    }

    @Override
    public void onPositionReported(
            final int venueId, final int instrumentId, final long quantity, final long averagePrice) {
        probe.heard(new Position(instrumentId, quantity));
    }

    @Override
    public void onReconciliationBegan(final int venueId, final long sinceNs) {
        probe.heard(new ReconciliationBegan(sinceNs));
    }

    @Override
    public void onReconciliationEnded(final int venueId) {
        probe.heard(new ReconciliationEnded());
    }

    @Override
    public void onForeignOrderReported(
            final int venueId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long limitPrice,
            final String venueOrderId) {
        probe.heard(new ForeignOrder(instrumentId, side, quantity, limitPrice, venueOrderId));
    }
}
