package reprise.app.command;

import java.io.PrintStream;
import java.util.function.Consumer;
import reprise.app.output.RecordFields;
import reprise.app.output.RecordFormat;
import reprise.journal.JournalReader;
import reprise.journal.LogReader;
import reprise.message.Envelope;

/** Walks through both logs of a journal in step: each event, then the commands that it caused. */
final class JournalWalk {
    private final JournalReader journal;
    private final RecordFilter filter;
    private final RecordFields record = new RecordFields();
    private long shown;

    JournalWalk(final JournalReader journal, final RecordFilter filter) {
        this.journal = journal;
        this.filter = filter;
    }

    /** Shows every wanted record; what the readers find wrong goes to stderr. */
    void print(final RecordFormat format, final PrintStream out) {
        forEach(wanted -> out.println(format.line(wanted)));
    }

    void forEach(final Consumer<RecordFields> consumer) {
        try (LogReader events = journal.events();
                LogReader commands = journal.commands()) {
            Findings.notePruned(events, "events", journal.metadata());
            Findings.notePruned(commands, "commands", journal.metadata());
            boolean haveCommand = commands.next();
            while (shown < filter.limit() && events.next()) {
                record.decodeEvent(events.buffer(), events.offset());
                final long sequence = record.sequence();
                show(sequence, consumer);
                while (haveCommand && Envelope.causeSequence(commands.buffer(), commands.offset()) <= sequence) {
                    record.decodeCommand(commands.buffer(), commands.offset());
                    show(sequence, consumer);
                    haveCommand = commands.next();
                }
            }
            Findings.warn(journal.findings());
            Findings.warn(events.findings());
            Findings.warn(commands.findings());
        }
    }

    private void show(final long eventSequence, final Consumer<RecordFields> consumer) {
        if (shown < filter.limit() && filter.wants(eventSequence, record.type())) {
            consumer.accept(record);
            shown++;
        }
    }
}
