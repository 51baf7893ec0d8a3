package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.core.SupervisedEngine.MINUTE;
import static reprise.core.SupervisedEngine.guarded;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.guard.GuardLimits;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** The data guard in the engine: what it does not trust nobody hears of, and while it does not trust, nothing is opened. */
class GuardDeskTest {
    private final SupervisedEngine desk = guarded(GuardLimits.forBars(MINUTE));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void shouldRefuseEntriesAndNeverExitsWhileAJumpIsNotBelieved() {
        desk.holds(desk.first, 10, 100_00);

        assertThat(desk.order(desk.second, Side.BUY, 1, 150_00)).isEqualTo(RejectReason.DATA_NOT_TRUSTED);
        assertThat(desk.order(desk.first, Side.SELL, 10, 150_00)).isEqualTo(RejectReason.NONE);

        assertThat(desk.decisions())
                .anySatisfy(
                        line -> assertThat(line).startsWith("guardVerdictChanged [0, BAR_JUMP, FAIL, 500000, 150000]"))
                .anySatisfy(line -> assertThat(line).startsWith("orderRefused [2, 0, BUY, 1, 15000, DATA_NOT_TRUSTED"));
    }

    @Test
    void shouldOpenAgainAfterEnoughGoodBars() {
        desk.bar(100_00);
        desk.bar(150_00);
        desk.bar(150_00);
        desk.bar(150_00);
        desk.bar(150_00);

        assertThat(desk.order(desk.first, Side.BUY, 1, 150_00)).isEqualTo(RejectReason.NONE);
        assertThat(desk.decisions("guardVerdictChanged"))
                .containsExactly(
                        "guardVerdictChanged [0, BAR_JUMP, FAIL, 500000, 150000]",
                        "guardVerdictChanged [0, BAR_JUMP, OK, 0, 30000]");
    }

    @Test
    void shouldKeepABarThatCannotBeFromEverybody() {
        desk.bar(100_00);
        desk.first.take();

        desk.bar(100_00, 99_00, 100_00, 100_00);

        assertThat(desk.first.take()).isEmpty();
        assertThat(desk.engine.instrument(0).bar().high()).isEqualTo(100_00);
        assertThat(desk.decisions("guardVerdictChanged"))
                .containsExactly("guardVerdictChanged [0, INCONSISTENT_BAR, FAIL, 60000000000, 1]");
    }

    @Test
    void shouldOpenNothingWhileQuotesAreCrossed() {
        desk.bar(100_00);

        assertThat(buyAtQuote(100_05, 100_01)).isEqualTo(RejectReason.DATA_NOT_TRUSTED);
        assertThat(buyAtQuote(100_00, 100_01)).isEqualTo(RejectReason.NONE);
        assertThat(desk.decisions("guardVerdictChanged"))
                .startsWith("guardVerdictChanged [0, CROSSED_QUOTE, FAIL, 4, 0]");
    }

    private RejectReason buyAtQuote(final long bid, final long ask) {
        final List<RejectReason> answers = new ArrayList<>();
        desk.first.next(context -> answers.add(
                context.submit(new OrderRequest().market(desk.engine.instrument(0), Side.BUY, 1, TimeInForce.GTC))));
        desk.quote(bid, ask);
        return answers.get(0);
    }

    @Test
    void shouldKeepAQuoteThatCannotBeFromEverybody() {
        desk.quote(100_00, 100_01);
        desk.first.take();

        desk.quote(-1, 100_01);

        assertThat(desk.first.take()).isEmpty();
        assertThat(desk.engine.instrument(0).quote().bidPrice()).isEqualTo(100_00);
        assertThat(desk.decisions("guardVerdictChanged"))
                .containsExactly("guardVerdictChanged [0, QUOTE_PRICE, FAIL, -1, 0]");
    }

    @Test
    void shouldCallBarsStaleByItsOwnTimer() {
        desk.bar(100_00);
        final String before = desk.engine.core().stateHash();

        desk.clock(desk.timeNs + 10 * MINUTE);

        assertThat(desk.decisions("guardVerdictChanged"))
                .anySatisfy(line -> assertThat(line).startsWith("guardVerdictChanged [0, STALE_BAR, FAIL"));
        assertThat(desk.engine.core().stateHash()).isNotEqualTo(before);
    }

    @Test
    void shouldWarnOfMissingBarsAndFailWhenManyAreMissing() {
        desk.bar(100_00);
        desk.timeNs += 2 * MINUTE;
        desk.bar(100_00);
        assertThat(desk.order(desk.first, Side.BUY, 1, 100_00)).isEqualTo(RejectReason.NONE);
        desk.timeNs += 11 * MINUTE;

        assertThat(desk.order(desk.second, Side.BUY, 1, 100_00)).isEqualTo(RejectReason.DATA_NOT_TRUSTED);
        assertThat(desk.decisions("guardVerdictChanged"))
                .contains("guardVerdictChanged [0, GAP, WARN, 2, 0]", "guardVerdictChanged [0, GAP, FAIL, 11, 10]");
    }

    @Test
    void shouldBelieveAgainWhenTheOperatorHasLooked() {
        desk.bar(100_00);
        desk.bar(150_00);
        desk.engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);

        assertThat(desk.order(desk.first, Side.BUY, 1, 150_00)).isEqualTo(RejectReason.NONE);
    }
}
