package reprise.simulation.recorded;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.MarketEvents;
import reprise.message.RunEvents;
import reprise.message.Templates;
import reprise.order.Side;

/**
 * What a log says of the market of certain instruments, one record at a time, under the ids and in the decimals of the run that wants them.
 * Instruments are the same if their symbols are. A cursor, single-threaded; constant memory, allocates for definitions only.
 */
final class MarketRecords implements AutoCloseable {
    /** What a record says. */
    enum Kind {
        BAR,
        HISTORICAL_BAR,
        QUOTE,
        TRADE,
        LEVEL,
        CLEARED,
        STATUS,
        BORROW,
        SPLIT,
        DIVIDEND,
        TRADES_INTERRUPTED,
        HISTORICAL_TRADE,
        TRADES_RESUMED
    }

    private final RecordReader reader;
    private final List<InstrumentDefinition> wanted;
    private final String source;
    private final Int2ObjectHashMap<Rescaling> rescalings = new Int2ObjectHashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private final Decoder decoder = new Decoder();
    private final EventDispatcher dispatcher = new EventDispatcher(decoder, decoder, null, null, null);
    private long beganNs;
    private long heardNs;

    /** The moving part: what the record at hand says, with those of its fields that have a meaning for its kind. */
    Kind kind;

    int instrumentId;
    long venueTimeNs;
    long periodNs;
    long open;
    long high;
    long low;
    long close;
    long bidPrice;
    long bidQuantity;
    long askPrice;
    long askQuantity;
    long price;
    long quantity;
    long annualRatePpm;
    Side side;
    Aggressor aggressor;
    InstrumentStatus status;

    /**
     * Before the first record.
     *
     * @param reader of a log of events, from its beginning; closed with this.
     * @param wanted instruments.
     * @param source what messages call the log.
     */
    MarketRecords(final RecordReader reader, final List<InstrumentDefinition> wanted, final String source) {
        this.reader = reader;
        this.wanted = wanted;
        this.source = source;
    }

    /** Moves to the next record about the market of a wanted instrument. Returns false if there is none. */
    boolean next() {
        kind = null;
        while (kind == null && reader.next()) {
            final int templateId = Envelope.templateId(reader.buffer(), reader.offset());
            if (Templates.isRunEvent(templateId) || Templates.isMarketEvent(templateId)) {
                heardNs = Envelope.timeNs(reader.buffer(), reader.offset());
                beganNs = beganNs == 0 ? heardNs : beganNs;
                dispatcher.dispatch(reader.buffer(), reader.offset());
            }
        }
        return kind != null;
    }

    /** When the engine heard what the record at hand says. */
    long heardNs() {
        return heardNs;
    }

    /** When the recording began; to be asked once {@link #next} was. */
    long beganNs() {
        return beganNs;
    }

    /** Symbols of all instruments that were defined so far. */
    List<String> symbols() {
        return symbols;
    }

    @Override
    public void close() {
        reader.close();
    }

    /** Takes what is said of wanted instruments, and passes over the rest. */
    private final class Decoder implements RunEvents, MarketEvents {
        private Rescaling rescaling;

        private boolean begin(final Kind newKind, final int recordedId, final long timeNs) {
            rescaling = rescalings.get(recordedId);
            if (rescaling == null) {
                return false;
            }
            kind = newKind;
            instrumentId = rescaling.instrumentId();
            venueTimeNs = timeNs;
            return true;
        }

        @Override
        public void onInstrumentDefined(final InstrumentDefinition definition) {
            if (!symbols.contains(definition.symbol())) {
                symbols.add(definition.symbol());
            }
            for (final InstrumentDefinition instrument : wanted) {
                if (instrument.symbol().equals(definition.symbol())) {
                    rescalings.put(definition.instrumentId(), new Rescaling(definition, instrument, source));
                }
            }
        }

        @Override
        public void onBar(
                final int recordedId,
                final long closeTimeNs,
                final long lengthNs,
                final long openPrice,
                final long highPrice,
                final long lowPrice,
                final long closePrice,
                final long volume) {
            if (begin(Kind.BAR, recordedId, closeTimeNs)) {
                periodNs = lengthNs;
                open = rescaling.price(openPrice, closeTimeNs);
                high = rescaling.price(highPrice, closeTimeNs);
                low = rescaling.price(lowPrice, closeTimeNs);
                close = rescaling.price(closePrice, closeTimeNs);
                quantity = rescaling.quantity(volume, closeTimeNs);
            }
        }

        @Override
        public void onHistoricalBar(
                final int recordedId,
                final long closeTimeNs,
                final long lengthNs,
                final long openPrice,
                final long highPrice,
                final long lowPrice,
                final long closePrice,
                final long volume) {
            onBar(recordedId, closeTimeNs, lengthNs, openPrice, highPrice, lowPrice, closePrice, volume);
            kind = kind == null ? null : Kind.HISTORICAL_BAR;
        }

        @Override
        public void onQuote(
                final int recordedId,
                final long timeNs,
                final long bid,
                final long bidSize,
                final long ask,
                final long askSize) {
            if (begin(Kind.QUOTE, recordedId, timeNs)) {
                bidPrice = rescaling.price(bid, timeNs);
                bidQuantity = rescaling.quantity(bidSize, timeNs);
                askPrice = rescaling.price(ask, timeNs);
                askQuantity = rescaling.quantity(askSize, timeNs);
            }
        }

        @Override
        public void onTrade(
                final int recordedId,
                final long timeNs,
                final long tradePrice,
                final long tradeQuantity,
                final Aggressor taker) {
            if (begin(Kind.TRADE, recordedId, timeNs)) {
                price = rescaling.price(tradePrice, timeNs);
                quantity = rescaling.quantity(tradeQuantity, timeNs);
                aggressor = taker;
            }
        }

        @Override
        public void onBookLevel(
                final int recordedId,
                final long timeNs,
                final Side levelSide,
                final long levelPrice,
                final long levelQuantity) {
            if (begin(Kind.LEVEL, recordedId, timeNs)) {
                side = levelSide;
                price = rescaling.price(levelPrice, timeNs);
                quantity = rescaling.quantity(levelQuantity, timeNs);
            }
        }

        @Override
        public void onBookCleared(final int recordedId, final long timeNs) {
            begin(Kind.CLEARED, recordedId, timeNs);
        }

        @Override
        public void onInstrumentStatus(final int recordedId, final long timeNs, final InstrumentStatus newStatus) {
            if (begin(Kind.STATUS, recordedId, timeNs)) {
                status = newStatus;
            }
        }

        @Override
        public void onBorrowReported(
                final int recordedId, final long timeNs, final long availableQuantity, final long ratePpm) {
            if (begin(Kind.BORROW, recordedId, timeNs)) {
                quantity = rescaling.quantity(availableQuantity, timeNs);
                annualRatePpm = ratePpm;
            }
        }

        @Override
        public void onSplit(final int recordedId, final long timeNs, final long newUnits, final long oldUnits) {
            begin(Kind.SPLIT, recordedId, timeNs);
        }

        @Override
        public void onDividend(final int recordedId, final long timeNs, final long amountPerUnit) {
            begin(Kind.DIVIDEND, recordedId, timeNs);
        }

        @Override
        public void onBarRevised(
                final int recordedId,
                final long closeTimeNs,
                final long lengthNs,
                final long openPrice,
                final long highPrice,
                final long lowPrice,
                final long closePrice,
                final long volume) {
            // moves nothing, so a market made of records needs it not
        }

        @Override
        public void onTradeRevised(
                final int recordedId,
                final long timeNs,
                final long tradePrice,
                final long tradeQuantity,
                final long revisedPrice,
                final long revisedQuantity) {
            // likewise
        }

        @Override
        public void onPriceBandReported(
                final int recordedId, final long timeNs, final long lowerPrice, final long upperPrice) {
            // likewise
        }

        @Override
        public void onTradesInterrupted(final int recordedId, final long timeNs) {
            begin(Kind.TRADES_INTERRUPTED, recordedId, timeNs);
        }

        @Override
        public void onHistoricalTrade(
                final int recordedId,
                final long timeNs,
                final long tradePrice,
                final long tradeQuantity,
                final Aggressor taker) {
            onTrade(recordedId, timeNs, tradePrice, tradeQuantity, taker);
            kind = kind == null ? null : Kind.HISTORICAL_TRADE;
        }

        @Override
        public void onTradesResumed(final int recordedId, final long timeNs) {
            begin(Kind.TRADES_RESUMED, recordedId, timeNs);
        }

        @Override
        public void onRunStarted(final String runId, final String buildHash, final String configHash) {
            // says nothing of the market
        }

        @Override
        public void onRunResumed(
                final String runId, final String buildHash, final String configHash, final boolean tailLost) {
            // says nothing of the market
        }

        @Override
        public void onClockTicked() {
            // says nothing of the market
        }
    }
}
