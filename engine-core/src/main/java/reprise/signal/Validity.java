package reprise.signal;

import java.util.Arrays;
import reprise.risk.TradingState;
import reprise.state.StateExchange;

/** Step 1: may the signal be looked at. Keeps when each strategy last had a signal accepted in each instrument, for the cooldown. */
final class Validity {
    private static final long NEVER = Long.MIN_VALUE;

    private final ArbiterConfig config;
    private final StrategyTerms[] terms;
    private final ArbitrationContext context;
    private final long[] acceptedAtNs;

    Validity(final ArbiterConfig config, final StrategyTerms[] terms, final ArbitrationContext context) {
        this.config = config;
        this.terms = terms;
        this.context = context;
        acceptedAtNs = new long[Math.multiplyExact(config.maxStrategies(), config.maxInstruments())];
        Arrays.fill(acceptedAtNs, NEVER);
    }

    void check(final Decision decision, final long nowNs) {
        final Signal signal = decision.signal;
        if (!isSound(signal)) {
            decision.refuse(ArbitrationReason.INVALID_SIGNAL, 0, 0);
            return;
        }
        final StrategyTerms own = terms[signal.strategyId()];
        final long ageNs = nowNs - signal.timeNs();
        if (ageNs > signal.ttlNs()) {
            decision.refuse(ArbitrationReason.EXPIRED, ageNs, signal.ttlNs());
        } else if (!context.isDataFresh(signal.instrumentId())) {
            decision.refuse(ArbitrationReason.STALE_DATA, 0, 0);
        } else if (!context.isSessionOpen(signal.instrumentId())) {
            decision.refuse(ArbitrationReason.SESSION_CLOSED, 0, 0);
        } else if (!context.isEnabled(signal.strategyId())) {
            decision.refuse(ArbitrationReason.STRATEGY_DISABLED, 0, 0);
        } else if (!own.detection().accepts(signal.detection())) {
            decision.refuse(ArbitrationReason.DETECTION_TYPE, 0, 0);
        } else if (isCooling(signal, own, nowNs)) {
            decision.refuse(ArbitrationReason.COOLDOWN, nowNs - acceptedAtNs[index(signal)], own.cooldownNs());
        } else {
            checkAccount(decision);
        }
    }

    private void checkAccount(final Decision decision) {
        final Signal signal = decision.signal;
        final TradingState trading = context.tradingState(signal.strategyId(), signal.instrumentId());
        if (trading != TradingState.ACTIVE) {
            decision.refuse(ArbitrationReason.TRADING_STATE, trading.ordinal(), TradingState.ACTIVE.ordinal());
        } else if (!context.allowsDayTrade(signal)) {
            decision.refuse(ArbitrationReason.DAY_TRADE, 0, 0);
        }
    }

    private boolean isSound(final Signal signal) {
        return signal.strategyId() >= 0
                && signal.strategyId() < config.maxStrategies()
                && terms[signal.strategyId()] != null
                && signal.instrumentId() >= 0
                && signal.instrumentId() < config.maxInstruments()
                && signal.entryPrice() > 0
                && signal.stopDistance() >= 0
                && signal.priority() >= 0
                && signal.priority() <= 100
                && signal.confidence() >= 0
                && signal.confidence() <= 1;
    }

    private boolean isCooling(final Signal signal, final StrategyTerms own, final long nowNs) {
        final long last = acceptedAtNs[index(signal)];
        return last != NEVER && nowNs - last < own.cooldownNs();
    }

    private int index(final Signal signal) {
        return signal.strategyId() * config.maxInstruments() + signal.instrumentId();
    }

    void onAccepted(final Signal signal, final long nowNs) {
        acceptedAtNs[index(signal)] = nowNs;
    }

    void state(final StateExchange state) {
        state.field("acceptedAtNs", acceptedAtNs);
    }
}
