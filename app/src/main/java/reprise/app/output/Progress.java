package reprise.app.output;

import java.io.PrintStream;
import java.util.Locale;

/**
 * One line on stderr that says how far long work has come: redrawn in a terminal, written now and then elsewhere. Silent for work that is
 * done before anybody could wonder.
 */
public final class Progress implements AutoCloseable {
    private static final long TERMINAL_INTERVAL_NS = 200_000_000L;
    private static final long FILE_INTERVAL_NS = 10_000_000_000L;
    private static final long SILENT_NS = 1_000_000_000L;

    private final PrintStream err;
    private final boolean terminal;
    private final String unit;
    private final long startNs = System.nanoTime();
    private long lastNs = startNs;
    private boolean drawn;

    /**
     * Progress counted in a unit.
     *
     * @param unit in plural, such as "bars".
     */
    public Progress(final String unit) {
        this(unit, System.err, Terminal.isInteractive());
    }

    Progress(final String unit, final PrintStream err, final boolean terminal) {
        this.unit = unit;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Shows where the work is, if it is time to.
     *
     * @param done units so far.
     * @param where readable place, such as a date.
     */
    public void at(final long done, final String where) {
        final long nowNs = System.nanoTime();
        final long intervalNs = terminal ? TERMINAL_INTERVAL_NS : FILE_INTERVAL_NS;
        if (nowNs - startNs < SILENT_NS || nowNs - lastNs < intervalNs) {
            return;
        }
        lastNs = nowNs;
        drawn = true;
        final double seconds = (nowNs - startNs) / 1e9;
        final String line =
                String.format(Locale.ROOT, "%,d %s, %,.0f per second, at %s", done, unit, done / seconds, where);
        err.print(terminal ? "\r\033[K" + line : line + System.lineSeparator());
        err.flush();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (terminal && drawn) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
