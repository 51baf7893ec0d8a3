package reprise.simulation.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reprise.market.InstrumentDefinition;
import reprise.order.ReportedStatus;
import reprise.simulation.contract.OrderNews.Accepted;
import reprise.simulation.contract.OrderNews.Busted;
import reprise.simulation.contract.OrderNews.End;
import reprise.simulation.contract.OrderNews.Fill;
import reprise.simulation.contract.OrderNews.Replaced;
import reprise.simulation.contract.OrderNews.Reported;

/** What was heard of one order so far, in the order in which it was told. Immutable. */
public final class HeardOrder {
    private final InstrumentDefinition instrument;
    private final List<Told<OrderNews>> told;

    HeardOrder(final InstrumentDefinition instrument, final List<Told<OrderNews>> told) {
        this.instrument = instrument;
        this.told = List.copyOf(told);
    }

    /**
     * What was heard after a position.
     *
     * @param position as {@link ContractProbe#position()} gave it.
     * @return the rest.
     */
    public HeardOrder after(final long position) {
        return new HeardOrder(
                instrument,
                told.stream().filter(item -> item.position() > position).toList());
    }

    /**
     * Everything of one kind.
     *
     * @param kind of news.
     * @param <T> the kind.
     * @return in order.
     */
    public <T extends OrderNews> List<T> all(final Class<T> kind) {
        return told.stream()
                .map(Told::news)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /**
     * Whether something of a kind was heard.
     *
     * @param kind of news.
     * @return true if so.
     */
    public boolean has(final Class<? extends OrderNews> kind) {
        return !all(kind).isEmpty();
    }

    /**
     * Whether anything was heard.
     *
     * @return false for silence.
     */
    public boolean isEmpty() {
        return told.isEmpty();
    }

    /**
     * Where something of a kind was heard first.
     *
     * @param kind of news.
     * @return its position; the largest number there is if it was not heard.
     */
    public long positionOf(final Class<? extends OrderNews> kind) {
        return told.stream()
                .filter(item -> kind.isInstance(item.news()))
                .mapToLong(Told::position)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Where something of a kind was heard last.
     *
     * @param kind of news.
     * @return its position; the largest number there is if it was not heard.
     */
    public long positionOfLast(final Class<? extends OrderNews> kind) {
        return told.stream()
                .filter(item -> kind.isInstance(item.news()))
                .mapToLong(Told::position)
                .reduce((before, last) -> last)
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Executions, each once, without those that were taken back: what is told again of these does not count, as in the engine.
     *
     * @return in the order of their first mention.
     */
    public List<Fill> fills() {
        final Map<Long, Fill> fills = new LinkedHashMap<>();
        all(Fill.class).forEach(fill -> fills.putIfAbsent(fill.executionId(), fill));
        all(Busted.class).forEach(busted -> fills.remove(busted.executionId()));
        return new ArrayList<>(fills.values());
    }

    /**
     * What has traded.
     *
     * @return sum of {@link #fills()}.
     */
    public long filledQuantity() {
        return fills().stream().mapToLong(Fill::quantity).sum();
    }

    /**
     * Whether it is over.
     *
     * @return true if it was told as filled, cancelled, expired or rejected, or reported as one of these.
     */
    public boolean isEnded() {
        return has(End.class) || isFilled() || reported() != null && reported().status() != ReportedStatus.WORKING;
    }

    /**
     * Whether a fill was told as its last.
     *
     * @return true if so.
     */
    public boolean isFilled() {
        return all(Fill.class).stream().anyMatch(Fill::isLast);
    }

    /**
     * Whether the venue works it, as far as was heard.
     *
     * @return true if it was taken and has not ended.
     */
    public boolean isWorking() {
        final boolean isTaken = has(Accepted.class) || has(Fill.class) || has(Replaced.class) || reported() != null;
        return isTaken && !isEnded();
    }

    /**
     * The last answer to a question.
     *
     * @return null for none.
     */
    public Reported reported() {
        final List<Reported> all = all(Reported.class);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    @Override
    public String toString() {
        return told.isEmpty()
                ? "nothing"
                : told.stream().map(item -> item.news().describe(instrument)).collect(Collectors.joining(", "));
    }
}
