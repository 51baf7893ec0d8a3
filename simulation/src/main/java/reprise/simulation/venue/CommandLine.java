package reprise.simulation.venue;

import reprise.message.EngineCommands;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.simulation.venue.SentCommand.Kind;

/**
 * The way from the engine to the venue. Commands arrive in order, each after a delay from the moment at which the engine was; some are lost
 * or held up. Allocates only to grow.
 */
final class CommandLine extends DueQueue implements EngineCommands {
    private static final int INITIAL_COMMANDS = 8;
    private static final int MAX_UNDER_WAY = 1 << 16;

    private final EngineCommands desk;
    private final VenueClock clock;
    private final Agenda.Sequence sequences;
    private final DelaySampler delay;
    private final VenueConnection connection;
    private SentCommand[] commands = new SentCommand[INITIAL_COMMANDS];
    private int first;
    private int count;
    private long lastDueNs = Long.MIN_VALUE;
    private boolean ended;

    CommandLine(
            final EngineCommands desk,
            final VenueClock clock,
            final Agenda.Sequence sequences,
            final DelaySampler delay,
            final VenueConnection connection) {
        this.desk = desk;
        this.clock = clock;
        this.sequences = sequences;
        this.delay = delay;
        this.connection = connection;
        for (int i = 0; i < INITIAL_COMMANDS; i++) {
            commands[i] = new SentCommand();
        }
    }

    /** Nothing arrives any more. */
    void end() {
        ended = true;
        count = 0;
        tellNext();
    }

    private SentCommand next(final Kind kind, final long orderId, final int instrumentId, final int number) {
        if (count == commands.length) {
            grow();
        }
        final SentCommand command = commands[first + count & commands.length - 1];
        command.kind = kind;
        command.orderId = orderId;
        command.instrumentId = instrumentId;
        command.number = number;
        return command;
    }

    private void grow() {
        final int length = commands.length;
        if (length == MAX_UNDER_WAY) {
            throw new IllegalStateException("too many commands are under way: " + length);
        }
        final SentCommand[] grown = new SentCommand[2 * length];
        for (int i = 0; i < grown.length; i++) {
            grown[i] = i < length ? commands[first + i & length - 1] : new SentCommand();
        }
        commands = grown;
        first = 0;
    }

    private void send(final SentCommand command) {
        if (ended || connection.losesCommands()) {
            return;
        }
        long arrivalNs = Math.max(lastDueNs, clock.engineNs() + delay.nextNs());
        if (connection.delays()) {
            arrivalNs = Math.max(arrivalNs, connection.windowEndNs());
        }
        lastDueNs = arrivalNs;
        if (count == 0 && arrivalNs <= clock.venueNs()) {
            command.deliverTo(desk);
            return;
        }
        command.dueNs = arrivalNs;
        command.sequence = sequences.next();
        count++;
        tellNext();
    }

    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final SentCommand command = next(Kind.SUBMIT, orderId, instrumentId, strategyId);
        command.terms.set(terms);
        send(command);
    }

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {
        final SentCommand command = next(Kind.SUBMIT_CASH, orderId, instrumentId, strategyId);
        command.terms.set(terms);
        send(command);
    }

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        final SentCommand command = next(Kind.SUBMIT_GROUP, group.firstOrderId(), instrumentId, strategyId);
        command.group.set(group);
        send(command);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        send(next(Kind.CANCEL, orderId, instrumentId, 0));
    }

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        final SentCommand command = next(Kind.REPLACE, orderId, instrumentId, revision);
        command.terms.quantity(quantity).limitPrice(limitPrice).stopPrice(stopPrice);
        send(command);
    }

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {
        send(next(Kind.QUERY, orderId, instrumentId, 0));
    }

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {
        send(next(Kind.RECONCILE, sinceNs, 0, venueId));
    }

    private void tellNext() {
        if (count == 0) {
            nextIsNever();
        } else {
            nextIs(commands[first].dueNs, commands[first].sequence);
        }
    }

    @Override
    void run() {
        final SentCommand command = commands[first];
        clock.advanceTo(command.dueNs);
        command.deliverTo(desk);
        first = first + 1 & commands.length - 1;
        count--;
        tellNext();
    }
}
