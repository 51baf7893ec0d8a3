package reprise.simulation.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.order.Side;
import reprise.simulation.market.TickSource;

/**
 * The ticks of one kind of one instrument in several files, which follow one another in time. One file is open at a time. Where a file of
 * book levels ends and another follows, the book is cleared: the next file knows nothing of the one before it.
 */
public final class TickChain implements TickSource {
    private final TickKind tickKind;
    private final String symbol;
    private final ReadOptions options;
    private final List<Link> links = new ArrayList<>();
    private final List<TickReader> readers = new ArrayList<>();
    private TickReader current;
    private boolean clears;
    private long timeNs;

    private record Link(TickFile file, long firstTimeNs) {}

    /**
     * Looks for the first tick of each file.
     *
     * @param files in any order; those that hold none of the kind are left out
     * @param tickKind which ticks
     * @param symbol of the instrument
     * @param options how they are read
     * @throws DataException if a file cannot be read, or its first row is bad and the policy says to stop
     */
    public TickChain(
            final List<TickFile> files, final TickKind tickKind, final String symbol, final ReadOptions options) {
        this.tickKind = tickKind;
        this.symbol = symbol;
        this.options = options;
        for (final TickFile file : files) {
            if (file.kinds().contains(tickKind)) {
                try (TickReader reader = file.open(tickKind, symbol, options)) {
                    if (reader.next()) {
                        links.add(new Link(file, reader.timeNs()));
                    } else {
                        readers.add(reader);
                    }
                }
            }
        }
        links.sort(Comparator.comparingLong(Link::firstTimeNs));
    }

    /**
     * Whether no file holds a tick of the kind.
     *
     * @return whether {@link #next()} will return false at once.
     */
    public boolean isEmpty() {
        return links.isEmpty();
    }

    /**
     * Which ticks these are.
     *
     * @return the kind.
     */
    public TickKind tickKind() {
        return tickKind;
    }

    /**
     * The readers so far, with what they met.
     *
     * @return those of files without such a tick first, then those that were opened, in order of time.
     */
    public List<TickReader> readers() {
        return List.copyOf(readers);
    }

    @Override
    public boolean next() {
        clears = false;
        while (current == null || !current.next()) {
            if (current != null) {
                current.close();
            }
            if (links.isEmpty()) {
                return false;
            }
            clears = current != null && tickKind == TickKind.BOOK;
            current = links.get(0).file().open(tickKind, symbol, options);
            readers.add(current);
            links.remove(0);
            if (clears) {
                return true;
            }
        }
        timeNs = current.timeNs();
        if (!links.isEmpty() && timeNs > links.get(0).firstTimeNs()) {
            throw new DataException(
                    current.facts().source() + " and " + links.get(0).file() + " both have " + tickKind
                            + " of " + symbol + " at " + UtcText.of(timeNs)
                            + "; files of one instrument must follow one another in"
                            + " time: name one of them");
        }
        return true;
    }

    @Override
    public Kind kind() {
        return clears ? Kind.CLEARED : current.kind();
    }

    @Override
    public long timeNs() {
        return timeNs;
    }

    @Override
    public long bidPrice() {
        return current.bidPrice();
    }

    @Override
    public long bidQuantity() {
        return current.bidQuantity();
    }

    @Override
    public long askPrice() {
        return current.askPrice();
    }

    @Override
    public long askQuantity() {
        return current.askQuantity();
    }

    @Override
    public long price() {
        return current.price();
    }

    @Override
    public long quantity() {
        return current.quantity();
    }

    @Override
    public Side side() {
        return current.side();
    }

    @Override
    public Aggressor aggressor() {
        return current.aggressor();
    }

    @Override
    public InstrumentStatus status() {
        return current.status();
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
    }
}
