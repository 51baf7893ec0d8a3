package reprise.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a journal says about itself.
 *
 * @param state how its writing stands or ended.
 * @param formatVersion of the journal; 0 if unknown.
 * @param createdAt ISO-8601, by the writer's wall clock.
 * @param facts given when it was created, such as {@code runId}, {@code buildHash}, {@code configHash}.
 * @param results given when it was closed, such as {@code commandHash}, {@code stateHash}; empty unless the state is closed.
 * @param resumptions when, where and why it was resumed, such as {@code 2.afterEvent}, where 2 is the number of the writer; empty if never.
 * @param failure why writing stopped; empty unless the state is failed.
 */
public record JournalMetadata(
        State state,
        int formatVersion,
        String createdAt,
        Map<String, String> facts,
        Map<String, String> results,
        Map<String, String> resumptions,
        String failure) {
    /** The version that this code writes. */
    public static final int FORMAT_VERSION = 1;

    /** How the writing of a journal stands or ended. */
    public enum State {
        /** Being written, or its writer died. */
        OPEN,

        /** Cleanly closed: every byte of it is vouched for. */
        CLOSED,

        /** Its writer gave up and said so; what it had written is good as far as it goes. */
        FAILED,

        /** The metadata itself is damaged; nothing in it is to be trusted. */
        UNKNOWN
    }

    private static final String FACT = "fact.";
    private static final String RESULT = "result.";
    private static final String RESUMED = "resumed.";

    /** Keeps its own copies. */
    public JournalMetadata {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        resumptions = Collections.unmodifiableMap(new LinkedHashMap<>(resumptions));
    }

    /** Of a journal that begins now. */
    static JournalMetadata created(final Map<String, String> facts) {
        return new JournalMetadata(State.OPEN, FORMAT_VERSION, Instant.now().toString(), facts, Map.of(), Map.of(), "");
    }

    void write(final Map<String, String> properties) {
        properties.put("format", Integer.toString(formatVersion));
        properties.put("state", state.name());
        properties.put("created", createdAt);
        facts.forEach((key, value) -> properties.put(FACT + key, value));
        results.forEach((key, value) -> properties.put(RESULT + key, value));
        resumptions.forEach((key, value) -> properties.put(RESUMED + key, value));
        if (!failure.isEmpty()) {
            properties.put("failure", failure);
        }
    }

    /**
     * Reads what {@link #write(Map)} wrote.
     *
     * @param file whose values are read.
     * @return metadata, of unknown state if the file is not intact.
     */
    static JournalMetadata read(final PropertiesFile file) {
        final Map<String, String> values = file.values();
        return new JournalMetadata(
                file.isIntact() ? State.valueOf(values.getOrDefault("state", State.UNKNOWN.name())) : State.UNKNOWN,
                file.isIntact() ? Integer.parseInt(values.getOrDefault("format", "0")) : 0,
                values.getOrDefault("created", ""),
                withPrefix(FACT, values),
                withPrefix(RESULT, values),
                withPrefix(RESUMED, values),
                values.getOrDefault("failure", ""));
    }

    private static Map<String, String> withPrefix(final String prefix, final Map<String, String> values) {
        final Map<String, String> found = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    JournalMetadata closed(final Map<String, String> closingResults) {
        return new JournalMetadata(State.CLOSED, formatVersion, createdAt, facts, closingResults, resumptions, "");
    }

    JournalMetadata failed(final String reason) {
        return new JournalMetadata(State.FAILED, formatVersion, createdAt, facts, Map.of(), resumptions, reason);
    }

    /** The metadata of a writer that goes on: the results are withdrawn, for they were of an end that is none any more. */
    JournalMetadata resumed(final Map<String, String> how) {
        final Map<String, String> all = new LinkedHashMap<>(resumptions);
        all.putAll(how);
        return new JournalMetadata(State.OPEN, formatVersion, createdAt, facts, Map.of(), all, "");
    }
}
