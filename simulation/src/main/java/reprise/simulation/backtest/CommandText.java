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

/** Puts a command into one readable line. Must have seen the definitions of the instruments first. Allocates. */
final class CommandText implements FieldWriter {
    private static final String DEFINITION = "InstrumentDefined";
    private static final int NS_PER_SECOND = 1_000_000_000;

    private final InstrumentScales scales = new InstrumentScales();
    private final EventDispatcher definitions = new EventDispatcher(new EventPrinter(this, scales));
    private final CommandDispatcher commands = newCommands(new CommandPrinter(this, scales));
    private final StringBuilder line = new StringBuilder();

    /** Learns the decimals of an instrument; other events mean nothing to it. */
    void learn(final DirectBuffer event, final int offset) {
        if (DEFINITION.equals(Templates.name(Envelope.templateId(event, offset)))) {
            definitions.dispatch(event, offset);
        }
    }

    /** Returns {@link Divergence#NOTHING} for null, and hexadecimal digits where the bytes are no command at all. */
    String of(final DirectBuffer command) {
        if (command == null) {
            return Divergence.NOTHING;
        }
        line.setLength(0);
        line.append(Templates.name(Envelope.templateId(command, 0)));
        number("sequence", Envelope.sequence(command, 0));
        number("cause", Envelope.causeSequence(command, 0));
        time("time", Envelope.timeNs(command, 0));
        try {
            commands.dispatch(command, 0);
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
