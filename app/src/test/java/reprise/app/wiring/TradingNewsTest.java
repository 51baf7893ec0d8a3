package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.simulation.backtest.SessionProgress;

class TradingNewsTest {
    private static final RunConfig CONFIG = RunConfigReader.parse("test", """
            name: news
            account: {currency: USD, cash: 10000}
            instruments: {SIM: {base: SIM, quote: USD, tick: 0.01, lot: 0.01}}
            venue: {kind: simulated}
            strategies: {trend: {kind: trend, instrument: SIM}}
            risk: {maxOrderNotional: 2000, maxPositionNotional: 2000}
            """);

    private final List<String> said = new ArrayList<>();
    private final TradingNews news = new TradingNews(CONFIG, Path.of("out/journal"), SessionProgress.SILENT, said::add);

    @Test
    void shouldSayWhatIsRestrictedWhyAndHowToEndIt() {
        news.onTradingState(TradingScope.ENGINE, 0, TradingState.HALTED, StateCause.RECONCILIATION, 1_000_000_000L);
        news.onTradingState(TradingScope.INSTRUMENT, 0, TradingState.REDUCING, StateCause.NO_ANSWER, 2_000_000_000L);
        news.onTradingState(TradingScope.STRATEGY, 1, TradingState.REDUCING, StateCause.RISK_MONITOR, 3_000_000_000L);

        news.onProgress(0, 0);
        news.onProgress(0, 0);

        assertThat(said)
                .as("each once")
                .containsExactlyInAnyOrder(
                        "the engine is HALTED since 1970-01-01T00:00:01Z (the venue's books differ from ours): nothing"
                                + " passes but cancels and the operator's own orders; look, then end it by: reprise tell"
                                + " out/journal resume",
                        "SIM is REDUCING since 1970-01-01T00:00:02Z (the venue does not say what became of an order):"
                                + " nothing is opened any more; look, then end it by: reprise tell out/journal instrument"
                                + " SIM resume",
                        "strategy trend is REDUCING since 1970-01-01T00:00:03Z (a limit of the monitor was passed):"
                                + " nothing is opened any more; look, then end it by: reprise tell out/journal strategy"
                                + " trend resume");
    }

    @Test
    void shouldSayThatTradingGoesOnAndNothingOfWhatCameAndWent() {
        news.onTradingState(TradingScope.ENGINE, 0, TradingState.HALTED, StateCause.OPERATOR, 1);
        news.onTradingState(TradingScope.ENGINE, 0, TradingState.ACTIVE, StateCause.OPERATOR, 2);
        news.say();
        assertThat(said).isEmpty();

        news.onTradingState(TradingScope.ENGINE, 0, TradingState.HALTED, StateCause.OPERATOR, 3);
        news.say();
        news.onTradingState(TradingScope.ENGINE, 0, TradingState.ACTIVE, StateCause.OPERATOR, 4);
        news.say();
        assertThat(said).hasSize(2);
        assertThat(said.get(1)).contains("ACTIVE").endsWith("all that the limits allow is traded again");
    }
}
