package reprise.app.output;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a record of a journal is written on one line. */
public enum RecordFormat {
    /** Sequence, time, name, then name=value; commands indented below the event that caused them. */
    TEXT {
        @Override
        public String line(final RecordFields record) {
            final StringBuilder line = new StringBuilder(record.isCommand() ? "        -> " : "");
            line.append(String.format("%9d  %s  %s", record.sequence(), Render.time(record.timeNs()), record.type()));
            record.fields()
                    .forEach((name, value) ->
                            line.append("  ").append(name).append('=').append(value));
            return line.toString();
        }
    },
    /** One JSON object a line. */
    JSON_LINES {
        @Override
        public String line(final RecordFields record) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("log", record.isCommand() ? "commands" : "events");
            fields.put("sequence", record.sequence());
            if (record.isCommand()) {
                fields.put("cause", record.causeSequence());
            }
            fields.put("time", Render.time(record.timeNs()));
            fields.put("type", record.type());
            record.fields().forEach((name, value) -> {
                if (value instanceof Measure measure) {
                    fields.put(name, measure.number());
                    fields.put(name + "Unit", measure.unit());
                } else {
                    fields.put(name, value);
                }
            });
            return Json.line(fields);
        }
    };

    /**
     * Writes a record.
     *
     * @param record decoded.
     * @return one line without its end.
     */
    public abstract String line(RecordFields record);
}
