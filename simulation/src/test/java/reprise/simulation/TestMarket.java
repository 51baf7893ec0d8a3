package reprise.simulation;

import java.util.ArrayList;
import java.util.List;
import reprise.core.CoreConfig;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.risk.RiskLimits;
import reprise.simulation.backtest.InstrumentBars;
import reprise.simulation.market.SyntheticMarket;

/** Instruments, markets and limits that tests share. */
public final class TestMarket {
    public static final long SECOND_NS = 1_000_000_000L;
    public static final long MINUTE_NS = 60 * SECOND_NS;
    public static final long DAY_NS = 1440 * MINUTE_NS;

    /** 2024-01-01T00:00:00Z. */
    public static final long START_NS = 1_704_067_200L * SECOND_NS;

    /** Prices with 2 decimals on ticks of 0.01, quantities with 5 decimals in lots of 0.00010. */
    public static final InstrumentDefinition BTC =
            new InstrumentDefinition(0, 1, "BTCUSDT", "BTC", "USDT", 2, 5, 1, 10, Money.parse("5"));

    public static final InstrumentDefinition ETH =
            new InstrumentDefinition(1, 1, "ETHUSDT", "ETH", "USDT", 2, 4, 1, 10, Money.parse("5"));

    /** Finer than money: notionals are rounded. */
    public static final InstrumentDefinition DOGE =
            new InstrumentDefinition(2, 1, "DOGEUSDT", "DOGE", "USDT", 6, 4, 10, 10_000, 0);

    public static final List<InstrumentDefinition> INSTRUMENTS = List.of(BTC, ETH, DOGE);

    private static final long[] START_PRICES = {42_000_00, 2_300_00, 91_000};

    private TestMarket() {}

    public static CoreConfig core() {
        return CoreConfig.with(new RiskLimits(Money.parse("1000000"), Money.parse("2000000"), 256));
    }

    /** One source for each instrument. */
    public static List<InstrumentBars> bars(final long seed, final long count) {
        final SyntheticMarket market = new SyntheticMarket(seed, count, MINUTE_NS, START_NS);
        final List<InstrumentBars> bars = new ArrayList<>();
        for (final InstrumentDefinition definition : INSTRUMENTS) {
            final int id = definition.instrumentId();
            bars.add(new InstrumentBars(id, market.bars(definition, START_PRICES[id])));
        }
        return bars;
    }

    /** Bars of the first instrument only. */
    public static List<InstrumentBars> btcBars(final long seed, final long count) {
        return List.of(new InstrumentBars(
                0, new SyntheticMarket(seed, count, MINUTE_NS, START_NS).bars(BTC, START_PRICES[0])));
    }
}
