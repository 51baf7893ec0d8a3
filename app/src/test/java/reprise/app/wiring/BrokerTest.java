package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;

/** Real money is traded only where configuration and command line both say so, and keys are wanted only by who trades. */
class BrokerTest {
    private static RunConfig config(final String... settings) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("conf"))) {
            directory = directory.getParent();
        }
        return RunConfigReader.read(directory.resolve("conf/alpaca-paper.yaml"), List.of(settings));
    }

    @Test
    void shouldTradePaperWithoutBeingAsked() {
        assertThat(Broker.name(config())).isEqualTo("Alpaca (paper)");
        assertThatCode(() -> Broker.requireConsent(config(), false)).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseRealMoneyUnlessBothSaySo() {
        final RunConfig said = config("venue.alpaca.account=live", "venue.alpaca.live=true");
        final RunConfig unsaid = config("venue.alpaca.account=live");
        assertThatThrownBy(() -> Broker.requireConsent(said, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the second is missing");
        assertThatThrownBy(() -> Broker.requireConsent(unsaid, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the first is missing");
        assertThatThrownBy(() -> Broker.requireConsent(unsaid, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("both are missing");
        assertThatThrownBy(() -> Broker.requireConsent(config(), true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("trades no real money");
        assertThatCode(() -> Broker.requireConsent(said, true)).doesNotThrowAnyException();
    }

    @Test
    void shouldSayWhichKeyIsMissingBeforeAnythingIsBegun() {
        final RunConfig config = config("venue.alpaca.apiKey=env:REPRISE_NO_SUCH_KEY");
        assertThatThrownBy(() -> Broker.requireKeys(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("REPRISE_NO_SUCH_KEY of the environment is not set");
    }

    private static List<BracketStyle> brackets(final RunConfig config) {
        return config.instruments().stream()
                .map(InstrumentDefinition::brackets)
                .distinct()
                .toList();
    }

    @Test
    void shouldLetAlpacaMakeBracketsOfStocksWhereThatIsAskedFor() {
        final RunConfig asked = config("venue.alpaca.brackets=native");

        assertThat(brackets(config())).as("of a backtest").containsExactly(BracketStyle.ENGINE);
        assertThat(brackets(config().atBroker())).containsExactly(BracketStyle.STOP_AT_VENUE);
        assertThat(brackets(asked)).as("of a backtest").containsExactly(BracketStyle.ENGINE);
        assertThat(brackets(asked.atBroker())).containsExactly(BracketStyle.NATIVE, BracketStyle.STOP_AT_VENUE);
        assertThat(brackets(asked.atBroker().placed(List.of("trend"))))
                .containsExactly(BracketStyle.NATIVE, BracketStyle.STOP_AT_VENUE);
        assertThat(asked.atBroker().hash()).isEqualTo(asked.hash());
    }

    @Test
    void shouldSayWhichBracketsThereAre() {
        assertThatThrownBy(() -> config("venue.alpaca.brackets=both"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("engine")
                .hasMessageContaining("native");
        assertThatThrownBy(() -> config("venue.alpaca.brackets=native", "instruments.SPY.lot=0.001"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("whole shares only, and SPY has fractions; write lot: 1, or brackets: engine");
    }

    private static List<String> takingAmounts(final RunConfig config) {
        return config.instruments().stream()
                .filter(InstrumentDefinition::takesAmounts)
                .map(InstrumentDefinition::symbol)
                .toList();
    }

    @Test
    void shouldOrderAmountsOfWhatHasFineEnoughLotsWhereThatIsAskedFor() {
        final RunConfig asked = config("venue.alpaca.amounts=native");
        final RunConfig fractions =
                config("venue.alpaca.amounts=native", "instruments.SPY.lot=0.000000001", "instruments.AAPL.lot=0.01");

        assertThat(takingAmounts(config().atBroker())).isEmpty();
        assertThat(takingAmounts(asked)).as("of a backtest").isEmpty();
        assertThat(takingAmounts(asked.atBroker())).containsExactly("BTC/USD");
        assertThat(asked.atBroker().hash()).isEqualTo(asked.hash());
        assertThat(takingAmounts(fractions.atBroker())).containsExactly("SPY", "BTC/USD");
    }

    @Test
    void shouldHaveTheEngineMakeBracketsOfWhatIsBoughtByAmount() {
        final RunConfig both = config(
                "venue.alpaca.amounts=native", "venue.alpaca.brackets=native", "instruments.SPY.lot=0.000000001");

        assertThat(both.atBroker().instruments())
                .extracting(InstrumentDefinition::brackets)
                .startsWith(BracketStyle.STOP_AT_VENUE, BracketStyle.NATIVE);
    }

    @Test
    void shouldSayThatNothingCanBeOrderedByAmount() {
        assertThatThrownBy(() -> config("venue.alpaca.amounts=native", "instruments.BTC/USD.lot=0.0001"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("amounts: native is for instruments with lot: 0.000000001, and there is none");
    }
}
