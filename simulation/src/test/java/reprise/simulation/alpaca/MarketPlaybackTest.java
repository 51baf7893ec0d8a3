package reprise.simulation.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.MarketHours;
import reprise.simulation.backtest.Pace;
import reprise.simulation.market.BarSource;

/** Bars of data become trades, quotes and the same bars again. */
@Timeout(60)
class MarketPlaybackTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long START_NS = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000L;

    /** Minutes of rising and falling prices in cents, a volume of 400 and more. */
    private static final class Minutes implements BarSource {
        private final int count;
        private int index = -1;

        Minutes(final int count) {
            this.count = count;
        }

        @Override
        public boolean next() {
            return ++index < count;
        }

        @Override
        public long openTimeNs() {
            return START_NS + index * MINUTE_NS;
        }

        @Override
        public long closeTimeNs() {
            return openTimeNs() + MINUTE_NS;
        }

        @Override
        public long periodNs() {
            return MINUTE_NS;
        }

        @Override
        public long openPrice() {
            return 10_000 + index;
        }

        @Override
        public long highPrice() {
            return 10_020 + index;
        }

        @Override
        public long lowPrice() {
            return 9_980 + index;
        }

        @Override
        public long closePrice() {
            return openPrice() + (index % 2 == 0 ? 5 : -5);
        }

        @Override
        public long volume() {
            return 403 + index;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private static AlpacaServer server() {
        return new AlpacaServer(AlpacaConfig.local(List.of(Asset.equity("AAPL")))
                .at(MarketHours.ALWAYS_OPEN, Instant.ofEpochSecond(0, START_NS)));
    }

    @Test
    void shouldMakeTheSameBarsOfTheTradesThatItMadeOfBars() {
        try (AlpacaServer server = server();
                StreamClient client = StreamClient.marketData(server, "/v2/iex")) {
            client.say("{'action':'subscribe','bars':['AAPL'],'trades':['AAPL']}");
            client.next();
            final MarketPlayback playback = new MarketPlayback(server, Pace.OF_THE_DATA);
            playback.add(Asset.equity("AAPL"), new Minutes(300), 2, 0, START_NS);

            final CompletableFuture<Boolean> run =
                    CompletableFuture.supplyAsync(() -> playback.run((bars, timeNs) -> {}));

            final List<Map<String, Object>> bars = new ArrayList<>();
            int trades = 0;
            while (bars.size() < 300) {
                for (final Map<String, Object> item : client.nextItems()) {
                    if (item.get("T").equals("b")) {
                        bars.add(item);
                    } else {
                        trades++;
                    }
                }
            }
            assertThat(run.join()).isFalse();
            assertThat(trades).isEqualTo(1_200);
            final Minutes expected = new Minutes(300);
            for (final Map<String, Object> bar : bars) {
                expected.next();
                assertThat(bar)
                        .containsEntry("o", cents(expected.openPrice()))
                        .containsEntry("h", cents(expected.highPrice()))
                        .containsEntry("l", cents(expected.lowPrice()))
                        .containsEntry("c", cents(expected.closePrice()))
                        .containsEntry("v", BigDecimal.valueOf(expected.volume()))
                        .containsEntry(
                                "t",
                                Instant.ofEpochSecond(0, expected.openTimeNs()).toString());
            }
        }
    }

    private static BigDecimal cents(final long price) {
        return new BigDecimal(BigDecimal.valueOf(price, 2).stripTrailingZeros().toPlainString());
    }

    @Test
    void shouldStandStillUntilAClientListensAndTellHistoryBefore() {
        try (AlpacaServer server = server()) {
            final MarketPlayback playback = new MarketPlayback(server, Pace.OF_THE_DATA);
            playback.add(Asset.equity("AAPL"), new Minutes(20), 2, 0, START_NS + 5 * MINUTE_NS);
            final CompletableFuture<Boolean> run =
                    CompletableFuture.supplyAsync(() -> playback.run((bars, timeNs) -> {}));

            final RestClient.Answer history =
                    new RestClient(server.httpUri()).get("/v2/stocks/bars?symbols=AAPL&timeframe=1Min&end=2025-01-01");
            assertThat(history.text().split("\"t\":")).hasSize(6);
            assertThat(server.market().now()).isEqualTo(Instant.ofEpochSecond(0, START_NS));
            playback.stop();
            assertThat(run.join()).isTrue();
        }
    }

    @Test
    void shouldLetOrdersTradeWhileTheMarketMoves() {
        try (AlpacaServer server = server();
                StreamClient data = StreamClient.marketData(server, "/v2/iex");
                StreamClient updates = StreamClient.updates(server)) {
            final RestClient rest = new RestClient(server.httpUri());
            rest.post(
                    "/v2/orders",
                    "{'symbol':'AAPL','side':'buy','type':'limit','time_in_force':'day','qty':'7','limit_price':'99.9'}");
            final MarketPlayback playback = new MarketPlayback(server, Pace.OF_THE_DATA);
            playback.add(Asset.equity("AAPL"), new Minutes(20), 2, 0, START_NS);

            playback.run((bars, timeNs) -> {});

            assertThat(updates.nextUpdate("fill"))
                    .containsEntry("price", "99.81")
                    .containsEntry("position_qty", "7");
            assertThat(server.tally().positions()).containsEntry("AAPL", new BigDecimal("7"));
            assertThat(server.tally().cash()).isEqualByComparingTo("99301.33");
            assertThat(data.poll()).isNull();
        }
    }
}
