package reprise.journal;

/** Told how far a verification has come. */
@FunctionalInterface
public interface VerifyProgress {
    /** Tells nobody. */
    VerifyProgress SILENT = (records, bytesRead, bytesTotal) -> {};

    /**
     * Some more was verified.
     *
     * @param records so far, of both logs.
     * @param bytesRead so far, of both logs' records.
     * @param bytesTotal of the logs' files; somewhat more than their records.
     */
    void onProgress(long records, long bytesRead, long bytesTotal);
}
