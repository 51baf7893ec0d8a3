package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reprise.message.Envelope;

/** Reads a log from its first byte to its last and tells its rolls apart. For one use; single-threaded. */
final class RollInventory {
    private final Path directory;
    private final LogReader reader;
    private final boolean isCommands;
    private final Map<String, Roll> found = new HashMap<>();
    private String name = "";
    private long firstSequence;
    private long lastSequence;
    private long lastTimeNs;
    private long chain;
    private long lastCause;

    private RollInventory(final Path directory, final LogReader reader, final boolean isCommands) {
        this.directory = directory;
        this.reader = reader;
        this.isCommands = isCommands;
    }

    /**
     * Reads a log.
     *
     * @param directory of the log.
     * @param reader of it, before its first record; at its end afterwards, when its findings say whether the rolls are all of the log.
     * @param isCommands whether its records say which event they were decided at.
     * @return its rolls, the oldest first.
     * @throws IOException if a file cannot be looked at.
     */
    static List<Roll> read(final Path directory, final LogReader reader, final boolean isCommands) throws IOException {
        final RollInventory inventory = new RollInventory(directory, reader, isCommands);
        while (reader.next()) {
            inventory.take();
        }
        inventory.leaveRoll();
        return inventory.rolls();
    }

    private void take() throws IOException {
        if (!reader.fileName().equals(name)) {
            leaveRoll();
            name = reader.fileName();
            firstSequence = reader.sequence();
        }
        lastSequence = reader.sequence();
        lastTimeNs = reader.timeNs();
        chain = reader.chain();
        if (isCommands && reader.lengthBytes() >= Frame.COMMAND_BYTES_MIN) {
            lastCause = Math.max(lastCause, Envelope.causeSequence(reader.buffer(), reader.offset()));
        }
    }

    private void leaveRoll() throws IOException {
        if (!name.isEmpty()) {
            final LogStart end = new LogStart(lastSequence, lastTimeNs, chain, name, false);
            found.put(name, roll(name, firstSequence, lastCause, end));
        }
    }

    private Roll roll(final String file, final long first, final long cause, final LogStart end) throws IOException {
        final boolean isCompressed = !Files.exists(directory.resolve(file));
        return new Roll(file, isCompressed, Files.size(LogFiles.stored(directory, file)), first, cause, end);
    }

    private List<Roll> rolls() throws IOException {
        final List<Roll> rolls = new ArrayList<>();
        final LogStart start = LogStart.read(directory);
        LogStart end = start;
        for (final String file : start.remaining(LogFiles.names(directory))) {
            final Roll roll = found.containsKey(file) ? found.get(file) : roll(file, 0, 0, end.upTo(file));
            rolls.add(roll);
            end = roll.end();
        }
        return rolls;
    }
}
