package reprise.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.agrona.DirectBuffer;
import reprise.app.BuildIdentity;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.journal.BaseState;
import reprise.journal.Journal;
import reprise.journal.JournalMetadata;
import reprise.journal.JournalReader;
import reprise.journal.LogReader;
import reprise.journal.ResumePoint;
import reprise.journal.SnapshotStore;
import reprise.journal.StoredSnapshot;
import reprise.journal.SyncPolicy;
import reprise.pipeline.Recovered;
import reprise.port.RecordSource;
import reprise.simulation.remote.EventCounts;
import reprise.simulation.remote.RecoverableSession;

/**
 * A journal whose writer is gone, and the run that goes on with it. Only the program and the configuration that took the decisions on record
 * may: anything else begins a run of its own.
 */
final class TakeOver {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String BOOT = "boot";
    private static final long EVENTS_BETWEEN_CLOCK_READS = 1024;
    private static final long NS_PER_MS = 1_000_000;

    private final Path directory;
    private final JournalMetadata before;
    private StoredSnapshot snapshot;
    private EventCounts countsBefore;

    private TakeOver(final Path directory, final JournalMetadata before) {
        this.directory = directory;
        this.before = before;
    }

    /** Whether there is a journal to go on with. */
    static boolean isDue(final Path directory) {
        return directory != null
                && (JournalReader.isThere(directory) || Files.isDirectory(directory.resolve("events")));
    }

    /**
     * Looks at a journal.
     *
     * @throws ConfigException if it is of another program or configuration.
     */
    static TakeOver of(final Path directory, final RunConfig config) {
        final JournalMetadata metadata = JournalReader.open(directory).metadata();
        final Map<String, String> facts = metadata.facts();
        if (!BuildIdentity.hash().equals(facts.get("buildHash"))) {
            throw new ConfigException(directory + ": written by another build of the program (version "
                    + facts.get("version") + "); go on with that one, or start a new journal (docs/upgrading.md)");
        }
        if (!config.hash().equals(facts.get("configHash"))) {
            throw new ConfigException(directory
                    + ": written under another configuration (it is in conf.yaml there); go on with that one, or start a"
                    + " new journal (docs/upgrading.md)");
        }
        return new TakeOver(directory, metadata);
    }

    /** Facts of this process that the next one to take over wants to know. */
    static Map<String, String> processFacts() {
        final Map<String, String> facts = new LinkedHashMap<>();
        if (Files.isReadable(BOOT_ID)) {
            try {
                facts.put(BOOT, Files.readString(BOOT_ID).strip());
            } catch (final IOException e) {
                // Not known then, as on other systems.
            }
        }
        return facts;
    }

    /** Facts about a run, kept in its journal. */
    static Map<String, String> facts(final RunConfig config, final String runId, final String data) {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("runId", runId);
        facts.put("buildHash", BuildIdentity.hash());
        facts.put("configHash", config.hash());
        facts.put("version", BuildIdentity.version());
        facts.put("data", data);
        facts.putAll(processFacts());
        return facts;
    }

    /** The configuration of the run, its strategies in the places that it keeps. */
    RunConfig placed(final RunConfig config) {
        return config.placed(NewRun.places(before.facts()));
    }

    String runId() {
        return before.facts().get("runId");
    }

    /** What the client order ids of the run begin with. */
    String orderPrefix() {
        return OrderPrefix.of(before.facts());
    }

    /** Locks the journal for this process, and checks what it has behind the last snapshot, or all if there is none. */
    Journal resume(final SyncPolicy syncPolicy) {
        final StoredSnapshot latest = new SnapshotStore(directory, 1).latest();
        latest.findings().forEach(finding -> System.err.println("reprise: " + finding));
        snapshot = latest.isPresent() ? latest : null;
        countsBefore = EventCounts.of(latest.facts());
        try (Progress progress = new Progress("events checked")) {
            return Journal.resume(
                    directory,
                    syncPolicy,
                    processFacts(),
                    countsBefore == null ? null : latest.header(),
                    sequence -> tell(progress, sequence, ""));
        }
    }

    private static void tell(final Progress progress, final long sequence, final String where) {
        if (sequence % EVENTS_BETWEEN_CLOCK_READS == 0) {
            progress.at(sequence, where);
        }
    }

    /**
     * What was written without waiting for the disk is gone after a loss of power. Where the system cannot say whether it was restarted, the
     * answer is no.
     */
    private boolean mayHaveLostItsTail(final SyncPolicy syncPolicy, final ResumePoint point) {
        final String now = processFacts().get(BOOT);
        final String then = point.session() > 2
                ? before.resumptions().get(point.session() - 1 + ".fact." + BOOT)
                : before.facts().get(BOOT);
        final boolean isOtherBoot = now != null && then != null && !now.equals(then);
        final boolean isUnforced =
                syncPolicy.mode() == SyncPolicy.Mode.NONE || syncPolicy.mode() == SyncPolicy.Mode.INTERVAL;
        return isOtherBoot && isUnforced && point.previousState() != JournalMetadata.State.CLOSED;
    }

    /** Brings the session to where the journal ends, and says so. */
    void recover(final RecoverableSession session, final Journal journal, final SyncPolicy syncPolicy) {
        final ResumePoint point = journal.resumePoint();
        if (point.lastEventSequence() == 0) {
            return;
        }
        final boolean tailLost = mayHaveLostItsTail(syncPolicy, point);
        final long beginNanoTime = System.nanoTime();
        dropUnfit(point);
        restore(session, JournalReader.open(directory).base());
        final Recovered recovered;
        try (LogReader events = journal.recordedEvents();
                LogReader commands = journal.recordedCommands();
                Progress progress = new Progress("events recovered")) {
            recovered = session.recover(
                    new Bounded(events, point.lastEventSequence()),
                    new Bounded(commands, point.lastCommandSequence()),
                    tailLost,
                    sequence -> tell(progress, sequence, "of " + Render.count(point.lastEventSequence())));
            if (recovered.events() > 0 || snapshot != null) {
                final long elapsedNs = System.nanoTime() - beginNanoTime;
                System.err.println(notice(point, recovered, elapsedNs, events.passedOver(), tailLost));
            }
        }
    }

    /** A snapshot may have reached the disk when the events that it has seen did not. */
    private void dropUnfit(final ResumePoint point) {
        if (!point.unfit().isEmpty()) {
            System.err.printf(
                    "reprise: the snapshot of event %,d is not used, and everything was checked: %s%n",
                    snapshot.header().sequence(), point.unfit());
            countsBefore = null;
            snapshot = null;
        } else if (snapshot != null && snapshot.header().sequence() > point.lastEventSequence()) {
            snapshot = null;
        }
    }

    private void restore(final RecoverableSession session, final byte[] base) {
        if (snapshot != null) {
            session.restore(snapshot.bytes());
        } else if (base != null) {
            session.restore(base);
        }
        if (countsBefore != null) {
            session.countsOn(countsBefore);
        }
        if (base != null) {
            session.goesOnFromAnother(Long.parseLong(before.facts().getOrDefault(BaseState.MARKET_EVENTS, "0")));
        }
    }

    private String notice(
            final ResumePoint point,
            final Recovered recovered,
            final long elapsedNs,
            final long eventsPassedOver,
            final boolean tailLost) {
        final String restored = snapshot == null
                ? ""
                : "restored as of event " + Render.count(snapshot.header().sequence()) + ", ";
        final String unchecked = eventsPassedOver == 0
                ? ""
                : "; the record was checked from event " + Render.count(point.firstEventChecked())
                        + " on, `reprise journal verify " + directory + "` checks the rest";
        return String.format(
                Locale.ROOT,
                "reprise: recovered %s: its writer %s after event %,d (%s), %s%,d events handled again in %,d ms, %,d"
                        + " commands, %d of them not on record before%s%s",
                runId(),
                ended(point.previousState()),
                recovered.sequence(),
                Render.time(recovered.timeNs()),
                restored,
                recovered.events(),
                elapsedNs / NS_PER_MS,
                recovered.commands(),
                recovered.unrecorded(),
                unchecked,
                tailLost ? "; the machine was restarted since, so the end of the record may be missing" : "");
    }

    private static String ended(final JournalMetadata.State state) {
        return switch (state) {
            case CLOSED -> "stopped";
            case FAILED -> "gave up";
            default -> "died";
        };
    }

    /** The records of a log up to where another writer begins. */
    private record Bounded(LogReader reader, long lastSequence) implements RecordSource {
        @Override
        public boolean next() {
            return reader.sequence() < lastSequence && reader.next();
        }

        @Override
        public long sequenceBefore() {
            return reader.beginsAt() - 1;
        }

        @Override
        public long passedOver() {
            return reader.passedOver();
        }

        @Override
        public DirectBuffer buffer() {
            return reader.buffer();
        }

        @Override
        public int offset() {
            return reader.offset();
        }

        @Override
        public int lengthBytes() {
            return reader.lengthBytes();
        }
    }
}
