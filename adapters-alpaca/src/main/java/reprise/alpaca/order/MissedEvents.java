package reprise.alpaca.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import reprise.alpaca.json.Chars;
import reprise.alpaca.rest.Outcome;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.rest.RestService;
import reprise.alpaca.wire.TradeUpdate;
import reprise.alpaca.wire.TradingReader;

/**
 * What the stream told while nobody listened, from Alpaca's feed of past events, where the account may read that. It brings what orders and
 * executions do not show, such as a refused cancel. It is an addition: those are read after it in any case, and whatever goes wrong here is
 * left to them. Events are recognised by their ids, which sort as they happened; none is told that the stream has told.
 *
 * <p>Guarded by the lock of the book; replayed on the strand of the connection.
 */
final class MissedEvents {
    private static final String PREFIX = "data:";

    /** A feed that has no more to tell may stay open: so much silence ends it. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final OrderBook book;
    private final OrderTeller teller;
    private final RestService trading;
    private final Supplier<OrderThread> threads;
    private final RestClock clock;
    private final Notices notices;
    private final TradingReader reader = new TradingReader();
    private final TradeUpdate update = new TradeUpdate();
    private final Chars last = new Chars();
    private long lastNs;
    private String since = "";
    private long sinceNs;
    private boolean isAfterGap;
    private String firstAfterGap = "";
    private boolean isOffered = true;

    MissedEvents(
            final OrderBook book,
            final OrderTeller teller,
            final RestService trading,
            final OrderCommands.WorkParts work) {
        this.book = book;
        this.teller = teller;
        this.trading = trading;
        threads = work.threads();
        clock = work.clock();
        notices = work.notices();
    }

    /** The stream tells something. Allocates nothing but for the first event after a gap. */
    void onUpdate(final TradeUpdate told) {
        if (told.eventId().isEmpty()) {
            return;
        }
        if (isAfterGap) {
            isAfterGap = false;
            firstAfterGap = told.eventId().toString();
        }
        if (CharSequence.compare(told.eventId(), last) > 0) {
            last.copy(told.eventId());
            lastNs = told.timeNs();
        }
    }

    /** The stream listens from now on, perhaps after a gap. */
    void onListening() {
        synchronized (book) {
            since = last.toString();
            sinceNs = lastNs;
            firstAfterGap = "";
            isAfterGap = true;
        }
    }

    /** Tells what was missed, as far as it can be had. */
    void replay() {
        final long fromNs;
        synchronized (book) {
            if (!isOffered || since.isEmpty()) {
                return;
            }
            fromNs = sinceNs;
        }
        final long untilNs = Math.max(fromNs, clock.epochMs() * 1_000_000) + 1_000_000_000;
        final String path = "/v2/events/trades?since=" + time(fromNs) + "&until=" + time(untilNs);
        final RestAnswer answer = trading.lines(path, QUIET, this::onLine);
        if (answer.outcome() == Outcome.REFUSED && !answer.isTooMany()) {
            isOffered = false;
            notices.tell("past events cannot be read (" + answer.status() + "): gaps are closed without them");
        }
    }

    private static String time(final long epochNs) {
        return RestOrders.escaped(RestOrders.instant(epochNs).toString());
    }

    private void onLine(final String line) {
        if (!line.startsWith(PREFIX)) {
            return;
        }
        final byte[] bytes = line.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
        if (!reader.readEvent(bytes, bytes.length, update)) {
            notices.tell("a past event could not be read");
            return;
        }
        synchronized (book) {
            final boolean isTold =
                    !firstAfterGap.isEmpty() && CharSequence.compare(update.eventId(), firstAfterGap) >= 0;
            if (isTold || CharSequence.compare(update.eventId(), since) <= 0) {
                return;
            }
            since = update.eventId().toString();
            try {
                teller.onUpdate(update, threads.get().events());
            } catch (final ArithmeticException impossible) {
                notices.tell("a past event had a number that cannot be: " + impossible.getMessage());
            }
        }
    }
}
