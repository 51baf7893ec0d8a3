package reprise.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.config.Nearest;
import reprise.app.output.Json;
import reprise.app.output.Progress;
import reprise.app.output.Render;
import reprise.app.output.StateListing;
import reprise.app.output.StateText;
import reprise.app.output.TextTable;
import reprise.app.wiring.JournaledReplay;
import reprise.simulation.backtest.Replay;

/** Shows the engine's whole state at any event of a journal. */
@Command(
        name = "state",
        mixinStandardHelpOptions = true,
        description = {
            "Print all that the engine knew after an event of a journal: what the state hash is made of.",
            "Prices and quantities are in the instrument's smallest units, money and shares in units of 1e-8.",
            "Long rows of numbers are shortened; --json prints all of them.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise state out/journal",
            "  reprise state out/journal --at 25000 --section order,netPosition",
            "  reprise state out/journal --at 25000 --diff 25010",
        })
public final class StateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOURNAL", description = "Directory of the journal.")
    private Path directory;

    @Option(names = "--at", paramLabel = "SEQ", description = "After this event (default: the last).")
    private long at = Replay.ALL_EVENTS;

    @Option(names = "--diff", paramLabel = "SEQ2", description = "Print what changes from --at to this later event.")
    private Long diff;

    @Option(
            names = "--section",
            split = ",",
            paramLabel = "NAME",
            description = "Print only sections of these names, such as order or netPosition, or of these topics: "
                    + "orders, groups, positions, exits, guard, monitor.")
    private List<String> only = new ArrayList<>();

    private final Set<String> sections = new HashSet<>();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final JournaledReplay.State state = stateAt(at);
        choose(state.listing());
        if (diff == null) {
            show(state);
        } else {
            show(state, stateAt(diff));
        }
        return ExitCode.OK;
    }

    private JournaledReplay.State stateAt(final long sequence) {
        try (Progress progress = new Progress("events")) {
            return new JournaledReplay(directory)
                    .stateAt(sequence, (events, timeNs) -> progress.at(events, Render.time(timeNs)));
        }
    }

    private static String nameOf(final String section) {
        return section.substring(0, section.indexOf(' '));
    }

    /** What was asked for, topics as their sections; a name that the state does not have is a mistake. */
    private void choose(final StateListing listing) {
        final Set<String> known = new TreeSet<>(StateTopics.names());
        listing.sections().keySet().forEach(section -> known.add(nameOf(section)));
        for (final String name : only) {
            if (!known.contains(name)) {
                throw new ConfigException("the state has no section " + name + Nearest.suggestion(name, known)
                        + "; sections and topics: " + String.join(", ", known));
            }
            sections.addAll(StateTopics.sections(name));
        }
    }

    private boolean isShown(final String section) {
        return only.isEmpty() || sections.contains(nameOf(section));
    }

    private void show(final JournaledReplay.State state) {
        final Map<String, Map<String, Object>> shown =
                new LinkedHashMap<>(state.listing().sections());
        shown.keySet().removeIf(section -> !isShown(section));
        if (json) {
            final Map<String, Object> fields = facts(state);
            fields.put("state", shown);
            Json.print(System.out, fields);
            return;
        }
        System.out.println("sequence   " + state.sequence());
        System.out.println("stateHash  " + state.stateHash());
        shown.forEach((section, fields) -> {
            System.out.println();
            System.out.println(section);
            StateText.print(fields, System.out);
        });
    }

    private void show(final JournaledReplay.State before, final JournaledReplay.State after) {
        final List<StateListing.Change> changes =
                new ArrayList<>(before.listing().changesTo(after.listing()));
        changes.removeIf(change -> !isShown(change.section()));
        if (json) {
            final Map<String, Object> fields = facts(before);
            fields.put("toSequence", after.sequence());
            fields.put("toStateHash", after.stateHash());
            fields.put("changes", changes.stream().map(StateCommand::fields).toList());
            Json.print(System.out, fields);
            return;
        }
        final TextTable table =
                new TextTable("<section", "<field", "at " + before.sequence(), "at " + after.sequence());
        changes.forEach(
                change -> table.row(change.section(), change.field(), text(change.before()), text(change.after())));
        System.out.print(table);
    }

    private static String text(final Object value) {
        return value == null ? "-" : value.toString();
    }

    private static Map<String, Object> facts(final JournaledReplay.State state) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "state");
        fields.put("sequence", state.sequence());
        fields.put("stateHash", state.stateHash());
        return fields;
    }

    private static Map<String, Object> fields(final StateListing.Change change) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("section", change.section());
        fields.put("field", change.field());
        fields.put("before", change.before());
        fields.put("after", change.after());
        return fields;
    }
}
