package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.strategy.StrategyContext;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

/** Two strategies of which the first trades I0 by script, and an engine around them. */
abstract class CoreFixture {
    final List<String> heard = new ArrayList<>();
    final ScriptedStrategy first = new ScriptedStrategy(heard, "I0");
    final ScriptedStrategy second = new ScriptedStrategy(heard, "I0", "I1");
    final TestEngine engine = new TestEngine(first, second);

    CoreFixture() {
        heard.clear();
    }

    @AfterEach
    void audit() {
        engine.core().portfolio().audit();
    }

    OrderRequest limit(final Side side, final long quantity, final long price) {
        return new OrderRequest().limit(engine.instrument(0), side, quantity, price, TimeInForce.GTC);
    }

    OrderRequest buy(final long quantity) {
        return limit(Side.BUY, quantity, 100);
    }

    /** The first strategy has an accepted order to buy. */
    long workingOrder(final long quantity) {
        first.next(context -> assertThat(context.submit(buy(quantity))).isEqualTo(RejectReason.NONE));
        engine.trade(0, 100);
        final long orderId = engine.lastOrderId();
        engine.events().onOrderAccepted(orderId, 0);
        engine.commands();
        heard.clear();
        return orderId;
    }

    RejectReason ask(final Function<StrategyContext, RejectReason> question) {
        final List<RejectReason> answers = new ArrayList<>();
        first.next(context -> answers.add(question.apply(context)));
        engine.events().onQuote(0, 0, 0, 0, 0, 0);
        return answers.get(0);
    }
}
