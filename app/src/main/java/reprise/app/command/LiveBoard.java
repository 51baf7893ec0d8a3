package reprise.app.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import reprise.app.config.RunConfig;
import reprise.app.output.Render;
import reprise.app.output.Sparkline;
import reprise.app.output.TextTable;
import reprise.core.CoreObserver;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.Order;
import reprise.simulation.backtest.SessionProgress;

/**
 * A table of the running market in the terminal, redrawn in place. Fed on the core's thread, drawn on the feeding thread while the engine is
 * idle, so that both see the same without a lock.
 */
final class LiveBoard implements CoreObserver, SessionProgress, AutoCloseable {
    private static final int SPARKLINE_WIDTH = 40;
    private static final int BARS_PER_SPARK = 60;

    private final RunConfig config;
    private final boolean terminal;
    private final PrintStream out = System.out;
    private final Instrument[] instruments;
    private final Sparkline[] sparklines;
    private final long[] bars;
    private final long[] positions;
    private final long[] fills;
    private final long[] results;
    private final long[][] held;
    private final long[] strategyFills;
    private final long[] strategyCash;
    private long pauseNs;
    private int drawnLines;

    LiveBoard(final RunConfig config, final boolean terminal) {
        this.config = config;
        this.terminal = terminal;
        final int count = config.instruments().size();
        instruments = new Instrument[count];
        sparklines = new Sparkline[count];
        bars = new long[count];
        positions = new long[count];
        fills = new long[count];
        results = new long[count];
        final int strategies = config.strategies().size();
        held = new long[strategies + 1][count];
        strategyFills = new long[strategies + 1];
        strategyCash = new long[strategies + 1];
        for (int i = 0; i < count; i++) {
            sparklines[i] = new Sparkline(SPARKLINE_WIDTH);
        }
    }

    /** Takes a rest after every bar, so that the eye can follow. */
    void slowDownTo(final long newPauseNs) {
        pauseNs = newPauseNs;
    }

    @Override
    public void onBar(final Instrument instrument, final long timeNs) {
        final int id = instrument.id();
        instruments[id] = instrument;
        if (bars[id]++ % BARS_PER_SPARK == 0) {
            sparklines[id].add(instrument.toDouble(instrument.bar().close()));
        }
        if (pauseNs > 0) {
            LockSupport.parkNanos(pauseNs);
        }
    }

    @Override
    public void onFill(final Order order, final long price, final long quantity, final long fee, final long timeNs) {
        final int id = order.instrumentId();
        final long signed = order.side().sign() * quantity;
        positions[id] += signed;
        fills[id]++;
        // Cash that went out for the fill; with the position at the last price it makes the result.
        final long paid = instruments[id].notional(price, signed) + fee;
        results[id] -= paid;
        held[order.strategyId()][id] += signed;
        strategyFills[order.strategyId()]++;
        strategyCash[order.strategyId()] -= paid;
    }

    @Override
    public void onProgress(final long barsDone, final long timeNs) {
        if (!terminal) {
            return;
        }
        final TextTable table = new TextTable("market", "price", "<the last days", "position", "fills", "result");
        for (int i = 0; i < instruments.length; i++) {
            if (instruments[i] != null) {
                row(table, i);
            }
        }
        final TextTable strategies = new TextTable("<strategy", "fills", "result");
        for (int i = 1; i < held.length; i++) {
            strategies.row(config.strategies().get(i - 1).name(), Render.count(strategyFills[i]), money(resultOf(i)));
        }
        final String text = Render.time(timeNs) + "   " + Render.count(barsDone) + " bars" + System.lineSeparator()
                + System.lineSeparator() + table + System.lineSeparator() + strategies;
        erase();
        out.print(text);
        out.flush();
        drawnLines = (int) text.lines().count();
    }

    private void row(final TextTable table, final int id) {
        final Instrument instrument = instruments[id];
        final long result = results[id] + instrument.notional(instrument.markPrice(), positions[id]);
        table.row(
                instrument.symbol(),
                instrument.definition().formatPrice(instrument.markPrice()),
                sparklines[id].toString(),
                Decimals.formatShort(positions[id], instrument.definition().quantityDecimals()),
                Render.count(fills[id]),
                money(result));
    }

    private long resultOf(final int strategyId) {
        long result = strategyCash[strategyId];
        for (int id = 0; id < instruments.length; id++) {
            if (instruments[id] != null) {
                result += instruments[id].notional(instruments[id].markPrice(), held[strategyId][id]);
            }
        }
        return result;
    }

    private String money(final long amount) {
        return String.format(
                Locale.ROOT,
                "%,+.2f %s",
                Money.toDouble(amount),
                config.account().currency());
    }

    private void erase() {
        if (drawnLines > 0) {
            out.print("\033[" + drawnLines + "A\033[J");
        }
    }

    @Override
    public void close() {
        if (terminal) {
            erase();
            out.flush();
        }
    }
}
