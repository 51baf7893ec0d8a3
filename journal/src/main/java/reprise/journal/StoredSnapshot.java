package reprise.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import reprise.state.SnapshotHeader;

/**
 * The newest snapshot that can be used.
 *
 * @param file that holds it; null if there is none.
 * @param header what it says about itself; null if there is none.
 * @param bytes all of it; empty if there is none.
 * @param facts that were stored beside it; empty if there were none, or they are not what was stored.
 * @param findings newer ones that were passed over, and why, for people; empty if there were none.
 */
public record StoredSnapshot(
        Path file, SnapshotHeader header, byte[] bytes, Map<String, String> facts, List<String> findings) {
    /** Keeps its own copies of facts and findings. */
    public StoredSnapshot {
        facts = Map.copyOf(facts);
        findings = List.copyOf(findings);
    }

    /**
     * Whether there is one.
     *
     * @return false if a core can only begin at the beginning.
     */
    public boolean isPresent() {
        return file != null;
    }
}
