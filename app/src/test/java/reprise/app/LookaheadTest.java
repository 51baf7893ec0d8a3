package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookaheadTest {
    private static final String CONF = "../conf/btc-trend.yaml";

    private static Cli.Result lookahead(final String data, final String... more) {
        final String[] arguments = new String[more.length + 4];
        arguments[0] = "lookahead";
        arguments[1] = CONF;
        arguments[2] = "--data";
        arguments[3] = data;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Cli.run(arguments);
    }

    @Test
    void shouldFindThatWhatShipsKnowsNothingOfTheFuture() {
        final Cli.Result result =
                lookahead("synthetic:bars=3000,seed=7,period=5m,price=40000", "--cuts", "12", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.field("clean")).isEqualTo("true");
        assertThat(result.field("moments")).isEqualTo("3000");
        assertThat(Integer.parseInt(result.field("cuts"))).isBetween(7, 12);
        assertThat(Integer.parseInt(result.field("cutsAtDecisions"))).isGreaterThanOrEqualTo(6);
    }

    @Test
    void shouldCutAtEveryMomentOfSmallData() {
        final Cli.Result result = lookahead("synthetic:bars=30,seed=7,period=5m,price=40000");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "30 of 30 moments",
                        "0 of them where something was decided",
                        "nothing is proved of the strategies");
    }

    @Test
    void shouldSayHowManyBarsForgetTheStart() {
        final Cli.Result result = lookahead(
                "synthetic:bars=12000,seed=7,period=5m,price=40000", "--find-warmup", "--starts", "3", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.field("settled")).isEqualTo("true");
        assertThat(Integer.parseInt(result.field("bars"))).isBetween(1, 2_000);
    }

    /** A run that is being warmed decides nothing: compared with one that trades, it would differ for as long as its warm-up is. */
    @Test
    void shouldFindTheSameWarmupWhateverIsConfigured() {
        final String data = "synthetic:bars=4000,seed=7,period=5m,price=40000";
        final Cli.Result without = lookahead(data, "--find-warmup", "--starts", "2", "--json");
        final Cli.Result with = lookahead(data, "--find-warmup", "--starts", "2", "--warmup", "1500", "--json");

        assertThat(with.exitCode()).as(with.err()).isZero();
        assertThat(with.out()).isEqualTo(without.out()).contains("\"settled\" : true");
    }

    @Test
    void shouldRefuseWhatItCannotDo() {
        final Cli.Result none = lookahead("synthetic:bars=30", "--cuts", "0");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("--cuts 0: allowed: 1 to");

        final Cli.Result missing = lookahead("no-such-BTCUSDT.csv");
        assertThat(missing.exitCode()).isEqualTo(4);
        assertThat(missing.err()).contains("no-such-BTCUSDT.csv");
    }
}
