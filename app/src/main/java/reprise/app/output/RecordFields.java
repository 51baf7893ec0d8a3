package reprise.app.output;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.DirectBuffer;
import reprise.message.CommandDispatcher;
import reprise.message.CommandPrinter;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPrinter;
import reprise.message.FieldWriter;
import reprise.message.InstrumentScales;
import reprise.message.Templates;

/**
 * One record of a journal, decoded into named fields. Reused from record to record; remembers the instruments that were defined, so feed it
 * every event in order, also those that are not shown.
 */
public final class RecordFields {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final EventDispatcher events;
    private final CommandDispatcher commands;
    private boolean command;
    private long sequence;
    private long causeSequence;
    private long timeNs;
    private String type;

    /** No record yet. */
    public RecordFields() {
        final InstrumentScales scales = new InstrumentScales();
        final FieldWriter writer = new Collector();
        events = new EventDispatcher(new EventPrinter(writer, scales));
        commands = newCommands(new CommandPrinter(writer, scales));
    }

    /**
     * Decodes an event.
     *
     * @param buffer holding it.
     * @param offset at which it begins.
     */
    public void decodeEvent(final DirectBuffer buffer, final int offset) {
        begin(buffer, offset);
        command = false;
        events.dispatch(buffer, offset);
    }

    /**
     * Decodes a command.
     *
     * @param buffer holding it.
     * @param offset at which it begins.
     */
    public void decodeCommand(final DirectBuffer buffer, final int offset) {
        begin(buffer, offset);
        command = true;
        causeSequence = Envelope.causeSequence(buffer, offset);
        commands.dispatch(buffer, offset);
    }

    private void begin(final DirectBuffer buffer, final int offset) {
        fields.clear();
        sequence = Envelope.sequence(buffer, offset);
        timeNs = Envelope.timeNs(buffer, offset);
        type = Templates.name(Envelope.templateId(buffer, offset));
    }

    /**
     * Whether this is a command.
     *
     * @return false for an event.
     */
    public boolean isCommand() {
        return command;
    }

    /**
     * Its place in its log.
     *
     * @return from 1.
     */
    public long sequence() {
        return sequence;
    }

    /**
     * The event that caused a command.
     *
     * @return its sequence.
     */
    public long causeSequence() {
        return causeSequence;
    }

    /**
     * Engine time.
     *
     * @return nanoseconds since the epoch.
     */
    public long timeNs() {
        return timeNs;
    }

    /**
     * The name of the message.
     *
     * @return as in the schema.
     */
    public String type() {
        return type;
    }

    /**
     * Its fields by name, in order.
     *
     * @return valid until the next record; a value that has a unit shows it as text.
     */
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Collects what a printer names. */
    private final class Collector implements FieldWriter {
        @Override
        public void number(final String name, final long value) {
            fields.put(name, value);
        }

        @Override
        public void decimal(final String name, final long value, final int decimals) {
            fields.put(
                    name,
                    decimals == InstrumentScales.UNKNOWN_DECIMALS
                            ? BigDecimal.valueOf(value)
                            : BigDecimal.valueOf(value, decimals));
        }

        @Override
        public void measure(final String name, final long value, final int decimals, final String unit) {
            fields.put(name, new Measure(BigDecimal.valueOf(value, decimals), unit));
        }

        @Override
        public void time(final String name, final long valueNs) {
            fields.put(name, Render.time(valueNs));
        }

        @Override
        public void text(final String name, final String value) {
            fields.put(name, value);
        }
    }

    private static CommandDispatcher newCommands(final CommandPrinter printer) {
        return new CommandDispatcher(printer, printer);
    }
}
