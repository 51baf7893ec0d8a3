package reprise.signal;

import java.util.ArrayList;
import java.util.List;
import reprise.number.Money;
import reprise.order.Side;

/** An arbiter over a made-up account, and what it tells. */
abstract class ArbiterFixture {
    static final long NOW = 1_700_000_000_000_000_000L;
    static final long SECOND = 1_000_000_000L;

    final TestAccount account = new TestAccount();
    final List<String> told = new ArrayList<>();
    Decision last;
    Arbiter arbiter = arbiter(ArbiterConfig.standard(TestAccount.STRATEGIES, TestAccount.INSTRUMENTS));
    long nextId;

    Arbiter arbiter(final ArbiterConfig config) {
        final Arbiter made = new Arbiter(config, account.instruments, account, this::onDecision);
        for (int i = 0; i < TestAccount.STRATEGIES; i++) {
            made.define(i, terms(DetectionType.NONE, 0, false));
        }
        return made;
    }

    static StrategyTerms terms(final DetectionType detection, final long cooldownNs, final boolean reverses) {
        return new StrategyTerms(
                detection,
                cooldownNs,
                reverses,
                0.5,
                2,
                1,
                0.05,
                Long.MAX_VALUE,
                Money.ONE,
                new RiskPerTradeSizer(500_000));
    }

    void onDecision(final Decision decision) {
        last = decision;
        told.add("#" + decision.signal().id() + " " + decision.reason()
                + (decision.quantity() > 0 ? " " + decision.quantity() : "")
                + (decision.otherSignalId() >= 0 ? " to #" + decision.otherSignalId() : "")
                + (decision.reason() == ArbitrationReason.NO_SIZE ? " " + decision.boundBy() : ""));
    }

    /** At 50.00 with a stop of 5.00: the risk rule wants 100 shares, 5,000 of 100,000. */
    Signal signal(final int strategyId, final int instrumentId, final Side side) {
        return new Signal()
                .of(++nextId, NOW, instrumentId, side)
                .by(strategyId, 0, DetectionType.NONE)
                .weighing(60, 0.55)
                .at(5_000, 500, 0)
                .lasting(3 * SECOND, 0);
    }

    void offer(final Signal... signals) {
        for (final Signal signal : signals) {
            arbiter.offerOnBar(signal, NOW);
        }
        arbiter.onEndOfBatch(NOW);
    }
}
