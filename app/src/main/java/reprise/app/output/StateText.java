package reprise.app.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A section of the state as lines; values that follow each other under one name share a line, and a long row shows its ends only. */
public final class StateText {
    private static final int LONG_ROW = 12;
    private static final int ENDS = 3;

    private final PrintStream out;
    private final List<String> row = new ArrayList<>();
    private String name;

    private StateText(final PrintStream out) {
        this.out = out;
    }

    /**
     * Prints a section's fields.
     *
     * @param fields of the section, in order.
     * @param out takes the lines.
     */
    public static void print(final Map<String, Object> fields, final PrintStream out) {
        final StateText text = new StateText(out);
        fields.forEach((field, value) -> text.add(field.replaceAll(" #\\d+$", ""), String.valueOf(value)));
        text.end();
    }

    private void add(final String field, final String value) {
        if (!Objects.equals(field, name)) {
            end();
            name = field;
        }
        row.add(value);
    }

    private void end() {
        if (row.size() > LONG_ROW) {
            out.println("  " + name + " (" + row.size() + " values) " + String.join(" ", row.subList(0, ENDS)) + " ... "
                    + String.join(" ", row.subList(row.size() - ENDS, row.size())));
        } else if (name != null) {
            out.println("  " + name + " " + String.join(" ", row));
        }
        row.clear();
    }
}
