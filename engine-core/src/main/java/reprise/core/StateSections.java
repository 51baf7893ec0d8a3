package reprise.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import reprise.state.StateSink;

/** Saved state, section by section, so that parts of it can be left out before it is taken up. Allocates; for start-up. */
final class StateSections implements StateSink {
    private final List<Section> sections = new ArrayList<>();

    /**
     * One value.
     *
     * @param name of the field.
     * @param value a long, a double or a text.
     */
    record Field(String name, Object value) {}

    /** A section and the fields behind it. */
    static final class Section {
        final String name;
        final List<Field> fields = new ArrayList<>();
        long key;

        Section(final String name, final long key) {
            this.name = name;
            this.key = key;
        }

        boolean is(final String otherName) {
            return name.equals(otherName);
        }

        long integer(final int index) {
            return (Long) fields.get(index).value();
        }

        void replace(final int index, final Object value) {
            fields.set(index, new Field(fields.get(index).name(), value));
        }
    }

    @Override
    public void section(final String name, final long key) {
        sections.add(new Section(name, key));
    }

    @Override
    public void field(final String name, final long value) {
        add(name, value);
    }

    @Override
    public void field(final String name, final double value) {
        add(name, value);
    }

    @Override
    public void field(final String name, final CharSequence value) {
        add(name, value.toString());
    }

    private void add(final String name, final Object value) {
        sections.get(sections.size() - 1).fields.add(new Field(name, value));
    }

    List<Section> all() {
        return sections;
    }

    /** Index of the first section that is meant, from an index on; the number of sections if there is none. */
    int find(final int from, final Predicate<Section> meant) {
        int index = from;
        while (index < sections.size() && !meant.test(sections.get(index))) {
            index++;
        }
        return index;
    }

    /** Takes out the first section that is meant and all behind it, up to the first that ends it. */
    void removeFrom(final Predicate<Section> meant, final Predicate<Section> end) {
        final int first = find(0, meant);
        if (first < sections.size()) {
            sections.subList(first, find(first + 1, end)).clear();
        }
    }
}
