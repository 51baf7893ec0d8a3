package reprise.alpaca.market;

import java.util.concurrent.TimeUnit;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.MalformedJsonException;
import reprise.market.InstrumentStatus;
import reprise.message.MarketEvents;
import reprise.number.Rounding;
import reprise.order.Side;

/**
 * Frames of Alpaca's market data streams into events. Pure: bytes in, calls out. Single-threaded; allocates nothing.
 *
 * <p>Numbers are decimals from the first digit to the last, never a double. What is finer than the instrument's scale is rounded and counted:
 * trades, bars, bands and all quantities to the nearest unit, ties to the even one; a quote's bid down and its ask up, so that no quote looks
 * better than it is. A level of an order book is left out instead, because it would hide another one. A price must be positive after that,
 * except that a quote's price of zero means that there is none. A trade without a quantity is no trade. A negative number, one that is larger
 * than any market has, a missing or misshapen field: the message is left out and counted, and the rest of the frame is used, as far as it is
 * JSON. A bar is stamped at its close, its start and its period.
 *
 * <p>What is no event is counted: news and imbalances as skipped, what is about the stream itself goes to the listener.
 */
public final class MarketCodec {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);
    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);

    private final SymbolTable symbols;
    private final MarketEvents events;
    private final CodecListener listener;
    private final TradeIdListener ids;
    private final JsonScanner scanner = new JsonScanner();
    private final MessageFields fields = new MessageFields();
    private final FieldReader reader = new FieldReader(fields);
    private final BookCodec book;
    private final long[] problems = new long[Problem.values().length];
    private long decoded;
    private long skipped;
    private int start;

    /**
     * A codec for one thread.
     *
     * @param symbols of the instruments that are wanted.
     * @param events receives what happened.
     * @param listener receives the rest.
     */
    public MarketCodec(final SymbolTable symbols, final MarketEvents events, final CodecListener listener) {
        this(symbols, events, listener, TradeIdListener.NONE);
    }

    /** Likewise, for one who wants to know trades again. */
    MarketCodec(
            final SymbolTable symbols,
            final MarketEvents events,
            final CodecListener listener,
            final TradeIdListener ids) {
        this.symbols = symbols;
        this.events = events;
        this.listener = listener;
        this.ids = ids;
        book = new BookCodec(events, this::problemOfMessage);
    }

    /**
     * Decodes one frame.
     *
     * @param bytes holding it from index 0.
     * @param length of it, in bytes.
     */
    public void decode(final byte[] bytes, final int length) {
        scanner.wrap(bytes, 0, length);
        try {
            scanner.expect('[');
            if (!scanner.skip(']')) {
                do {
                    element();
                } while (scanner.skip(','));
                scanner.expect(']');
            }
            if (!scanner.isAtEnd()) {
                throw MalformedJsonException.INSTANCE;
            }
        } catch (final MalformedJsonException malformed) {
            problem(Problem.MALFORMED, 0, length);
        }
    }

    private void element() throws MalformedJsonException {
        final boolean isObject = scanner.peek() == '{';
        start = scanner.position();
        if (!isObject) {
            scanner.skipValue();
            problemOfMessage(Problem.BAD_FIELD);
            return;
        }
        fields.read(scanner);
        if (!fields.isText(Field.TYPE) || fields.length(Field.TYPE) == 0) {
            problemOfMessage(Problem.BAD_FIELD);
        } else if (fields.length(Field.TYPE) > 1) {
            if (!listener.onControl(scanner.bytes(), start, scanner.position() - start)) {
                problemOfMessage(Problem.UNKNOWN_TYPE);
            }
        } else {
            message(fields.source(Field.TYPE)[fields.start(Field.TYPE)]);
        }
    }

    private void message(final byte type) {
        switch (type) {
            case 'i', 'n' -> skipped++;
            case 't', 'q', 'b', 'u', 'd', 's', 'l', 'c', 'x', 'o' -> marketMessage(type);
            default -> problemOfMessage(Problem.UNKNOWN_TYPE);
        }
    }

    private void marketMessage(final byte type) {
        if (!fields.isText(Field.SYMBOL)) {
            problemOfMessage(Problem.BAD_FIELD);
            return;
        }
        final SymbolTable.Entry instrument =
                symbols.find(fields.source(Field.SYMBOL), fields.start(Field.SYMBOL), fields.length(Field.SYMBOL));
        if (instrument == null) {
            problemOfMessage(Problem.UNKNOWN_SYMBOL);
            return;
        }
        reader.begin(instrument);
        final long timeNs = reader.time();
        switch (type) {
            case 't' -> trade(instrument, timeNs);
            case 'q' -> quote(instrument, timeNs);
            case 'b', 'u', 'd' -> bar(type, instrument, timeNs);
            case 's' -> status(instrument, timeNs);
            case 'l' -> band(instrument, timeNs);
            case 'c', 'x' -> revision(type, instrument, timeNs);
            default -> book(instrument, timeNs);
        }
    }

    private void trade(final SymbolTable.Entry instrument, final long timeNs) {
        final long price = reader.price(Field.PRICE);
        final long quantity = reader.positiveQuantity(Field.SIZE);
        if (isGood()) {
            identify(instrument, timeNs, Field.ID);
            events.onTrade(instrument.instrumentId(), timeNs, price, quantity, reader.taker());
        }
    }

    private void identify(final SymbolTable.Entry instrument, final long timeNs, final int field) {
        final long id = reader.id(field);
        if (id != FieldReader.NO_ID) {
            ids.onTradeId(instrument.instrumentId(), timeNs, reader.exchange(), id);
        }
    }

    private void quote(final SymbolTable.Entry instrument, final long timeNs) {
        final long bid = reader.priceOrNone(Field.BID_PRICE, Rounding.FLOOR);
        final long bidQuantity = reader.quantity(Field.BID_SIZE);
        final long ask = reader.priceOrNone(Field.ASK_PRICE, Rounding.CEILING);
        final long askQuantity = reader.quantity(Field.ASK_SIZE);
        if (isGood()) {
            events.onQuote(
                    instrument.instrumentId(),
                    timeNs,
                    bid,
                    bid == 0 ? 0 : bidQuantity,
                    ask,
                    ask == 0 ? 0 : askQuantity);
        }
    }

    private void bar(final byte type, final SymbolTable.Entry instrument, final long startNs) {
        final long periodNs = type == 'd' ? DAY_NS : MINUTE_NS;
        final long open = reader.price(Field.OPEN);
        final long high = reader.price(Field.HIGH);
        final long low = reader.price(Field.LOW);
        final long close = reader.price(Field.CLOSE);
        final long volume = reader.quantity(Field.VOLUME);
        if (!isGood()) {
            return;
        }
        final int id = instrument.instrumentId();
        final long closeNs = startNs + periodNs;
        if (type == 'b') {
            events.onBar(id, closeNs, periodNs, open, high, low, close, volume);
        } else {
            events.onBarRevised(id, closeNs, periodNs, open, high, low, close, volume);
        }
    }

    private void status(final SymbolTable.Entry instrument, final long timeNs) {
        if (!fields.isText(Field.STATUS) || fields.length(Field.STATUS) != 1) {
            reader.fail(Problem.BAD_FIELD);
        }
        if (!isGood()) {
            return;
        }
        final byte code = fields.source(Field.STATUS)[fields.start(Field.STATUS)];
        final InstrumentStatus status = TradingStatus.of(code);
        if (status != null) {
            events.onInstrumentStatus(instrument.instrumentId(), timeNs, status);
        } else if (!TradingStatus.isInformative(code)) {
            problemOfMessage(Problem.UNKNOWN_STATUS);
        }
    }

    private void band(final SymbolTable.Entry instrument, final long timeNs) {
        final long upper = reader.price(Field.UPPER);
        final long lower = reader.price(Field.LOWER);
        if (lower > upper) {
            reader.fail(Problem.BAD_FIELD);
        }
        if (isGood()) {
            events.onPriceBandReported(instrument.instrumentId(), timeNs, lower, upper);
        }
    }

    private void revision(final byte type, final SymbolTable.Entry instrument, final long timeNs) {
        final boolean isCancel = type == 'x';
        final long price = reader.price(isCancel ? Field.PRICE : Field.OLD_PRICE);
        final long quantity = reader.positiveQuantity(isCancel ? Field.SIZE : Field.OLD_SIZE);
        final long newPrice = isCancel ? 0 : reader.price(Field.NEW_PRICE);
        final long newQuantity = isCancel ? 0 : reader.positiveQuantity(Field.NEW_SIZE);
        if (isGood()) {
            identify(instrument, timeNs, Field.CORRECTED_ID);
            events.onTradeRevised(instrument.instrumentId(), timeNs, price, quantity, newPrice, newQuantity);
        }
    }

    /** All of it that can be used: levels are checked one by one. */
    private void book(final SymbolTable.Entry instrument, final long timeNs) {
        if (fields.has(Field.BIDS) && !fields.isContainer(Field.BIDS)
                || fields.has(Field.ASKS) && !fields.isContainer(Field.ASKS)) {
            reader.fail(Problem.BAD_FIELD);
        }
        if (isGood()) {
            if (fields.isTrue(Field.RESET)) {
                events.onBookCleared(instrument.instrumentId(), timeNs);
            }
            book.levels(fields, Field.BIDS, Side.BUY, instrument, timeNs);
            book.levels(fields, Field.ASKS, Side.SELL, instrument, timeNs);
        }
    }

    /** Whether all fields that were read are; counts the message. */
    private boolean isGood() {
        if (reader.failure() != null) {
            problemOfMessage(reader.failure());
            return false;
        }
        if (reader.isRounded()) {
            problemOfMessage(Problem.ROUNDED);
        }
        decoded++;
        return true;
    }

    private void problemOfMessage(final Problem problem) {
        problem(problem, start, scanner.position() - start);
    }

    private void problem(final Problem problem, final int from, final int length) {
        final long count = ++problems[problem.ordinal()];
        if ((count & count - 1) == 0) {
            listener.onProblem(problem, count, scanner.bytes(), from, length);
        }
    }

    /**
     * How often something was wrong.
     *
     * @param problem what.
     * @return count since the beginning.
     */
    public long problems(final Problem problem) {
        return problems[problem.ordinal()];
    }

    /**
     * Messages about the market that were understood.
     *
     * @return count since the beginning.
     */
    public long decoded() {
        return decoded;
    }

    /**
     * News and imbalances.
     *
     * @return count since the beginning.
     */
    public long skipped() {
        return skipped;
    }
}
