package reprise.simulation.results;

import java.util.ArrayList;
import java.util.List;
import reprise.execution.PairReason;
import reprise.execution.PairRound;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.signal.Reason;
import reprise.strategy.PairTrade;

/**
 * Watches pairs: what each of their trades came to, by whose reason, and how much was without hedge. Allocates when trades end, and for
 * each pair once.
 */
final class PairRecorder {
    private static final double YEAR_NS = 365.25 * 86_400e9;

    private final ResultSink sink;
    private final List<Watched> pairs = new ArrayList<>();
    private long number;
    private long trades;
    private long wins;
    private long losses;
    private long failures;
    private long pnl;
    private long grossProfit;
    private long grossLoss;
    private double holdNs;
    private long maxUnhedged;
    private long longestUnhedgedNs;
    private long unhedgedTimes;

    PairRecorder(final ResultSink sink) {
        this.sink = sink;
    }

    /** What was said about a pair last, and about its present trade. */
    private static final class Watched {
        final int strategyId;
        final int pairId;
        String said = "";
        double saidZ = Double.NaN;
        double entryZ = Double.NaN;
        double exitZ = Double.NaN;
        String exitReason = "";

        Watched(final int strategyId, final int pairId) {
            this.strategyId = strategyId;
            this.pairId = pairId;
        }

        void entered() {
            entryZ = saidZ;
            exitZ = Double.NaN;
            exitReason = "";
            forget();
        }

        void leaves(final PairReason reason) {
            final boolean isOwn = reason == PairReason.CLOSE_REQUESTED && !said.isEmpty();
            exitReason = isOwn ? said : reason.name();
            exitZ = isOwn ? saidZ : Double.NaN;
            forget();
        }

        private void forget() {
            said = "";
            saidZ = Double.NaN;
        }
    }

    private Watched watched(final int strategyId, final int pairId) {
        for (final Watched pair : pairs) {
            if (pair.strategyId == strategyId && pair.pairId == pairId) {
                return pair;
            }
        }
        final Watched pair = new Watched(strategyId, pairId);
        pairs.add(pair);
        return pair;
    }

    /** A strategy says why it acts; of a pair if the first value says which. */
    void onExplained(final int strategyId, final Reason reason) {
        if (reason.count() == 0 || !reason.label(0).equals("pair")) {
            return;
        }
        final Watched pair = watched(strategyId, (int) reason.value(0));
        pair.said = reason.name();
        pair.saidZ = Double.NaN;
        for (int i = 1; i < reason.count(); i++) {
            if (reason.label(i).equals("z")) {
                pair.saidZ = reason.value(i);
            }
        }
    }

    void onPair(final int strategyId, final PairTrade trade, final PairState to, final PairReason reason) {
        final Watched pair = watched(strategyId, trade.pairId());
        switch (to) {
            case OPENING -> pair.entered();
            case CLOSING, ONE_LEGGED -> pair.leaves(reason);
            case FLAT -> {
                if (trade.round().hasTraded()) {
                    ended(pair, trade);
                }
            }
            case OPEN -> {
                // What is left of a trade goes on.
            }
            default -> throw new IllegalStateException("no such state: " + to);
        }
    }

    private void ended(final Watched pair, final PairTrade trade) {
        final PairRound round = trade.round();
        final long earned = round.pnl();
        pnl = Math.addExact(pnl, earned);
        if (round.wasOpen()) {
            trades++;
            holdNs += round.exitTimeNs() - round.entryTimeNs();
            wins += earned > 0 ? 1 : 0;
            losses += earned < 0 ? 1 : 0;
            grossProfit = Math.addExact(grossProfit, Math.max(earned, 0));
            grossLoss = Math.addExact(grossLoss, Math.min(earned, 0));
        } else {
            failures++;
        }
        sink.onPairTrade(new PairRoundTrip(
                ++number,
                pair.strategyId,
                pair.pairId,
                leg(trade, 0),
                leg(trade, 1),
                round.entryTimeNs(),
                round.exitTimeNs(),
                pair.entryZ,
                pair.exitZ,
                earned,
                round.fees(),
                round.wasOpen(),
                pair.exitReason));
    }

    private static PairRoundTrip.Leg leg(final PairTrade trade, final int leg) {
        final Instrument instrument = trade.instrument(leg);
        final PairRound round = trade.round();
        return new PairRoundTrip.Leg(
                instrument.id(),
                instrument.symbol(),
                round.side(leg),
                round.quantity(leg),
                round.entryPrice(leg),
                round.exitPrice(leg));
    }

    void onHedged(final long notional, final long lastedNs) {
        maxUnhedged = Math.max(maxUnhedged, notional);
        longestUnhedgedNs = Math.max(longestUnhedgedNs, lastedNs);
        unhedgedTimes++;
    }

    /** A day is over: what there is so far. */
    void onDay(final long timeNs, final EquityStatistics perDay, final double maxDrawdown) {
        if (!pairs.isEmpty()) {
            sink.onPairDay(timeNs, statistics(), perDay.sharpe(daysPerYear(perDay)), maxDrawdown);
        }
    }

    /** As many as there were, for the calendar of the data is not asked. */
    private static double daysPerYear(final EquityStatistics perDay) {
        return perDay.returns() * YEAR_NS / (perDay.lastTimeNs() - perDay.firstTimeNs());
    }

    /** Null where no pair ever did anything. */
    PairStatistics statisticsOrNull() {
        return pairs.isEmpty() ? null : statistics();
    }

    private PairStatistics statistics() {
        return new PairStatistics(
                trades,
                wins,
                failures,
                pnl,
                grossProfit,
                grossLoss,
                trades == 0 ? Double.NaN : holdNs / trades,
                kelly(),
                maxUnhedged,
                longestUnhedgedNs,
                unhedgedTimes);
    }

    /** By all trades: w - (1 - w) / (mean win / mean loss). */
    private double kelly() {
        if (trades == 0) {
            return Double.NaN;
        }
        final double won = (double) wins / trades;
        if (wins == 0 || losses == 0) {
            return wins == 0 ? Double.NEGATIVE_INFINITY : won;
        }
        return won - (1 - won) * ((double) -grossLoss / losses) / ((double) grossProfit / wins);
    }
}
