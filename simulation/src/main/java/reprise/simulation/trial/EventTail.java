package reprise.simulation.trial;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.CommandDispatcher;
import reprise.message.CommandPrinter;
import reprise.message.Envelope;
import reprise.message.EventDispatcher;
import reprise.message.EventPrinter;
import reprise.message.FieldWriter;
import reprise.message.InstrumentScales;
import reprise.message.Templates;
import reprise.number.Decimals;

/** Remembers the last records of both logs, and says them in words when something went wrong. */
final class EventTail {
    /** How many events are told of a failure, each with its commands. */
    static final int LENGTH = 30;

    private static final int NS_PER_SECOND = 1_000_000_000;
    private static final int COMMANDS_PER_EVENT = 8;

    private final Deque<byte[]> events = new ArrayDeque<>();
    private final Deque<byte[]> commands = new ArrayDeque<>();
    private final List<byte[]> definitions = new ArrayList<>();

    void event(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        keep(events, LENGTH, buffer, offset, lengthBytes);
        if (definitions.size() < 4 && name(events.getLast()).equals("InstrumentDefined")) {
            definitions.add(events.getLast());
        }
    }

    void command(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        keep(commands, LENGTH * COMMANDS_PER_EVENT, buffer, offset, lengthBytes);
    }

    private static void keep(
            final Deque<byte[]> records,
            final int limit,
            final DirectBuffer buffer,
            final int offset,
            final int lengthBytes) {
        if (records.size() == limit) {
            records.removeFirst();
        }
        final byte[] bytes = new byte[lengthBytes];
        buffer.getBytes(offset, bytes);
        records.addLast(bytes);
    }

    private static String name(final byte[] record) {
        return Templates.name(Envelope.templateId(new UnsafeBuffer(record), 0));
    }

    /** One line an event, and one for each command that it caused, indented. */
    List<String> lines() {
        final Lines lines = new Lines();
        definitions.forEach(lines::learn);
        final List<String> all = new ArrayList<>();
        for (final byte[] event : events) {
            all.add(lines.event(event));
            final long sequence = Envelope.sequence(new UnsafeBuffer(event), 0);
            causedBy(sequence).forEach(command -> all.add("    -> " + lines.command(command)));
        }
        return all;
    }

    private Stream<byte[]> causedBy(final long sequence) {
        return commands.stream().filter(command -> Envelope.causeSequence(new UnsafeBuffer(command), 0) == sequence);
    }

    /** Puts records into words. */
    private static final class Lines implements FieldWriter {
        private final InstrumentScales scales = new InstrumentScales();
        private final EventDispatcher events = new EventDispatcher(new EventPrinter(this, scales));
        private final CommandDispatcher commands;
        private final StringBuilder line = new StringBuilder();

        Lines() {
            final CommandPrinter printer = new CommandPrinter(this, scales);
            commands = new CommandDispatcher(printer, printer);
        }

        void learn(final byte[] definition) {
            events.dispatch(new UnsafeBuffer(definition), 0);
        }

        String event(final byte[] record) {
            final DirectBuffer buffer = begin(record);
            number("sequence", Envelope.sequence(buffer, 0));
            time("time", Envelope.timeNs(buffer, 0));
            events.dispatch(buffer, 0);
            return line.toString();
        }

        String command(final byte[] record) {
            commands.dispatch(begin(record), 0);
            return line.toString();
        }

        private DirectBuffer begin(final byte[] record) {
            line.setLength(0);
            line.append(name(record));
            return new UnsafeBuffer(record);
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
            final Instant time =
                    Instant.ofEpochSecond(Math.floorDiv(timeNs, NS_PER_SECOND), Math.floorMod(timeNs, NS_PER_SECOND));
            text(name, time.toString());
        }

        @Override
        public void text(final String name, final String value) {
            line.append(' ').append(name).append('=').append(value);
        }
    }
}
