package reprise.app.crash;

import java.util.Locale;

/** What an engine does to its journal's directory that lasts a moment, and in the middle of which it can be killed on purpose. */
public enum DiskMoment {
    /** It writes a snapshot, which is not whole yet. */
    SNAPSHOT("while it wrote a snapshot", 10),

    /** It has begun a new file of a log, beside the one that it wrote before. */
    ROLL("when a log had begun a new file", 1);

    private final String words;
    private final int mostSkipped;

    DiskMoment(final String words, final int mostSkipped) {
        this.words = words;
        this.mostSkipped = mostSkipped;
    }

    String words() {
        return words;
    }

    /** So many may pass before a kill, so that kills are not all at the first after a start. */
    int mostSkipped() {
        return mostSkipped;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
