package reprise.simulation.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.market.Bar;
import reprise.number.Decimals;
import reprise.simulation.backtest.InstrumentTicks;
import reprise.simulation.backtest.TickFeed;
import reprise.simulation.venue.VenueConfig;
import reprise.testkit.SharedFiles;

/** Binance's own five minutes of bitcoin, of the trades that it streamed to somebody else: ticks become bars in the engine. */
final class BinanceBar implements PeerCase {
    private static final int PRICE_DECIMALS = 2;
    private static final int QUANTITY_DECIMALS = 5;
    private static final String OPEN_TIME = "2024-08-08 23:55:00";
    private static final Pattern TRADE =
            Pattern.compile("@trade.*\"p\":\"([0-9.]+)\",\"q\":\"([0-9.]+)\",\"T\":(\\d+)");

    @Override
    public String title() {
        return "Binance, five minutes of BTCUSDT, of raw trades";
    }

    @Override
    public List<Figure> figures() {
        final Builder builder = new Builder();
        new PeerRun(VenueConfig.PLAIN, "1")
                .instrument("BTCUSDT", PRICE_DECIMALS, QUANTITY_DECIMALS, null)
                .play(builder, new TickFeed(List.of(new InstrumentTicks(0, trades()))));
        return List.of(
                Figure.equal(
                        "open, high, low, close, volume",
                        "61828.00 61860.80 61583.22 61685.99 199.42863",
                        builder.text),
                Figure.equal("trades", "8863", builder.trades));
    }

    private static PeerTicks trades() {
        final List<PeerTicks.Tick> ticks = new ArrayList<>();
        for (final String line : SharedFiles.lines("data/hftbacktest/spot/btcusdt_20240808.gz")) {
            final Matcher trade = TRADE.matcher(line);
            if (trade.find()) {
                ticks.add(PeerTicks.trade(
                        Long.parseLong(trade.group(3)) * 1_000_000,
                        PeerBars.scaled(trade.group(1), PRICE_DECIMALS),
                        PeerBars.scaled(trade.group(2), QUANTITY_DECIMALS)));
            }
        }
        // The stream ends before midnight. Whatever comes at midnight says that the bar is over.
        ticks.add(PeerTicks.trade(PeerBars.timeNs("2024-08-09 00:00:00"), 1, 1));
        return new PeerTicks(ticks);
    }

    private static final class Builder extends PeerStrategy {
        private String text = "";
        private long trades;

        @Override
        void begin() {
            context().subscribe(context().instrument(0), BarSpec.minutes(5));
        }

        @Override
        public void onBar(final BarSeries series) {
            final Bar bar = series.bar();
            if (bar.closeTimeNs() - bar.periodNs() == PeerBars.timeNs(OPEN_TIME)) {
                trades = series.inputCount();
                text = price(bar.open())
                        + price(bar.high())
                        + price(bar.low())
                        + price(bar.close())
                        + Decimals.format(bar.volume(), QUANTITY_DECIMALS);
            }
        }

        private static String price(final long price) {
            return Decimals.format(price, PRICE_DECIMALS) + " ";
        }
    }
}
