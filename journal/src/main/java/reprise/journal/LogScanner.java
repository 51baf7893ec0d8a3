package reprise.journal;

import java.nio.file.Path;
import reprise.port.RecordHandler;

/** Reads a whole log in one call. Never fails because of what the files hold: that is in the result. */
public final class LogScanner {
    private LogScanner() {}

    /**
     * Reads the log of which nothing is known but its files.
     *
     * @param logDirectory with Chronicle's files.
     * @param handler receives each good record in order.
     * @return what was read and what was wrong.
     */
    public static ScanResult scan(final Path logDirectory, final RecordHandler handler) {
        try (LogReader reader = LogReader.open(logDirectory)) {
            return scan(reader, handler);
        }
    }

    /**
     * Reads what is left of a log.
     *
     * @param reader which stays open.
     * @param handler receives each good record in order.
     * @return what was read and what was wrong.
     */
    public static ScanResult scan(final LogReader reader, final RecordHandler handler) {
        while (reader.next()) {
            handler.onRecord(reader.buffer(), reader.offset(), reader.lengthBytes());
        }
        return reader.result();
    }
}
