package reprise.app.output;

import java.io.PrintStream;
import java.time.Duration;
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
        if (isDue()) {
            draw(String.format(Locale.ROOT, "%,d %s, %,.0f per second, at %s", done, unit, done / seconds(), where));
        }
    }

    /**
     * Shows how much of the work is done and how long the rest will take, if it is time to.
     *
     * @param done units so far, those before included.
     * @param total units in all.
     * @param before units that were done when the work began.
     */
    public void towards(final long done, final long total, final long before) {
        if (isDue() && done > before) {
            final double perSecond = (done - before) / seconds();
            draw(String.format(
                    Locale.ROOT,
                    "%,d of %,d %s, %,.1f per second, %s left",
                    done,
                    total,
                    unit,
                    perSecond,
                    Render.span(Duration.ofSeconds((long) Math.ceil((total - done) / perSecond)))));
        }
    }

    private boolean isDue() {
        final long nowNs = System.nanoTime();
        return nowNs - startNs >= SILENT_NS && nowNs - lastNs >= (terminal ? TERMINAL_INTERVAL_NS : FILE_INTERVAL_NS);
    }

    private double seconds() {
        return (System.nanoTime() - startNs) / 1e9;
    }

    private void draw(final String line) {
        lastNs = System.nanoTime();
        drawn = true;
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
