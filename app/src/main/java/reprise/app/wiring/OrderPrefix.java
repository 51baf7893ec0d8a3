package reprise.app.wiring;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.agrona.BitUtil;
import reprise.state.StateHash;

/**
 * What the client order ids of a run begin with, at venues where no two orders of an account may ever have the same. It stays when another
 * process goes on with the run, and when another run goes on from it: then orders keep their numbers too.
 */
final class OrderPrefix {
    private static final String FACT = "orderPrefix";
    private static final String OURS = "rp";
    private static final int HASH_BYTES = 6;

    private OrderPrefix() {}

    /** Of a run that begins with nothing. */
    static String of(final String runId) {
        final byte[] hash = StateHash.sha256().digest(runId.getBytes(StandardCharsets.UTF_8));
        return OURS + BitUtil.toHex(hash, 0, HASH_BYTES);
    }

    /** Of the run in a journal. */
    static String of(final Map<String, String> facts) {
        return facts.containsKey(FACT) ? facts.get(FACT) : of(facts.get("runId"));
    }

    /** What the journal of a run keeps that goes on from another. */
    static Map<String, String> inherited(final Map<String, String> before) {
        return Map.of(FACT, of(before));
    }
}
