package reprise.message;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;
import reprise.message.codec.AccountReportedDecoder;
import reprise.message.codec.ActionExplainedDecoder;
import reprise.message.codec.BarClosedDecoder;
import reprise.message.codec.BarRevisedDecoder;
import reprise.message.codec.BookClearedDecoder;
import reprise.message.codec.BookLevelDecoder;
import reprise.message.codec.BorrowReportedDecoder;
import reprise.message.codec.CancelOrderDecoder;
import reprise.message.codec.CancelRejectedDecoder;
import reprise.message.codec.CancelRequestedDecoder;
import reprise.message.codec.ClockTickedDecoder;
import reprise.message.codec.ClosePositionRequestedDecoder;
import reprise.message.codec.DifferenceFoundDecoder;
import reprise.message.codec.DividendDecoder;
import reprise.message.codec.ExecutionBustedDecoder;
import reprise.message.codec.ExecutionDecidedDecoder;
import reprise.message.codec.ExitDecidedDecoder;
import reprise.message.codec.ExitNotedDecoder;
import reprise.message.codec.FlattenAllRequestedDecoder;
import reprise.message.codec.ForeignOrderReportedDecoder;
import reprise.message.codec.GuardVerdictChangedDecoder;
import reprise.message.codec.HistoricalBarDecoder;
import reprise.message.codec.HistoricalTradeDecoder;
import reprise.message.codec.InstrumentDefinedDecoder;
import reprise.message.codec.InstrumentStatusChangedDecoder;
import reprise.message.codec.MessageHeaderDecoder;
import reprise.message.codec.MoverDetectedDecoder;
import reprise.message.codec.MoverMeasuredDecoder;
import reprise.message.codec.OrderAcceptedDecoder;
import reprise.message.codec.OrderCancelledDecoder;
import reprise.message.codec.OrderExpiredDecoder;
import reprise.message.codec.OrderFilledDecoder;
import reprise.message.codec.OrderNotFoundDecoder;
import reprise.message.codec.OrderOutcomeUnknownDecoder;
import reprise.message.codec.OrderPartiallyFilledDecoder;
import reprise.message.codec.OrderRefusedDecoder;
import reprise.message.codec.OrderRejectedDecoder;
import reprise.message.codec.OrderReplacedDecoder;
import reprise.message.codec.OrderReportedDecoder;
import reprise.message.codec.OrderRequestedDecoder;
import reprise.message.codec.OrderRestatedDecoder;
import reprise.message.codec.OrderTriggeredDecoder;
import reprise.message.codec.PairHedgedDecoder;
import reprise.message.codec.PairLegTradedDecoder;
import reprise.message.codec.PairRequestedDecoder;
import reprise.message.codec.PairStateChangedDecoder;
import reprise.message.codec.ParameterRequestedDecoder;
import reprise.message.codec.ParametersDecidedDecoder;
import reprise.message.codec.PositionReportedDecoder;
import reprise.message.codec.PriceBandReportedDecoder;
import reprise.message.codec.QueryOrderDecoder;
import reprise.message.codec.QuoteDecoder;
import reprise.message.codec.ReconciliationBeganDecoder;
import reprise.message.codec.ReconciliationConcludedDecoder;
import reprise.message.codec.ReconciliationEndedDecoder;
import reprise.message.codec.ReplaceOrderDecoder;
import reprise.message.codec.ReplaceRejectedDecoder;
import reprise.message.codec.RequestReconciliationDecoder;
import reprise.message.codec.RiskBreachedDecoder;
import reprise.message.codec.RunResumedDecoder;
import reprise.message.codec.RunStartedDecoder;
import reprise.message.codec.SignalDecidedDecoder;
import reprise.message.codec.SignalSizedDecoder;
import reprise.message.codec.SignalWeighedDecoder;
import reprise.message.codec.SplitDecoder;
import reprise.message.codec.StartRequestedDecoder;
import reprise.message.codec.StopRequestedDecoder;
import reprise.message.codec.SubmitCashOrderDecoder;
import reprise.message.codec.SubmitGroupDecoder;
import reprise.message.codec.SubmitOrderDecoder;
import reprise.message.codec.TradeDecoder;
import reprise.message.codec.TradeRevisedDecoder;
import reprise.message.codec.TradesInterruptedDecoder;
import reprise.message.codec.TradesResumedDecoder;
import reprise.message.codec.TradingStateChangedDecoder;
import reprise.message.codec.TradingStateRequestedDecoder;
import reprise.message.codec.VenueConnectedDecoder;
import reprise.message.codec.VenueDisconnectedDecoder;

/** Names of the messages by template id, and the check that a record is of this schema. */
public final class Templates {
    /** A bar closed. */
    public static final int BAR_CLOSED = BarClosedDecoder.TEMPLATE_ID;

    /** A bar of before the run. */
    public static final int HISTORICAL_BAR = HistoricalBarDecoder.TEMPLATE_ID;

    static final int FIRST_MARKET = 10;
    static final int FIRST_ORDER = 30;
    static final int FIRST_ACCOUNT = 50;
    static final int FIRST_OPERATOR = 60;
    static final int FIRST_COMMAND = 101;
    static final int FIRST_DECISION = 130;
    private static final int MAX_TEMPLATE_ID = 199;

    private static final List<String> NAMES = IntStream.rangeClosed(1, MAX_TEMPLATE_ID)
            .mapToObj(Templates::name)
            .filter(name -> !name.startsWith("Unknown"))
            .toList();

    private Templates() {}

    /**
     * The name of a message.
     *
     * @param templateId from an envelope.
     * @return its name in the schema, or "Unknown(id)".
     */
    public static String name(final int templateId) {
        if (templateId >= FIRST_COMMAND) {
            return commandName(templateId);
        }
        return templateId < FIRST_ACCOUNT ? eventName(templateId) : accountName(templateId);
    }

    private static String eventName(final int templateId) {
        return switch (templateId) {
            case RunStartedDecoder.TEMPLATE_ID -> "RunStarted";
            case InstrumentDefinedDecoder.TEMPLATE_ID -> "InstrumentDefined";
            case ClockTickedDecoder.TEMPLATE_ID -> "ClockTicked";
            case RunResumedDecoder.TEMPLATE_ID -> "RunResumed";
            case BarClosedDecoder.TEMPLATE_ID -> "BarClosed";
            case HistoricalBarDecoder.TEMPLATE_ID -> "HistoricalBar";
            case QuoteDecoder.TEMPLATE_ID -> "Quote";
            case TradeDecoder.TEMPLATE_ID -> "Trade";
            case BookLevelDecoder.TEMPLATE_ID -> "BookLevel";
            case BookClearedDecoder.TEMPLATE_ID -> "BookCleared";
            case InstrumentStatusChangedDecoder.TEMPLATE_ID -> "InstrumentStatusChanged";
            case BorrowReportedDecoder.TEMPLATE_ID -> "BorrowReported";
            case SplitDecoder.TEMPLATE_ID -> "Split";
            case DividendDecoder.TEMPLATE_ID -> "Dividend";
            case BarRevisedDecoder.TEMPLATE_ID -> "BarRevised";
            case TradeRevisedDecoder.TEMPLATE_ID -> "TradeRevised";
            case PriceBandReportedDecoder.TEMPLATE_ID -> "PriceBandReported";
            case TradesInterruptedDecoder.TEMPLATE_ID -> "TradesInterrupted";
            case HistoricalTradeDecoder.TEMPLATE_ID -> "HistoricalTrade";
            case TradesResumedDecoder.TEMPLATE_ID -> "TradesResumed";
            case OrderAcceptedDecoder.TEMPLATE_ID -> "OrderAccepted";
            case OrderRejectedDecoder.TEMPLATE_ID -> "OrderRejected";
            case OrderPartiallyFilledDecoder.TEMPLATE_ID -> "OrderPartiallyFilled";
            case OrderFilledDecoder.TEMPLATE_ID -> "OrderFilled";
            case OrderCancelledDecoder.TEMPLATE_ID -> "OrderCancelled";
            case OrderExpiredDecoder.TEMPLATE_ID -> "OrderExpired";
            case OrderReplacedDecoder.TEMPLATE_ID -> "OrderReplaced";
            case CancelRejectedDecoder.TEMPLATE_ID -> "CancelRejected";
            case ReplaceRejectedDecoder.TEMPLATE_ID -> "ReplaceRejected";
            case OrderTriggeredDecoder.TEMPLATE_ID -> "OrderTriggered";
            case OrderOutcomeUnknownDecoder.TEMPLATE_ID -> "OrderOutcomeUnknown";
            case OrderReportedDecoder.TEMPLATE_ID -> "OrderReported";
            case OrderNotFoundDecoder.TEMPLATE_ID -> "OrderNotFound";
            case ExecutionBustedDecoder.TEMPLATE_ID -> "ExecutionBusted";
            case OrderRestatedDecoder.TEMPLATE_ID -> "OrderRestated";
            default -> unknownName(templateId);
        };
    }

    /** Of events of the account and of the operator. */
    private static String accountName(final int templateId) {
        return switch (templateId) {
            case VenueConnectedDecoder.TEMPLATE_ID -> "VenueConnected";
            case VenueDisconnectedDecoder.TEMPLATE_ID -> "VenueDisconnected";
            case AccountReportedDecoder.TEMPLATE_ID -> "AccountReported";
            case PositionReportedDecoder.TEMPLATE_ID -> "PositionReported";
            case ReconciliationBeganDecoder.TEMPLATE_ID -> "ReconciliationBegan";
            case ReconciliationEndedDecoder.TEMPLATE_ID -> "ReconciliationEnded";
            case ForeignOrderReportedDecoder.TEMPLATE_ID -> "ForeignOrderReported";
            case StartRequestedDecoder.TEMPLATE_ID -> "StartRequested";
            case StopRequestedDecoder.TEMPLATE_ID -> "StopRequested";
            case TradingStateRequestedDecoder.TEMPLATE_ID -> "TradingStateRequested";
            case ClosePositionRequestedDecoder.TEMPLATE_ID -> "ClosePositionRequested";
            case FlattenAllRequestedDecoder.TEMPLATE_ID -> "FlattenAllRequested";
            case OrderRequestedDecoder.TEMPLATE_ID -> "OrderRequested";
            case CancelRequestedDecoder.TEMPLATE_ID -> "CancelRequested";
            case PairRequestedDecoder.TEMPLATE_ID -> "PairRequested";
            case ParameterRequestedDecoder.TEMPLATE_ID -> "ParameterRequested";
            default -> unknownName(templateId);
        };
    }

    private static String commandName(final int templateId) {
        return switch (templateId) {
            case SubmitOrderDecoder.TEMPLATE_ID -> "SubmitOrder";
            case CancelOrderDecoder.TEMPLATE_ID -> "CancelOrder";
            case ReplaceOrderDecoder.TEMPLATE_ID -> "ReplaceOrder";
            case QueryOrderDecoder.TEMPLATE_ID -> "QueryOrder";
            case RequestReconciliationDecoder.TEMPLATE_ID -> "RequestReconciliation";
            case SubmitGroupDecoder.TEMPLATE_ID -> "SubmitGroup";
            case SubmitCashOrderDecoder.TEMPLATE_ID -> "SubmitCashOrder";
            case OrderRefusedDecoder.TEMPLATE_ID -> "OrderRefused";
            case TradingStateChangedDecoder.TEMPLATE_ID -> "TradingStateChanged";
            case GuardVerdictChangedDecoder.TEMPLATE_ID -> "GuardVerdictChanged";
            case RiskBreachedDecoder.TEMPLATE_ID -> "RiskBreached";
            case ExitDecidedDecoder.TEMPLATE_ID -> "ExitDecided";
            case ExitNotedDecoder.TEMPLATE_ID -> "ExitNoted";
            case MoverDetectedDecoder.TEMPLATE_ID -> "MoverDetected";
            case MoverMeasuredDecoder.TEMPLATE_ID -> "MoverMeasured";
            case SignalWeighedDecoder.TEMPLATE_ID -> "SignalWeighed";
            case SignalDecidedDecoder.TEMPLATE_ID -> "SignalDecided";
            case SignalSizedDecoder.TEMPLATE_ID -> "SignalSized";
            case ExecutionDecidedDecoder.TEMPLATE_ID -> "ExecutionDecided";
            case DifferenceFoundDecoder.TEMPLATE_ID -> "DifferenceFound";
            case ReconciliationConcludedDecoder.TEMPLATE_ID -> "ReconciliationConcluded";
            case PairStateChangedDecoder.TEMPLATE_ID -> "PairStateChanged";
            case PairHedgedDecoder.TEMPLATE_ID -> "PairHedged";
            case PairLegTradedDecoder.TEMPLATE_ID -> "PairLegTraded";
            case ActionExplainedDecoder.TEMPLATE_ID -> "ActionExplained";
            case ParametersDecidedDecoder.TEMPLATE_ID -> "ParametersDecided";
            default -> unknownName(templateId);
        };
    }

    private static String unknownName(final int templateId) {
        return "Unknown(" + templateId + ")";
    }

    /**
     * The names of all messages.
     *
     * @return events, then commands, in the order of the schema.
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Whether a message says what happened to the run itself.
     *
     * @param templateId from an envelope.
     * @return true for {@link RunEvents}.
     */
    public static boolean isRunEvent(final int templateId) {
        return templateId > Envelope.ABORTED_TEMPLATE_ID && templateId < FIRST_MARKET;
    }

    /**
     * Whether a message says what the market did.
     *
     * @param templateId from an envelope.
     * @return true for {@link MarketEvents}.
     */
    public static boolean isMarketEvent(final int templateId) {
        return templateId >= FIRST_MARKET && templateId < FIRST_ORDER;
    }

    /**
     * Whether a message is something that the operator asks for.
     *
     * @param templateId from an envelope.
     * @return true for {@link OperatorEvents}.
     */
    public static boolean isOperatorEvent(final int templateId) {
        return templateId >= FIRST_OPERATOR && templateId < FIRST_COMMAND;
    }

    /**
     * Whether a message is the best bid and offer.
     *
     * @param templateId from an envelope.
     * @return true for {@link MarketEvents#onQuote}.
     */
    public static boolean isQuote(final int templateId) {
        return templateId == QuoteDecoder.TEMPLATE_ID;
    }

    /**
     * Which instrument a tick is of.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @return its id; -1 if the record is not a quote, a trade or a level of the book.
     */
    public static int tickInstrumentId(final DirectBuffer buffer, final int offset) {
        final int fieldOffset = switch (Envelope.templateId(buffer, offset)) {
            case QuoteDecoder.TEMPLATE_ID -> QuoteDecoder.instrumentIdEncodingOffset();
            case TradeDecoder.TEMPLATE_ID -> TradeDecoder.instrumentIdEncodingOffset();
            case BookLevelDecoder.TEMPLATE_ID -> BookLevelDecoder.instrumentIdEncodingOffset();
            default -> -1;
        };
        return fieldOffset < 0
                ? -1
                : buffer.getInt(offset + Envelope.LENGTH_BYTES + fieldOffset, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Whether a message is one that a venue may send: about the market, our orders, our account, or that time passed.
     *
     * @param templateId from an envelope.
     * @return false for what only this process may say.
     */
    public static boolean isVenueEvent(final int templateId) {
        return templateId >= FIRST_MARKET && templateId < FIRST_OPERATOR
                || templateId == ClockTickedDecoder.TEMPLATE_ID;
    }

    /**
     * Whether a message is a request to a venue.
     *
     * @param templateId from an envelope.
     * @return true for {@link EngineCommands}.
     */
    public static boolean isCommand(final int templateId) {
        return templateId >= FIRST_COMMAND && templateId < FIRST_DECISION;
    }

    /** The template of a record of this schema, of the first word of its envelope; others are refused. */
    static int checkedTemplateId(final long kind) {
        if (Envelope.schemaId(kind) != MessageHeaderDecoder.SCHEMA_ID
                || Envelope.version(kind) > MessageHeaderDecoder.SCHEMA_VERSION) {
            throw new IllegalStateException("record of another schema: schemaId=" + Envelope.schemaId(kind)
                    + ", version=" + Envelope.version(kind) + ", known schemaId=" + MessageHeaderDecoder.SCHEMA_ID
                    + ", version up to " + MessageHeaderDecoder.SCHEMA_VERSION);
        }
        return Envelope.templateId(kind);
    }

    static IllegalStateException unknown(final int templateId) {
        return new IllegalStateException("unknown message: templateId=" + templateId);
    }
}
