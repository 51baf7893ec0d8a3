package reprise.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.Num;
import reprise.simulation.market.BarSource;
import reprise.simulation.market.BarTable;
import reprise.simulation.market.SyntheticMarket;

/** The same made-up bars as each of those compared likes to have them. */
final class BacktestData {
    private static final long START_NS = 1_704_067_200_000_000_000L;
    private static final double SCALE = 100;

    final BarTable table;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;

    BacktestData(final int bars) {
        final SyntheticMarket market = new SyntheticMarket(42, bars, Bars.PERIOD_NS, START_NS);
        table = BarTable.readFrom(market.bars(Bars.instrument(0), 4_000_000));
        open = new double[bars];
        high = new double[bars];
        low = new double[bars];
        close = new double[bars];
        final BarSource cursor = table.cursor();
        for (int i = 0; cursor.next(); i++) {
            open[i] = cursor.openPrice() / SCALE;
            high[i] = cursor.highPrice() / SCALE;
            low[i] = cursor.lowPrice() / SCALE;
            close[i] = cursor.closePrice() / SCALE;
        }
    }

    int size() {
        return open.length;
    }

    /** As ta4j has them; with {@code DoubleNum}, or with {@code DecimalNum}, its exact numbers, which it takes unless told otherwise. */
    BarSeries ta4j(final Class<? extends Num> numbers) {
        final BarSeries series = new BaseBarSeriesBuilder()
                .withName("SIM0")
                .withNumTypeOf(numbers)
                .build();
        for (int i = 0; i < size(); i++) {
            series.addBar(
                    Duration.ofMinutes(1),
                    Instant.ofEpochSecond(0, table.closeTimeNs(i)).atZone(ZoneOffset.UTC),
                    open[i],
                    high[i],
                    low[i],
                    close[i],
                    1);
        }
        return series;
    }
}
