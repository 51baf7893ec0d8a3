package reprise.simulation.lookahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.PatientTrader;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

class StartCheckTest {
    private static final int BARS = 400;

    private static List<LateStart> check(final LookaheadCheckTest.Maker maker) {
        return new StartCheck(
                        LookaheadCheckTest.experiment(maker, bars -> bars),
                        LookaheadCheckTest.data(5, BARS).subList(0, 1))
                .run(4, done -> {});
    }

    @Test
    void shouldCountTheBarsUntilDecisionsNoLongerHangOnTheStart() {
        final List<LateStart> starts = check(data -> new Follower(20));

        assertThat(starts).hasSize(4).allMatch(LateStart::isSettled);
        assertThat(starts)
                .extracting(LateStart::bars)
                .allMatch(bars -> bars <= 60)
                .anyMatch(bars -> bars > 1);
        assertThat(starts).extracting(LateStart::differing).anyMatch(differing -> differing > 0);
    }

    @Test
    void shouldFindNoSuchBarWhereTheStartIsNeverForgotten() {
        // It counts its bars, and no start is a multiple of seven bars away from another.
        assertThat(check(data -> new PatientTrader("BTCUSDT", 7))).hasSize(4).noneMatch(LateStart::isSettled);
    }

    /** Holds while the price rose on the bar and is above the mean of so many bars. */
    private static final class Follower implements Strategy {
        private final int length;
        private final long[] closes = new long[BARS];
        private final OrderRequest request = new OrderRequest();
        private StrategyContext context;
        private int bars;

        Follower(final int length) {
            this.length = length;
        }

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            context.subscribe(context.instrument("BTCUSDT"));
        }

        @Override
        public void onBar(final Instrument instrument) {
            closes[bars++] = instrument.bar().close();
            final int from = Math.max(0, bars - length);
            double sum = 0;
            for (int i = from; i < bars; i++) {
                sum += closes[i];
            }
            final boolean wants = instrument.bar().close() > instrument.bar().open()
                    && instrument.bar().close() >= sum / (bars - from);
            if (wants == context.position(instrument).isFlat()) {
                context.submit(request.market(instrument, wants ? Side.BUY : Side.SELL, 1_000, TimeInForce.GTC));
            }
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            onStart(newContext);
        }

        @Override
        public void exchange(final StateExchange state) {
            bars = state.field("bars", bars);
            state.field("closes", closes);
        }
    }
}
