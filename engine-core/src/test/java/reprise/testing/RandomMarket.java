package reprise.testing;

import java.util.SplittableRandom;
import reprise.market.Aggressor;
import reprise.market.BracketStyle;
import reprise.message.EventPublisher;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** Market data and operators, by chance. */
public final class RandomMarket {
    private final SplittableRandom random;
    private final EventPublisher events;
    private final int instrumentCount;
    private final int strategyCount;
    private long timeNs;

    /**
     * A market.
     *
     * @param random its chance.
     * @param events where it shows.
     * @param instrumentCount instruments I0, I1, ... at venue 1.
     * @param strategyCount strategies that operators start and stop.
     */
    public RandomMarket(
            final SplittableRandom random,
            final EventPublisher events,
            final int instrumentCount,
            final int strategyCount) {
        this.random = random;
        this.events = events;
        this.instrumentCount = instrumentCount;
        this.strategyCount = strategyCount;
    }

    /** What comes first in every session. */
    public void open() {
        events.onRunStarted("run", "build", "config");
        for (int i = 0; i < instrumentCount; i++) {
            // The first has whatever an order can be; of the others, venues have only the plainest.
            final Definitions definition = Definitions.anInstrument()
                    .withId(i)
                    .withAbilities(i == 0 ? -1 : Definitions.PLAIN_TYPES, -1)
                    .withBrackets(i == 0 ? BracketStyle.of(random.nextInt(3)) : BracketStyle.ENGINE);
            events.onInstrumentDefined(i == 0 ? definition.withAmounts().define() : definition.define());
        }
        events.onVenueConnected(1);
        events.onAccountReported(1, 1L << 50, "USD");
        for (int i = 1; i <= strategyCount; i++) {
            events.onStartRequested(i);
        }
    }

    /** One event. */
    public void next() {
        timeNs += random.nextInt(20);
        events.at(timeNs);
        final int instrumentId = random.nextInt(instrumentCount);
        final long price = 95 + random.nextInt(10);
        switch (random.nextInt(100)) {
            case 0 -> operator(instrumentId);
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> events.onClockTicked();
            default -> {
                switch (random.nextInt(3)) {
                    case 0 -> events.onBar(instrumentId, timeNs, 10, price, price + 2, price - 2, price + 1, 5);
                    case 1 -> events.onQuote(instrumentId, timeNs, price, 5, price + random.nextInt(3), 6);
                    default -> events.onTrade(instrumentId, timeNs, price, 1, Aggressor.UNKNOWN);
                }
            }
        }
    }

    private void operator(final int instrumentId) {
        switch (random.nextInt(16)) {
            case 0 -> events.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);
            case 1 -> events.onStopRequested(1 + random.nextInt(strategyCount));
            case 2 -> events.onClosePositionRequested(instrumentId);
            case 3 -> events.onFlattenAllRequested();
            case 4 -> events.onVenueDisconnected(1);
            case 5 -> events.onPositionReported(1, instrumentId, random.nextLong(-50, 50), 100);
            default -> {
                events.onVenueConnected(1);
                events.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);
                for (int i = 1; i <= strategyCount; i++) {
                    events.onStartRequested(i);
                }
            }
        }
    }
}
