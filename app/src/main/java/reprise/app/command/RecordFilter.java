package reprise.app.command;

import java.util.Set;
import reprise.app.config.ConfigException;
import reprise.app.config.Nearest;
import reprise.message.Templates;

/**
 * Which records are wanted.
 *
 * @param from first event sequence.
 * @param limit most records.
 * @param types names of messages; empty for all.
 */
record RecordFilter(long from, long limit, Set<String> types) {
    RecordFilter(final long from, final long limit, final String[] types) {
        this(from, limit, Set.of(types));
        for (final String type : types) {
            if (!Templates.names().contains(type)) {
                throw new ConfigException(
                        "--type " + type + ": no such message" + Nearest.suggestion(type, Templates.names())
                                + "; there are: " + String.join(", ", Templates.names()));
            }
        }
    }

    boolean wants(final long eventSequence, final String type) {
        return eventSequence >= from && (types.isEmpty() || types.contains(type));
    }
}
