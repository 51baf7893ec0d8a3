package reprise.alpaca.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import reprise.alpaca.stream.StreamTime;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.port.VenueLink;

/** Fetches the trades that a stream missed while it was away, and tells them as trades of the past. Owned by the thread that fills gaps. */
final class TradeFiller {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);
    private static final int SYMBOLS_NAMED = 10;

    private final TradeHistory history;
    private final Pauses pauses;
    private final VenueLink link;
    private final StreamTime time;
    private final CountDownLatch closed;

    /**
     * What is waited for, in nanoseconds.
     *
     * @param settledNs after which a trade is in the history.
     * @param heardNs after which the stream has told what the history has told.
     */
    record Pauses(long settledNs, long heardNs) {
        /** With clocks that agree to two seconds, and streams that are not later than that. */
        static final Pauses OF_THE_WORLD = new Pauses(TimeUnit.SECONDS.toNanos(5), TimeUnit.SECONDS.toNanos(1));

        /** A venue on this machine, whose time may run faster. */
        static final Pauses OF_A_LOCAL_VENUE = new Pauses(0, TimeUnit.MILLISECONDS.toNanos(100));
    }

    TradeFiller(
            final TradeHistory history,
            final Pauses pauses,
            final VenueLink link,
            final StreamTime time,
            final CountDownLatch closed) {
        this.history = history;
        this.pauses = pauses;
        this.link = link;
        this.time = time;
        this.closed = closed;
    }

    /**
     * Fills a gap.
     *
     * @param stream its name.
     * @param missed of the stream.
     * @param gap to be filled.
     * @param backNs when the stream was back, in the venue's time as far as this machine knows it.
     * @param publisher of this thread.
     */
    void fill(
            final String stream,
            final MissedTrades missed,
            final MissedTrades.Gap gap,
            final long backNs,
            final EventPublisher publisher)
            throws InterruptedException {
        if (time.await(closed, pauses.settledNs())) {
            return;
        }
        final long fromNs = missed.fetchFromNs(gap);
        final boolean isForgotten = missed.knownFromNs() > gap.sinceNs();
        final long toNs = endNs(gap, backNs);
        final TradeHistory.Answer answer = history.fetch(new TradeHistory.Request(
                missed.instruments().stream().map(InstrumentDefinition::symbol).toList(),
                new SymbolTable(missed.instruments()),
                fromNs,
                Math.max(fromNs, toNs)));
        if (time.await(closed, pauses.heardNs())) {
            return;
        }
        final List<PastTrade> fetched = answer.trades().stream()
                .sorted(Comparator.comparingLong(PastTrade::timeNs))
                .toList();
        final List<PastTrade> told = missed.missedOf(fetched, gap);
        missed.tell(told, publisher);
        final long lastNs = fetched.isEmpty()
                ? gap.sinceNs()
                : fetched.get(fetched.size() - 1).timeNs();
        missed.filled(gap, Math.max(gap.sinceNs(), lastNs), publisher);
        say(stream, missed, answer, isForgotten, gap, told.size());
    }

    /** A little after the stream was back: what it told since is known. All that there is, if the venue's time is not that of this machine. */
    private static long endNs(final MissedTrades.Gap gap, final long backNs) {
        return gap.sinceNs() > backNs + MINUTE_NS
                ? gap.sinceNs() + TimeUnit.DAYS.toNanos(1)
                : backNs + MissedTrades.OVERLAP_NS;
    }

    private void say(
            final String stream,
            final MissedTrades missed,
            final TradeHistory.Answer answer,
            final boolean isForgotten,
            final MissedTrades.Gap gap,
            final int told) {
        final List<String> parts = new ArrayList<>();
        if (answer.isComplete() || !answer.trades().isEmpty()) {
            parts.add(told + " trades from " + instant(gap.sinceNs()) + " on read from history after the interruption");
        }
        if (answer.bad() > 0) {
            parts.add(answer.bad() + " entries are none, and are left out");
        }
        if (isForgotten) {
            parts.add("the first of them may be missing: too many came since to know them again");
        }
        if (!answer.isComplete()) {
            parts.add("trades of " + incomplete(missed.instruments(), answer.trades(), gap.sinceNs())
                    + " on may be missing after the interruption: " + answer.failure());
        }
        link.onNotice(stream + ": " + String.join("; ", parts));
    }

    /** Answers are by symbol, then by time: the last one that is there ends somewhere, and those that are not there may be to come. */
    private static String incomplete(
            final List<InstrumentDefinition> instruments, final List<PastTrade> trades, final long sinceNs) {
        final Set<Integer> seen = trades.stream().map(PastTrade::instrumentId).collect(Collectors.toSet());
        final List<String> unseen = instruments.stream()
                .filter(instrument -> !seen.contains(instrument.instrumentId()))
                .map(InstrumentDefinition::symbol)
                .toList();
        final List<String> parts = new ArrayList<>();
        if (!trades.isEmpty()) {
            final PastTrade last = trades.get(trades.size() - 1);
            instruments.stream()
                    .filter(instrument -> instrument.instrumentId() == last.instrumentId())
                    .forEach(instrument -> parts.add(instrument.symbol() + " from " + instant(last.timeNs())));
        }
        if (!unseen.isEmpty()) {
            final int named = Math.min(unseen.size(), SYMBOLS_NAMED);
            parts.add(String.join(", ", unseen.subList(0, named))
                    + (named < unseen.size() ? " and " + (unseen.size() - named) + " more" : "") + " from "
                    + instant(sinceNs));
        }
        return String.join(" and of ", parts);
    }

    private static Instant instant(final long ns) {
        return Instant.ofEpochSecond(ns / 1_000_000_000, ns % 1_000_000_000);
    }
}
