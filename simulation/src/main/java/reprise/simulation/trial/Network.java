package reprise.simulation.trial;

import java.util.stream.IntStream;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Envelope;
import reprise.message.EventPublisher;
import reprise.message.Outlet;
import reprise.message.Templates;
import reprise.simulation.trial.Wire.Cut;

/** The wires between engine and venue, and the connection over which orders and reports go: it breaks, and comes back. */
final class Network {
    private static final long MIN_OUTAGE_NS = 50_000_000;
    private static final long MAX_OUTAGE_NS = 9_000_000_000L;
    private static final long MAX_RESPITE_NS = 2_000_000_000L;
    private static final long MIN_STALE_NS = 20_000_000_000L;
    private static final long MAX_STALE_NS = 150_000_000_000L;
    private static final int MOST_OUTAGES = 5;

    private static final boolean[] IS_MARKET_DATA = new boolean[200];

    static {
        IntStream.range(1, IS_MARKET_DATA.length)
                .forEach(id -> IS_MARKET_DATA[id] = switch (Templates.name(id)) {
                    case "BarClosed", "Quote", "Trade", "BookLevel", "BookCleared", "InstrumentStatusChanged" -> true;
                    default -> false;
                });
    }

    private final VirtualClock clock;
    private final Faults faults;
    private final EventPublisher adapter;
    private final Wire commands;
    private final Wire reports;
    private final Wire data;
    private int outagesLeft;
    private boolean broken;
    private boolean announced;
    private long changeNs = Long.MAX_VALUE;

    /**
     * Wires that nothing has gone wrong with.
     *
     * @param clock of the trial.
     * @param faults of the trial.
     * @param adapter says to the engine that the connection is lost or back.
     */
    Network(final VirtualClock clock, final Faults faults, final EventPublisher adapter) {
        this.clock = clock;
        this.faults = faults;
        this.adapter = adapter;
        commands = new Wire(
                clock,
                faults,
                new Wire.Kinds(
                        FaultKind.COMMAND_LOST,
                        FaultKind.COMMAND_DUPLICATED,
                        FaultKind.COMMAND_REORDERED,
                        FaultKind.COMMAND_DELAYED));
        reports = new Wire(
                clock,
                faults,
                new Wire.Kinds(
                        FaultKind.REPORT_LOST,
                        FaultKind.REPORT_DUPLICATED,
                        FaultKind.REPORT_REORDERED,
                        FaultKind.REPORT_DELAYED));
        data = new Wire(clock, faults, new Wire.Kinds(FaultKind.DATA_LOST, null, null, null));
    }

    Wire commands() {
        return commands;
    }

    Wire reports() {
        return reports;
    }

    Wire data() {
        return data;
    }

    /** What the venue publishes: market data goes one way, all else another. */
    Outlet fromVenue() {
        return new Outlet() {
            private final UnsafeBuffer draft = new UnsafeBuffer(new byte[MAX_MESSAGE_LENGTH_BYTES]);

            @Override
            public MutableDirectBuffer claim() {
                return draft;
            }

            @Override
            public void end(final int lengthBytes) {
                final Wire wire = IS_MARKET_DATA[Envelope.templateId(draft, 0)] ? data : reports;
                wire.claim().putBytes(0, draft, 0, lengthBytes);
                wire.end(lengthBytes);
            }
        };
    }

    /** When the connection breaks or comes back next; {@link Long#MAX_VALUE} for never. */
    long nextChangeNs() {
        return changeNs;
    }

    /** The market has moved on: things may go wrong. */
    void moment() {
        if (changeNs == Long.MAX_VALUE && faults.strikes(FaultKind.DISCONNECTED)) {
            outagesLeft = (int) between(1, MOST_OUTAGES);
            changeNs = clock.nowNs();
        }
        if (faults.strikes(FaultKind.DATA_STALE)) {
            data.holdUntil(clock.nowNs() + faults.between(FaultKind.DATA_STALE, MIN_STALE_NS, MAX_STALE_NS));
        }
    }

    private long between(final long low, final long high) {
        return faults.between(FaultKind.DISCONNECTED, low, high);
    }

    /** The connection breaks, or comes back. */
    void change() {
        if (broken) {
            restore();
        } else {
            breakOff();
        }
    }

    private void breakOff() {
        broken = true;
        outagesLeft--;
        announced = between(0, 1) == 0;
        changeNs = clock.nowNs() + between(MIN_OUTAGE_NS, MAX_OUTAGE_NS);
        final Cut[] cuts = Cut.values();
        final int commandCut = (int) between(0, cuts.length - 1);
        final int reportCut = (int) between(commandCut == 0 ? 1 : 0, cuts.length - 1);
        commands.cut(cuts[commandCut], changeNs);
        reports.cut(cuts[reportCut], changeNs);
        if (announced) {
            adapter.onVenueDisconnected(0);
        }
    }

    private void restore() {
        broken = false;
        changeNs = outagesLeft > 0 ? clock.nowNs() + between(0, MAX_RESPITE_NS) : Long.MAX_VALUE;
        commands.mend();
        reports.mend();
        if (announced) {
            adapter.onVenueConnected(0);
        }
    }

    /** Everything is well from now on. */
    void mend() {
        outagesLeft = 0;
        if (broken) {
            restore();
        }
        changeNs = Long.MAX_VALUE;
    }

    /** The process that listened is gone: what is on the way to it is lost, what it has sent arrives. */
    void hangUp() {
        outagesLeft = 0;
        broken = false;
        changeNs = Long.MAX_VALUE;
        commands.mend();
        reports.mend();
        reports.drop();
        data.drop();
    }

    /** When the next message arrives anywhere; {@link Long#MAX_VALUE} for never. */
    long nextDueNs() {
        return Math.min(commands.nextDueNs(), Math.min(reports.nextDueNs(), data.nextDueNs()));
    }
}
