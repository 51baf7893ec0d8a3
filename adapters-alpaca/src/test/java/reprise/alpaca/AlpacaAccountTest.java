package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.order.OrderType;
import reprise.order.TimeInForce;
import reprise.simulation.alpaca.AlpacaServer;
import reprise.simulation.alpaca.account.AccountTerms;
import reprise.simulation.alpaca.market.Asset;

class AlpacaAccountTest {
    private final AlpacaServer server = new AlpacaServer(reprise.simulation.alpaca.AlpacaConfig.local(List.of(
                    Asset.equity("AAPL"),
                    Asset.equity("HARD").notShortable().notFractionable(),
                    Asset.crypto("BTC/USD")))
            .withTerms(AccountTerms.plain(new BigDecimal("1234.5"))));

    @AfterEach
    void stop() {
        server.close();
    }

    private AlpacaConfig config(final String secret) {
        return new AlpacaConfig(
                0,
                "KEY",
                secret,
                AlpacaEndpoints.local(server.port()),
                AlpacaFeed.IEX,
                new AlpacaConfig.Streams(true, true, true),
                "run",
                false,
                AlpacaConfig.Limits.DEFAULT);
    }

    @Test
    void shouldReadTheAccountAndNoticeAWrongClock() {
        final AlpacaAccount account = AlpacaAccount.read(config("SECRET"));

        assertThat(account.status()).isEqualTo("ACTIVE");
        assertThat(account.cash()).isEqualTo("1234.5");
        assertThat(account.shortingEnabled()).isTrue();
        // The local venue lives on a Monday in February.
        assertThat(account.clockSkew().abs()).isGreaterThan(Duration.ofDays(1));
        assertThat(account.problems()).isEmpty();
    }

    @Test
    void shouldSayThatTheKeysAreWrongWithoutShowingThem() {
        assertThatThrownBy(() -> AlpacaAccount.read(config("WRONG")))
                .isInstanceOf(AlpacaUnavailableException.class)
                .hasMessageContaining("keys are not accepted")
                .hasMessageNotContaining("WRONG");
    }

    private static int all(final OrderType... without) {
        int bits = (1 << OrderType.values().length) - 1;
        for (final OrderType type : without) {
            bits &= ~(1 << type.ordinal());
        }
        return bits;
    }

    private static InstrumentDefinition stock(
            final String symbol, final long tick, final long lot, final boolean shortable, final int types) {
        return new InstrumentDefinition(
                0,
                0,
                symbol,
                symbol,
                "USD",
                4,
                2,
                tick,
                lot,
                0,
                0,
                shortable,
                types,
                -1,
                "us-equities",
                BracketStyle.ENGINE,
                false);
    }

    @Test
    void shouldSayWhatToWriteWhereConfigurationAndVenueDiffer() {
        try (AlpacaAssets assets = new AlpacaAssets(config("SECRET"))) {
            assertThat(assets.findings(stock("AAPL", 100, 1, true, all(OrderType.LIMIT_MAKER))))
                    .isEmpty();
            assertThat(assets.findings(stock("HARD", 1, 1, true, all())))
                    .containsExactly(
                            "HARD: cannot be sold short at Alpaca; write shortable: false",
                            "HARD: stocks from 1 dollar on have a tick of 0.01, and 0.0001 is configured; write tick: 0.01",
                            "HARD: only whole shares trade at Alpaca; write lot: 1",
                            "HARD: Alpaca has no orders of type limit-maker for it; leave it out of orderTypes");
            assertThat(assets.findings(stock("NONE", 100, 100, false, 1)))
                    .singleElement()
                    .asString()
                    .contains("no such asset");
            final int times = 1 << TimeInForce.GTC.ordinal() | 1 << TimeInForce.DAY.ordinal();
            final InstrumentDefinition btc = new InstrumentDefinition(
                    1,
                    0,
                    "BTC/USD",
                    "BTC",
                    "USD",
                    3,
                    9,
                    5,
                    1,
                    0,
                    0,
                    false,
                    1 | 1 << OrderType.STOP.ordinal(),
                    times,
                    "utc-days",
                    BracketStyle.ENGINE,
                    false);
            assertThat(assets.findings(btc))
                    .containsExactly(
                            "BTC/USD: the tick 0.005 is no multiple of Alpaca's; write tick: 0.01",
                            "BTC/USD: Alpaca has no orders of type stop for it; leave it out of orderTypes",
                            "BTC/USD: Alpaca has no time in force day for it; leave it out of timesInForce");
        }
    }
}
