package reprise.simulation.backtest;

import java.time.Instant;
import org.agrona.DirectBuffer;
import reprise.message.CommandDispatcher;
import reprise.message.CommandPrinter;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPrinter;
import reprise.message.FieldWriter;
import reprise.message.InstrumentScales;
import reprise.message.Templates;
import reprise.number.Decimals;

/** Puts a record into one readable line. Must have seen the definitions of the instruments first. Allocates. */
public final class RecordText implements FieldWriter {
    private static final String DEFINITION = "InstrumentDefined";
    private static final int NS_PER_SECOND = 1_000_000_000;

    private final InstrumentScales scales = new InstrumentScales();
    private final EventDispatcher events = new EventDispatcher(new EventPrinter(this, scales));
    private final CommandDispatcher commands = newCommands(new CommandPrinter(this, scales));
    private final StringBuilder line = new StringBuilder();

    /**
     * Learns the decimals of an instrument; other events mean nothing to it.
     *
     * @param event any.
     * @param offset at which it begins.
     */
    public void learn(final DirectBuffer event, final int offset) {
        if (DEFINITION.equals(Templates.name(Envelope.templateId(event, offset)))) {
            events.dispatch(event, offset);
        }
    }

    /**
     * A command in words.
     *
     * @param command at offset 0; null for none.
     * @return the line; {@link Divergence#NOTHING} for none, and what is wrong where the bytes are no command at all.
     */
    public String ofCommand(final DirectBuffer command) {
        return of(command, "cause", () -> commands.dispatch(command, 0));
    }

    /**
     * An event in words.
     *
     * @param event at offset 0; null for none.
     * @return the line; {@link Divergence#NOTHING} for none, and what is wrong where the bytes are no event at all.
     */
    public String ofEvent(final DirectBuffer event) {
        return of(event, null, () -> events.dispatch(event, 0));
    }

    private String of(final DirectBuffer record, final String cause, final Runnable fields) {
        if (record == null) {
            return Divergence.NOTHING;
        }
        line.setLength(0);
        line.append(Templates.name(Envelope.templateId(record, 0)));
        number("sequence", Envelope.sequence(record, 0));
        if (cause != null) {
            number(cause, Envelope.causeSequence(record, 0));
        }
        time("time", Envelope.timeNs(record, 0));
        try {
            fields.run();
        } catch (final IllegalStateException | IndexOutOfBoundsException e) {
            line.append(" unreadable: ").append(e.getMessage());
        }
        return line.toString();
    }

    @Override
    public void number(final String name, final long value) {
        text(name, Long.toString(value));
    }

    @Override
    public void decimal(final String name, final long value, final int decimals) {
        text(name, decimals < 0 ? Long.toString(value) : Decimals.formatShort(value, decimals));
    }

    @Override
    public void measure(final String name, final long value, final int decimals, final String unit) {
        text(name, Decimals.formatShort(value, decimals) + unit);
    }

    @Override
    public void time(final String name, final long timeNs) {
        text(
                name,
                Instant.ofEpochSecond(Math.floorDiv(timeNs, NS_PER_SECOND), Math.floorMod(timeNs, NS_PER_SECOND))
                        .toString());
    }

    @Override
    public void text(final String name, final String value) {
        line.append(' ').append(name).append('=').append(value);
    }

    private static CommandDispatcher newCommands(final CommandPrinter printer) {
        return new CommandDispatcher(printer, printer);
    }
}
