package reprise.state;

import java.util.List;
import org.agrona.collections.Object2ObjectHashMap;
import org.agrona.collections.ObjectHashSet;

/** Says which sections and fields of a state belong to a part of it, as they come by. */
final class StateFilter {
    private static final ObjectHashSet<String> NONE = new ObjectHashSet<>();

    private final ObjectHashSet<String> closedSections = new ObjectHashSet<>();
    private final Object2ObjectHashMap<String, ObjectHashSet<String>> closedFieldsBySection =
            new Object2ObjectHashMap<>();
    private ObjectHashSet<String> closedFields = NONE;
    private boolean isOpen = true;

    /** Given names of sections, and of fields with their section, which has no point in it. */
    StateFilter(final List<String> leftOut) {
        for (final String name : leftOut) {
            final int point = name.indexOf('.');
            if (point < 0) {
                closedSections.add(name);
            } else {
                closedFieldsBySection
                        .computeIfAbsent(name.substring(0, point), section -> new ObjectHashSet<>())
                        .add(name.substring(point + 1));
            }
        }
    }

    /** Goes on to a section; returns whether it belongs to the part. */
    boolean enters(final String section) {
        isOpen = !closedSections.contains(section);
        closedFields = closedFieldsBySection.getOrDefault(section, NONE);
        return isOpen;
    }

    boolean passes(final String field) {
        return isOpen && !closedFields.contains(field);
    }
}
