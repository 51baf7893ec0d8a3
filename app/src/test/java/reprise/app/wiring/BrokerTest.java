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
        assertThatThrownBy(() -> Broker.requireConsent(unsaid, false)).isInstanceOf(ConfigException.class);
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
}
