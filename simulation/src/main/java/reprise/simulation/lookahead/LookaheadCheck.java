package reprise.simulation.lookahead;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.agrona.DirectBuffer;
import reprise.message.Envelope;
import reprise.simulation.backtest.RecordText;

/**
 * Cuts the future off, or replaces it by garbage, at many moments, and holds the events and commands up to each cut against those of the run on
 * all data, byte for byte. What differs knew the future: a strategy, an indicator, the venue's fills, or the reading of the data.
 */
public final class LookaheadCheck {
    private final Experiment experiment;
    private final List<PriceData> data;
    private Moments all;

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * So much is done; called on the thread that called the check.
         *
         * @param done runs.
         * @param all runs.
         */
        void at(int done, int all);
    }

    /**
     * A check that has not begun.
     *
     * @param experiment what is run.
     * @param data on what.
     */
    public LookaheadCheck(final Experiment experiment, final List<? extends PriceData> data) {
        this.experiment = experiment;
        this.data = List.copyOf(data);
    }

    /**
     * Cuts. Where there are more moments than cuts, half of the cuts are at moments at which something was decided, half are spread over all.
     *
     * @param maxCuts the most cuts, each of which is two runs of all that is before it.
     * @param threads that run them.
     * @param progress is told how far it is.
     * @return what came of it.
     * @throws InterruptedException if the calling thread is interrupted.
     */
    public LookaheadResult run(final int maxCuts, final int threads, final Progress progress)
            throws InterruptedException {
        all = Run.upTo(Long.MAX_VALUE, experiment, data);
        final List<Integer> cuts = new ArrayList<>(chooseCuts(maxCuts));
        final Map<Future, TreeSet<Integer>> leaking = new EnumMap<>(Future.class);
        for (final Future future : Future.values()) {
            leaking.put(future, new TreeSet<>());
        }
        cutAll(cuts, threads, progress, leaking);
        final List<Leak> leaks = new ArrayList<>();
        final NavigableSet<Integer> leakingCuts = new TreeSet<>();
        leaking.forEach((future, found) -> {
            leakingCuts.addAll(found);
            if (!found.isEmpty()) {
                leaks.add(leak(found.first(), future));
            }
        });
        final int atDecisions = (int) cuts.stream().filter(all::isDecision).count();
        return new LookaheadResult(all.count(), cuts.size(), atDecisions, leakingCuts.size(), leaks);
    }

    private NavigableSet<Integer> chooseCuts(final int maxCuts) {
        final NavigableSet<Integer> cuts = new TreeSet<>();
        if (all.count() <= maxCuts) {
            for (int i = 0; i < all.count(); i++) {
                cuts.add(i);
            }
            return cuts;
        }
        final int[] decisions = new int[all.count()];
        int count = 0;
        for (int i = 0; i < all.count(); i++) {
            if (all.isDecision(i)) {
                decisions[count++] = i;
            }
        }
        final int atDecisions = Math.min(count, maxCuts / 2);
        for (int i = 0; i < atDecisions; i++) {
            cuts.add(decisions[(int) ((long) i * count / atDecisions)]);
        }
        final int spread = maxCuts - atDecisions;
        for (int i = 0; i < spread; i++) {
            cuts.add((int) ((long) (i + 1) * all.count() / spread) - 1);
        }
        return cuts;
    }

    private void cutAll(
            final List<Integer> cuts,
            final int threads,
            final Progress progress,
            final Map<Future, TreeSet<Integer>> leaking)
            throws InterruptedException {
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            final CompletionService<Cut> runs = new ExecutorCompletionService<>(pool);
            for (final int cut : cuts) {
                for (final Future future : Future.values()) {
                    runs.submit(() -> new Cut(cut, future, leaks(cut, future)));
                }
            }
            final int count = cuts.size() * Future.values().length;
            for (int done = 1; done <= count; done++) {
                final Cut cut = runs.take().get();
                if (cut.leaks) {
                    leaking.get(cut.future).add(cut.index);
                }
                progress.at(done, count);
            }
        } catch (final ExecutionException e) {
            throw new IllegalStateException("a run on data that was cut failed: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private record Cut(int index, Future future, boolean leaks) {}

    private boolean leaks(final int cut, final Future future) {
        final long timeNs = all.timeNs(cut);
        return !all.isEqual(cut, Run.upTo(timeNs, experiment, Run.cut(data, timeNs, future)));
    }

    /** Finds what differs first, by running both once more. */
    private Leak leak(final int cut, final Future future) {
        final long cutNs = all.timeNs(cut);
        final RecordTrail events = RecordTrail.kept();
        final RecordTrail commands = RecordTrail.kept();
        Run.upTo(cutNs, experiment, data, events, commands);
        final RecordTrail otherEvents = events.compared();
        final RecordTrail otherCommands = commands.compared();
        Run.upTo(cutNs, experiment, Run.cut(data, cutNs, future), otherEvents, otherCommands);

        final RecordText text = new RecordText();
        final RecordTrail event = RecordTrail.catching(otherEvents.firstDifference(), text);
        final RecordTrail command = RecordTrail.catching(otherCommands.firstDifference(), null);
        Run.upTo(cutNs, experiment, data, event, command);
        // A command that differs makes the event differ that answers it; and the other way about.
        final boolean isCommand = sequence(command, otherCommands, true) < sequence(event, otherEvents, false);
        final RecordTrail expected = isCommand ? command : event;
        final RecordTrail actual = isCommand ? otherCommands : otherEvents;
        final DirectBuffer shown = expected.record() == null ? actual.record() : expected.record();
        return new Leak(
                future,
                cutNs,
                cut + 1,
                shown == null ? cutNs : Envelope.timeNs(shown, 0),
                isCommand,
                actual.firstDifference() + 1,
                isCommand ? text.ofCommand(expected.record()) : text.ofEvent(expected.record()),
                isCommand ? text.ofCommand(actual.record()) : text.ofEvent(actual.record()));
    }

    /** The sequence of the event that a difference is at, or because of which it is; none is the last. */
    private static long sequence(final RecordTrail expected, final RecordTrail actual, final boolean isCommand) {
        final DirectBuffer record = expected.record() == null ? actual.record() : expected.record();
        if (record == null) {
            return Long.MAX_VALUE;
        }
        return isCommand ? Envelope.causeSequence(record, 0) : Envelope.sequence(record, 0);
    }
}
