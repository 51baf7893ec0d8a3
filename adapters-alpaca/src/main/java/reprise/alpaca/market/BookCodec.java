package reprise.alpaca.market;

import java.util.function.Consumer;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.MalformedJsonException;
import reprise.message.MarketEvents;
import reprise.order.Side;

/** The levels of an order book message, which is already known to be JSON. Single-threaded; allocates nothing. */
final class BookCodec {
    private final MarketEvents events;
    private final Consumer<Problem> problems;
    private final JsonScanner scanner = new JsonScanner();
    private final MessageFields level = new MessageFields();
    private final FieldReader price = new FieldReader(level);
    private final FieldReader quantity = new FieldReader(level);

    BookCodec(final MarketEvents events, final Consumer<Problem> problems) {
        this.events = events;
        this.problems = problems;
    }

    /** Tells the levels of one side, if there are any. */
    void levels(
            final MessageFields message,
            final int field,
            final Side side,
            final SymbolTable.Entry instrument,
            final long timeNs) {
        if (!message.has(field)) {
            return;
        }
        scanner.wrap(message.source(field), message.start(field), message.length(field));
        try {
            scanner.expect('[');
            if (scanner.skip(']')) {
                return;
            }
            do {
                level(side, instrument, timeNs);
            } while (scanner.skip(','));
        } catch (final MalformedJsonException notAnArray) {
            problems.accept(Problem.BAD_FIELD);
        }
    }

    private void level(final Side side, final SymbolTable.Entry instrument, final long timeNs)
            throws MalformedJsonException {
        if (scanner.peek() != '{') {
            scanner.skipValue();
            problems.accept(Problem.BAD_FIELD);
            return;
        }
        level.read(scanner);
        price.begin(instrument);
        quantity.begin(instrument);
        final long levelPrice = price.price(Field.PRICE);
        final long levelQuantity = quantity.quantity(Field.SIZE);
        final Problem failure = price.failure() != null ? price.failure() : quantity.failure();
        if (failure != null) {
            problems.accept(failure);
        } else if (price.isRounded()) {
            problems.accept(Problem.OFF_SCALE);
        } else {
            if (quantity.isRounded()) {
                problems.accept(Problem.ROUNDED);
            }
            events.onBookLevel(instrument.instrumentId(), timeNs, side, levelPrice, levelQuantity);
        }
    }
}
