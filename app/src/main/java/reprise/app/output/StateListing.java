package reprise.app.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/** Replayed state as sections of named values, in the order in which the engine writes it; times, order ids and the names of states as people
 * read them. Allocates; keeps nothing of the engine. */
public final class StateListing implements StateSink {
    private final Map<String, Map<String, Object>> sections = new LinkedHashMap<>();
    private Map<String, Object> fields;

    private StateListing() {}

    /**
     * The state of an owner as it is now.
     *
     * @param owner such as the core.
     * @return its listing.
     */
    public static StateListing of(final Snapshotable owner) {
        final StateListing listing = new StateListing();
        owner.snapshotTo(listing);
        return listing;
    }

    /**
     * All sections.
     *
     * @return fields by section; sections that have the same name and key are told apart by a number.
     */
    public Map<String, Map<String, Object>> sections() {
        return sections;
    }

    /**
     * One value that differs between two states.
     *
     * @param section that holds it.
     * @param field of the section.
     * @param before null where there was none.
     * @param after null where there is none.
     */
    public record Change(String section, String field, Object before, Object after) {}

    /**
     * What differs from this state to a later one.
     *
     * @param later the other state.
     * @return changes, in the order of this state; then what is new.
     */
    public List<Change> changesTo(final StateListing later) {
        final List<Change> changes = new ArrayList<>();
        sections.forEach(
                (section, before) -> compare(section, before, later.sections.getOrDefault(section, Map.of()), changes));
        later.sections.forEach((section, after) -> {
            if (!sections.containsKey(section)) {
                compare(section, Map.of(), after, changes);
            }
        });
        return changes;
    }

    private static void compare(
            final String section,
            final Map<String, Object> before,
            final Map<String, Object> after,
            final List<Change> changes) {
        before.forEach((field, value) -> {
            if (!Objects.equals(value, after.get(field))) {
                changes.add(new Change(section, field, value, after.get(field)));
            }
        });
        after.forEach((field, value) -> {
            if (!before.containsKey(field)) {
                changes.add(new Change(section, field, null, value));
            }
        });
    }

    @Override
    public void section(final String name, final long key) {
        fields = new LinkedHashMap<>();
        sections.put(unused(sections, name + " " + StateValues.key(name, key)), fields);
    }

    @Override
    public void field(final String name, final long value) {
        put(name, value);
    }

    @Override
    public void field(final String name, final double value) {
        put(name, value);
    }

    @Override
    public void field(final String name, final CharSequence value) {
        put(name, value.toString());
    }

    private void put(final String name, final Object value) {
        fields.put(unused(fields, name), value instanceof Long number ? StateValues.shown(name, number) : value);
    }

    private static String unused(final Map<String, ?> taken, final String name) {
        String free = name;
        for (int i = 2; taken.containsKey(free); i++) {
            free = name + " #" + i;
        }
        return free;
    }
}
