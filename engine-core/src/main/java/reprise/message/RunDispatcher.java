package reprise.message;

import org.agrona.DirectBuffer;
import reprise.market.InstrumentDefinition;
import reprise.message.codec.ClockTickedDecoder;
import reprise.message.codec.InstrumentDefinedDecoder;
import reprise.message.codec.RunResumedDecoder;
import reprise.message.codec.RunStartedDecoder;

/** Bytes of events of the run back into calls. */
final class RunDispatcher {
    private final RunEvents target;
    private final RunStartedDecoder runStarted = new RunStartedDecoder();
    private final RunResumedDecoder runResumed = new RunResumedDecoder();
    private final InstrumentDefinedDecoder instrumentDefined = new InstrumentDefinedDecoder();

    RunDispatcher(final RunEvents target) {
        this.target = target;
    }

    /** Makes the call that a record stands for. */
    void dispatch(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case RunStartedDecoder.TEMPLATE_ID -> onRunStarted(buffer, offset);
            case InstrumentDefinedDecoder.TEMPLATE_ID -> onInstrumentDefined(buffer, offset);
            case RunResumedDecoder.TEMPLATE_ID -> onRunResumed(buffer, offset);
            case ClockTickedDecoder.TEMPLATE_ID -> onClockTicked(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void onRunStarted(final DirectBuffer buffer, final int offset) {
        Envelope.open(runStarted, buffer, offset);
        target.onRunStarted(runStarted.runId(), runStarted.buildHash(), runStarted.configHash());
    }

    private void onRunResumed(final DirectBuffer buffer, final int offset) {
        Envelope.open(runResumed, buffer, offset);
        target.onRunResumed(
                runResumed.runId(), runResumed.buildHash(), runResumed.configHash(), runResumed.tailLost() != 0);
    }

    private void onInstrumentDefined(final DirectBuffer buffer, final int offset) {
        Envelope.open(instrumentDefined, buffer, offset);
        final String symbol = instrumentDefined.symbol();
        final String baseCurrency = instrumentDefined.baseCurrency();
        final String quoteCurrency = instrumentDefined.quoteCurrency();
        final String calendar = instrumentDefined.calendar();
        target.onInstrumentDefined(new InstrumentDefinition(
                instrumentDefined.instrumentId(),
                instrumentDefined.venueId(),
                symbol,
                baseCurrency,
                quoteCurrency,
                instrumentDefined.priceDecimals(),
                instrumentDefined.quantityDecimals(),
                instrumentDefined.tickSize(),
                instrumentDefined.lotSize(),
                instrumentDefined.minNotional(),
                instrumentDefined.maxQuantity(),
                InstrumentDefinition.isShortable(instrumentDefined.flags()),
                instrumentDefined.orderTypes(),
                instrumentDefined.timesInForce(),
                calendar,
                InstrumentDefinition.brackets(instrumentDefined.flags()),
                InstrumentDefinition.takesAmounts(instrumentDefined.flags())));
    }

    private void onClockTicked(final DirectBuffer buffer, final int offset) {
        target.onClockTicked();
    }
}
