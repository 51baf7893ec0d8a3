package reprise.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.guard.GuardBench.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeGuardTest {
    private final GuardBench bench = GuardBench.strict(false);

    @ParameterizedTest
    @CsvSource({
        "0,  1,  TRADE_PRICE FAIL 0/1,     TRADE_PRICE OK 10000/1",
        "-5, 1,  TRADE_PRICE FAIL -5/1,    TRADE_PRICE OK 10000/1",
        "10000, -1, TRADE_QUANTITY FAIL -1/0, TRADE_QUANTITY OK 1/0",
    })
    void shouldDropImpossibleTrades(
            final long price, final long quantity, final String complaint, final String relief) {
        bench.trade(10_000);

        assertThat(bench.tradeOf(0, price, quantity)).isFalse();
        assertThat(bench.told()).containsExactly(complaint);
        assertThat(bench.guard.blocksEntries(0)).isTrue();

        assertThat(bench.trade(10_000)).as("compared with the last good one").isTrue();
        assertThat(bench.told()).containsExactly(relief);
        assertThat(bench.dropped()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "10300, OK,   ",
        "9700,  OK,   ",
        "10301, WARN, TRADE_JUMP WARN 30100/30000",
        "11500, WARN, TRADE_JUMP WARN 150000/30000",
        "8500,  WARN, TRADE_JUMP WARN 150000/30000",
        "11501, FAIL, TRADE_JUMP FAIL 150100/150000",
        "8499,  FAIL, TRADE_JUMP FAIL 150100/150000",
        "9223372036854775807, FAIL, TRADE_JUMP FAIL 1000000000000000/150000",
    })
    void shouldJudgeJumps(final long price, final Verdict verdict, final String complaint) {
        bench.trade(10_000);

        assertThat(bench.trade(price)).as("a crash must be seen").isTrue();

        assertThat(bench.verdict()).isEqualTo(verdict);
        assertThat(bench.told()).isEqualTo(complaint == null ? List.of() : List.of(complaint));
    }

    @Test
    void shouldEndAWarningWithTheNextTradeNearby() {
        bench.trade(10_000);
        bench.trade(10_400);

        bench.trade(10_401);

        assertThat(bench.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void shouldEndAFailureAfterTenTradesInARowNearEachOther() {
        bench.trade(10_000);
        bench.trade(20_000);
        for (int i = 0; i < 9; i++) {
            bench.trade(20_000 + i);
            assertThat(bench.verdict()).as("trade %d", i).isEqualTo(Verdict.FAIL);
        }
        bench.trade(20_700);
        assertThat(bench.verdict()).as("a warning begins the count again").isEqualTo(Verdict.FAIL);

        for (int i = 0; i < 9; i++) {
            bench.trade(20_700 + i);
            assertThat(bench.verdict()).as("trade %d again", i).isEqualTo(Verdict.FAIL);
        }
        bench.trade(20_700);

        assertThat(bench.verdict()).isEqualTo(Verdict.OK);
        assertThat(bench.count(GuardCheck.TRADE_JUMP)).isEqualTo(2);
        assertThat(bench.told()).containsExactly("TRADE_JUMP FAIL 1000000/150000", "TRADE_JUMP OK 387/30000");
    }

    @Test
    void shouldEndAFailureWhenTheOperatorSaysSo() {
        bench.trade(10_000);
        bench.trade(20_000);

        bench.guard.acknowledge(0);

        assertThat(bench.guard.blocksEntries(0)).isFalse();
        bench.trade(20_000);
        assertThat(bench.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void shouldTakeALittleDisorderAndDropOldTrades() {
        bench.at(20 * SECOND).tradeOf(10 * SECOND, 10_000, 1);

        assertThat(bench.tradeOf(9 * SECOND, 10_000, 2)).as("a second late").isTrue();
        assertThat(bench.tradeOf(9 * SECOND - 1, 10_000, 3)).as("later").isFalse();

        assertThat(bench.told()).containsExactly("OUT_OF_ORDER_TRADE WARN 1000000000/0");
        assertThat(bench.count(GuardCheck.OUT_OF_ORDER_TRADE)).isEqualTo(2);
        bench.tradeOf(10 * SECOND, 10_000, 4);
        assertThat(bench.told()).containsExactly("OUT_OF_ORDER_TRADE OK 0/0");
    }

    @Test
    void shouldFlagWhatLooksLikeTheTradeBefore() {
        bench.at(20 * SECOND).tradeOf(10 * SECOND, 10_000, 1);
        bench.tradeOf(10 * SECOND, 10_000, 2);
        bench.tradeOf(10 * SECOND, 10_001, 2);
        bench.tradeOf(11 * SECOND, 10_001, 2);
        assertThat(bench.told()).isEmpty();

        assertThat(bench.tradeOf(11 * SECOND, 10_001, 2)).isTrue();
        assertThat(bench.tradeOf(11 * SECOND, 10_001, 2)).isTrue();
        bench.trade(10_001);

        assertThat(bench.told()).containsExactly("DUPLICATE_TRADE WARN 2/1", "DUPLICATE_TRADE OK 1/1");
        assertThat(bench.count(GuardCheck.DUPLICATE_TRADE)).isEqualTo(2);
    }

    @Test
    void shouldNotTakeTradesOfUnknownTimeForDuplicates() {
        bench.trade(10_000);
        bench.trade(10_000);

        assertThat(bench.told()).isEmpty();
    }
}
