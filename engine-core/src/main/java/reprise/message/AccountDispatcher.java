package reprise.message;

import org.agrona.DirectBuffer;
import reprise.message.codec.AccountReportedDecoder;
import reprise.message.codec.ForeignOrderReportedDecoder;
import reprise.message.codec.PositionReportedDecoder;
import reprise.message.codec.ReconciliationBeganDecoder;
import reprise.message.codec.ReconciliationEndedDecoder;
import reprise.message.codec.VenueConnectedDecoder;
import reprise.message.codec.VenueDisconnectedDecoder;
import reprise.order.Side;

/** Bytes of events of venue and account back into calls. */
final class AccountDispatcher {
    private final AccountEvents target;
    private final VenueConnectedDecoder venueConnected = new VenueConnectedDecoder();
    private final VenueDisconnectedDecoder venueDisconnected = new VenueDisconnectedDecoder();
    private final AccountReportedDecoder accountReported = new AccountReportedDecoder();
    private final PositionReportedDecoder positionReported = new PositionReportedDecoder();
    private final ReconciliationBeganDecoder reconciliationBegan = new ReconciliationBeganDecoder();
    private final ReconciliationEndedDecoder reconciliationEnded = new ReconciliationEndedDecoder();
    private final ForeignOrderReportedDecoder foreignOrderReported = new ForeignOrderReportedDecoder();

    AccountDispatcher(final AccountEvents target) {
        this.target = target;
    }

    /** Makes the call that a record stands for. */
    void dispatch(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case VenueConnectedDecoder.TEMPLATE_ID -> onVenueConnected(buffer, offset);
            case VenueDisconnectedDecoder.TEMPLATE_ID -> onVenueDisconnected(buffer, offset);
            case AccountReportedDecoder.TEMPLATE_ID -> onAccountReported(buffer, offset);
            case PositionReportedDecoder.TEMPLATE_ID -> onPositionReported(buffer, offset);
            case ReconciliationBeganDecoder.TEMPLATE_ID -> onReconciliationBegan(buffer, offset);
            case ReconciliationEndedDecoder.TEMPLATE_ID -> onReconciliationEnded(buffer, offset);
            case ForeignOrderReportedDecoder.TEMPLATE_ID -> onForeignOrderReported(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void onVenueConnected(final DirectBuffer buffer, final int offset) {
        Envelope.open(venueConnected, buffer, offset);
        target.onVenueConnected(venueConnected.venueId());
    }

    private void onVenueDisconnected(final DirectBuffer buffer, final int offset) {
        Envelope.open(venueDisconnected, buffer, offset);
        target.onVenueDisconnected(venueDisconnected.venueId());
    }

    private void onAccountReported(final DirectBuffer buffer, final int offset) {
        Envelope.open(accountReported, buffer, offset);
        target.onAccountReported(accountReported.venueId(), accountReported.cash(), accountReported.currency());
    }

    private void onPositionReported(final DirectBuffer buffer, final int offset) {
        Envelope.open(positionReported, buffer, offset);
        target.onPositionReported(
                positionReported.venueId(),
                positionReported.instrumentId(),
                positionReported.quantity(),
                positionReported.averagePrice());
    }

    private void onReconciliationBegan(final DirectBuffer buffer, final int offset) {
        Envelope.open(reconciliationBegan, buffer, offset);
        target.onReconciliationBegan(reconciliationBegan.venueId(), reconciliationBegan.sinceNs());
    }

    private void onReconciliationEnded(final DirectBuffer buffer, final int offset) {
        Envelope.open(reconciliationEnded, buffer, offset);
        target.onReconciliationEnded(reconciliationEnded.venueId());
    }

    private void onForeignOrderReported(final DirectBuffer buffer, final int offset) {
        Envelope.open(foreignOrderReported, buffer, offset);
        target.onForeignOrderReported(
                foreignOrderReported.venueId(),
                foreignOrderReported.instrumentId(),
                Side.of(foreignOrderReported.sideRaw()),
                foreignOrderReported.quantity(),
                foreignOrderReported.limitPrice(),
                foreignOrderReported.venueOrderId());
    }
}
