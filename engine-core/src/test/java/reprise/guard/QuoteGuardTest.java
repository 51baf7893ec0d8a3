package reprise.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.guard.GuardBench.SECOND;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteGuardTest {
    private final GuardBench bench = GuardBench.strict(false);

    @ParameterizedTest
    @CsvSource({
        // bid, ask, check that speaks or none, verdict, value/limit, whether it goes on
        "10000, 10001, ,               OK,   ,          true",
        "10000, 10000, LOCKED_QUOTE,   WARN, 0/0,       true",
        "10001, 10000, CROSSED_QUOTE,  FAIL, 1/0,       true",
        "9975,  10025, ,               OK,   ,          true",
        "9975,  10026, SPREAD,         FAIL, 5100/5000, true",
        "1,     2,     SPREAD,         FAIL, 666667/5000, true",
        "0,     10000, ,               OK,   ,          true",
        "10000, 0,     ,               OK,   ,          true",
        "0,     0,     ,               OK,   ,          true",
        "-1,    10000, QUOTE_PRICE,    FAIL, -1/0,      false",
        "10000, -1,    QUOTE_PRICE,    FAIL, -1/0,      false",
        "9223372036854775806, 9223372036854775807, , OK, , true",
        "1, 9223372036854775807, SPREAD, FAIL, 2000000/5000, true",
    })
    void shouldJudgePrices(
            final long bid,
            final long ask,
            final GuardCheck check,
            final Verdict verdict,
            final String values,
            final boolean goesOn) {
        assertThat(bench.quote(bid, ask)).isEqualTo(goesOn);

        assertThat(bench.verdict()).isEqualTo(verdict);
        assertThat(bench.guard.blocksEntries(0)).isEqualTo(verdict == Verdict.FAIL);
        assertThat(bench.dropped()).isEqualTo(goesOn ? 0 : 1);
        if (check == null) {
            assertThat(bench.told()).isEmpty();
        } else {
            assertThat(bench.told()).containsExactly(check + " " + verdict + " " + values);
            assertThat(bench.count(check)).isOne();
            bench.quote(10_000, 10_001);
            assertThat(bench.verdict()).as("healed by a sane quote").isEqualTo(Verdict.OK);
            assertThat(bench.told()).hasSize(1).first().asString().startsWith(check + " OK");
        }
    }

    @Test
    void shouldTellOnceHoweverLongItLasts() {
        for (int i = 0; i < 5; i++) {
            bench.quote(10_001, 10_000);
        }

        assertThat(bench.told()).containsExactly("CROSSED_QUOTE FAIL 1/0");
        assertThat(bench.count(GuardCheck.CROSSED_QUOTE)).isEqualTo(5);
    }

    @Test
    void shouldNotTakeOneSideForTheEndOfACross() {
        bench.quote(10_001, 10_000);

        bench.quote(0, 10_000);

        assertThat(bench.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void shouldDropNegativeQuantities() {
        assertThat(bench.guard.onQuote(0, 0, 10_000, -1, 10_001, 1)).isFalse();
        assertThat(bench.guard.onQuote(0, 0, 10_000, 1, 10_001, -7)).isFalse();

        assertThat(bench.told()).containsExactly("QUOTE_QUANTITY FAIL -1/0");
        assertThat(bench.guard.onQuote(0, 0, 10_000, 0, 10_001, 0)).isTrue();
        assertThat(bench.told()).containsExactly("QUOTE_QUANTITY OK 0/0");
    }

    @Test
    void shouldDropWhatIsOlderThanTheQuoteBefore() {
        bench.at(10 * SECOND).quoteOf(9 * SECOND);

        assertThat(bench.quoteOf(9 * SECOND - 1)).isFalse();
        assertThat(bench.told()).containsExactly("CLOCK_BACKWARDS WARN 1/0");
        assertThat(bench.quoteOf(9 * SECOND)).isTrue();
        assertThat(bench.told()).containsExactly("CLOCK_BACKWARDS OK 0/0");
        assertThat(bench.quote(10_000, 10_001)).as("of unknown time").isTrue();
    }

    @Test
    void shouldFollowAClockThatWasSetBackOnceQuotesAreStale() {
        bench.at(10 * SECOND).quoteOf(10 * SECOND);
        bench.at(20 * SECOND);
        assertThat(bench.quoteOf(5 * SECOND)).isFalse();

        bench.at(80 * SECOND);
        assertThat(bench.verdict(GuardCheck.STALE_QUOTE)).isEqualTo(Verdict.FAIL);
        assertThat(bench.quoteOf(65 * SECOND - 60 * SECOND)).isTrue();
        assertThat(bench.quoteOf(6 * SECOND)).isTrue();

        assertThat(bench.verdict(GuardCheck.STALE_QUOTE))
                .as("by its own clock it is old still")
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void shouldNotTrustAClockFarAhead() {
        assertThat(bench.quoteOf(10 * SECOND)).isTrue();
        assertThat(bench.verdict()).isEqualTo(Verdict.OK);
        bench.told();

        assertThat(bench.at(SECOND).quoteOf(11 * SECOND + 1)).isTrue();
        assertThat(bench.told()).containsExactly("CLOCK_AHEAD WARN 10000000001/10000000000");
        assertThat(bench.quoteOf(10 * SECOND))
                .as("the impossible time is not remembered")
                .isTrue();
        assertThat(bench.told()).containsExactly("CLOCK_AHEAD OK 9000000000/10000000000");
    }

    @Test
    void shouldFailOnWarningsWhereStrict() {
        final GuardBench strict = GuardBench.strict(true);

        strict.quote(10_000, 10_000);

        assertThat(strict.told()).containsExactly("LOCKED_QUOTE FAIL 0/0");
        assertThat(strict.guard.blocksEntries(0)).isTrue();
        strict.quote(10_000, 10_001);
        assertThat(strict.guard.blocksEntries(0)).isFalse();
    }
}
