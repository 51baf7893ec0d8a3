package reprise.app.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reprise.app.VerificationException;
import reprise.app.config.ConfigException;
import reprise.app.config.ConfigParts;
import reprise.app.config.Nearest;
import reprise.app.config.RunConfig;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.journal.BaseState;
import reprise.journal.JournalEnd;
import reprise.journal.JournalReader;
import reprise.journal.SnapshotStore;
import reprise.journal.StoredSnapshot;
import reprise.simulation.remote.EventCounts;
import reprise.state.SnapshotHeader;

/**
 * A run of another build or configuration that goes on from the last state of a run that is over. Its journal begins with that state, taken up
 * by the new configuration, and is then recovered like any other; the old journal is read and left as it is.
 */
public final class NewRun {
    private static final String SNAPSHOT_HINT = "; with the old build run: reprise journal snapshot ";

    private static final String SEPARATOR = ",";
    private static final String PLACES = "strategies";

    private final Path old;
    private final Path journal;
    private final Set<String> fresh;

    /**
     * A run to be begun.
     *
     * @param old journal of the old run.
     * @param journal of the new one.
     * @param fresh names of strategies that begin anew.
     */
    public NewRun(final Path old, final Path journal, final Set<String> fresh) {
        this.old = old;
        this.journal = journal;
        this.fresh = Set.copyOf(fresh);
    }

    /**
     * Begins the new journal, unless that was done before: then the run in it goes on, however often this is called.
     *
     * @param config of the new run.
     * @param runId of the new run.
     * @param data what its data is called.
     */
    void begin(final RunConfig config, final String runId, final String data) {
        if (JournalReader.isThere(journal)) {
            requireSuccessor();
            return;
        }
        requireNames(config);
        final JournalReader before = JournalReader.open(old);
        final StoredSnapshot last = new SnapshotStore(old, 1).latest();
        last.findings().forEach(finding -> System.err.println("reprise: " + finding));
        final JournalEnd end = end(last);
        requireIsOf(last, end);
        final List<String> placesBefore = places(before.metadata().facts(), before.configuration());
        final RunConfig placed = config.placed(StateCarriage.places(placesBefore, config));
        final StateCarriage carriage = new StateCarriage(
                ConfigParts.of(old + "/conf.yaml", before.configuration()), placesBefore, placed, fresh);
        final byte[] base = carriage.carry(last.bytes());
        final Map<String, String> facts = TakeOver.facts(config, runId, data);
        facts.put(PLACES, String.join(SEPARATOR, StateCarriage.places(placesBefore, config)));
        facts.putAll(OrderPrefix.inherited(before.metadata().facts()));
        facts.putAll(origin(before.metadata().facts(), end, last.header()));
        BaseState.begin(journal, config.text(), facts, end, carriage.commandSequence(), base);
        System.err.printf(
                "reprise: %s goes on from %s after event %,d (%s)%n",
                runId,
                before.metadata().facts().get("runId"),
                end.eventSequence(),
                Render.time(last.header().timeNs()));
        carriage.notes().forEach(note -> System.err.println("reprise:   " + note));
    }

    private void requireSuccessor() {
        final String from = JournalReader.open(journal).metadata().facts().get(BaseState.RUN_ID);
        final String oldRun = JournalReader.open(old).metadata().facts().get("runId");
        if (from == null || !from.equals(oldRun)) {
            throw new ConfigException("--from " + old + ": the journal in " + journal + " holds a run that "
                    + (from == null ? "goes on from no other" : "goes on from " + from)
                    + "; leave --from out to go on with it, or choose another --journal");
        }
    }

    private void requireNames(final RunConfig config) {
        final List<String> names =
                config.strategies().stream().map(block -> block.name()).toList();
        for (final String name : names) {
            if (name.contains(SEPARATOR)) {
                throw new ConfigException(
                        "strategies." + name + ": a name with '" + SEPARATOR + "' cannot go on from another run");
            }
        }
        for (final String name : fresh) {
            if (!names.contains(name)) {
                throw new ConfigException("--fresh " + name + ": no strategy of that name"
                        + Nearest.suggestion(name, names) + "; configured: " + String.join(", ", names));
            }
        }
    }

    private JournalEnd end(final StoredSnapshot last) {
        final EventCounts counts = EventCounts.of(last.facts());
        try (Progress progress = new Progress("events of the old run checked")) {
            return counts == null
                    ? JournalEnd.read(old, null, 0, sequence -> progress.at(sequence, ""))
                    : JournalEnd.read(old, last.header(), counts.marketEvents(), sequence -> progress.at(sequence, ""));
        }
    }

    private void requireIsOf(final StoredSnapshot last, final JournalEnd end) {
        if (!last.isPresent() || last.header().sequence() != end.eventSequence()) {
            throw new ConfigException("--from " + old + ": its last event is " + Render.count(end.eventSequence())
                    + (last.isPresent()
                            ? " and its last snapshot is of event "
                                    + Render.count(last.header().sequence())
                            : " and it has no snapshot")
                    + ", because the run was not stopped cleanly" + SNAPSHOT_HINT + old);
        }
    }

    private static Map<String, String> origin(
            final Map<String, String> before, final JournalEnd end, final SnapshotHeader last) {
        final long marketEvents =
                end.marketEvents() + Long.parseLong(before.getOrDefault(BaseState.MARKET_EVENTS, "0"));
        final Map<String, String> origin = new LinkedHashMap<>();
        origin.put(BaseState.RUN_ID, String.valueOf(before.get("runId")));
        origin.put("from.buildHash", String.valueOf(before.get("buildHash")));
        origin.put("from.configHash", String.valueOf(before.get("configHash")));
        origin.put(BaseState.EVENT, Long.toString(end.eventSequence()));
        origin.put(BaseState.COMMAND, Long.toString(end.commandSequence()));
        origin.put("from.stateHash", last.stateHash());
        origin.put(BaseState.MARKET_EVENTS, Long.toString(marketEvents));
        return origin;
    }

    /**
     * The places of a run's strategies.
     *
     * @param facts of its journal.
     * @param configuration of its journal.
     * @return names by their numbers, from 1.
     */
    private static List<String> places(final Map<String, String> facts, final String configuration) {
        final List<String> known = places(facts);
        return known.isEmpty() ? ConfigParts.of("conf.yaml", configuration).keys(PLACES) : known;
    }

    /** Those of a run that goes on from another one; empty for a run that begins with nothing. */
    static List<String> places(final Map<String, String> facts) {
        final String places = facts.getOrDefault(PLACES, "");
        return places.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(places.split(SEPARATOR)));
    }

    /**
     * Compares a journal with the one that it goes on from.
     *
     * @param old the journal that it should go on from.
     * @param journal the one that goes on.
     * @return what was compared, for people.
     * @throws VerificationException if it does not go on from there.
     */
    public static String verifyOrigin(final Path old, final Path journal) {
        final Map<String, String> facts = JournalReader.open(journal).metadata().facts();
        final String event = facts.get(BaseState.EVENT);
        if (event == null) {
            throw new VerificationException(journal + " begins with nothing: it goes on from no other journal");
        }
        final String problem = JournalEnd.differenceFrom(old, journal, Long.parseLong(event));
        if (problem != null) {
            throw new VerificationException(journal + " does not go on from " + old + ": " + problem);
        }
        return "goes on from " + facts.get(BaseState.RUN_ID) + " after event " + Render.count(Long.parseLong(event))
                + ": the chain over all of its events is the one that is taken over";
    }
}
