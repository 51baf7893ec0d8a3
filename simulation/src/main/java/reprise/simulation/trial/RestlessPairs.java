package reprise.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import reprise.execution.PairReason;
import reprise.execution.PairSettings;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.Side;
import reprise.state.StateExchange;
import reprise.strategy.PairTrade;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/**
 * Opens and leaves pairs of neighbouring instruments, I0 and I1, I1 and I2, by its own chance, which is part of its state: the same events make
 * it do the same. What it trades, it trades in pairs.
 */
final class RestlessPairs implements Strategy {
    private static final int MOST_MONEY = 3_000;

    private final int instrumentCount;
    private final int idleness;
    private final PairSettings settings;
    private final PairSettings told;
    private final List<PairTrade> pairs = new ArrayList<>();
    private final long[] whole1;
    private final long[] whole2;
    private final long[] parts;
    private StrategyContext context;
    private long state;

    /**
     * A strategy.
     *
     * @param seed of its chance.
     * @param instrumentCount it listens to I0, I1, ...
     * @param idleness of so many chances it takes one.
     * @param settings of its pairs, as it knows them.
     * @param told what it tells the engine of them.
     */
    RestlessPairs(
            final long seed,
            final int instrumentCount,
            final int idleness,
            final PairSettings settings,
            final PairSettings told) {
        state = seed | 1;
        this.instrumentCount = instrumentCount;
        this.idleness = idleness;
        this.settings = settings;
        this.told = told;
        whole1 = new long[instrumentCount - 1];
        whole2 = new long[instrumentCount - 1];
        parts = new long[instrumentCount - 1];
    }

    private int draw(final int bound) {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (int) ((state >>> 1) % bound);
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        for (int i = 0; i < instrumentCount; i++) {
            context.subscribe(context.instrument("I" + i));
        }
        for (int i = 0; i < instrumentCount - 1; i++) {
            pairs.add(context.pair(context.instrument("I" + i), context.instrument("I" + (i + 1)), told));
        }
    }

    @Override
    public void onBar(final Instrument instrument) {
        act();
    }

    @Override
    public void onQuote(final Instrument instrument) {
        act();
    }

    @Override
    public void onTrade(final Instrument instrument) {
        act();
    }

    @Override
    public void onPair(final PairTrade pair, final PairState from, final PairState to, final PairReason reason) {
        if (draw(12) == 0) {
            pair.close();
        }
    }

    private void act() {
        if (draw(idleness) != 0) {
            return;
        }
        final PairTrade pair = pairs.get(draw(pairs.size()));
        if (draw(4) == 0) {
            pair.close();
        } else if (pair.state() == PairState.FLAT && pair.isStarted()) {
            open(pair);
        }
    }

    private void open(final PairTrade pair) {
        final long money = (1 + draw(MOST_MONEY)) * Money.ONE;
        final long quantity1 = worth(pair.instrument(0), money);
        final long quantity2 = worth(pair.instrument(1), money * (2 + draw(3)) / 3);
        if (quantity1 > 0 && quantity2 > 0) {
            final int index = pair.pairId() - 1;
            whole1[index] = quantity1;
            whole2[index] = quantity2;
            final long most = Math.max(money(pair.instrument(0), quantity1), money(pair.instrument(1), quantity2));
            parts[index] = Math.max(1, -Math.floorDiv(-most, settings.maxUnhedgedNotional()));
            pair.open(Side.of(draw(2)), quantity1, quantity2);
        }
    }

    private static long worth(final Instrument instrument, final long money) {
        final long lot = instrument.definition().lotSize();
        final long lotMoney = money(instrument, lot);
        return lotMoney == 0 ? 0 : money / lotMoney * lot;
    }

    private static long money(final Instrument instrument, final long quantity) {
        return instrument.notional(instrument.markPrice(), quantity);
    }

    /** Its pairs; none before it was started. */
    List<PairTrade> pairs() {
        return pairs;
    }

    /** What was to be opened last of a leg of a pair; 0 for nothing yet. */
    long whole(final PairTrade pair, final int leg) {
        return (leg == 0 ? whole1 : whole2)[pair.pairId() - 1];
    }

    /** In how many parts. */
    long parts(final PairTrade pair) {
        return parts[pair.pairId() - 1];
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange exchange) {
        exchange.section("restlessPairs", 0);
        state = exchange.field("state", state);
        exchange.field("whole1", whole1);
        exchange.field("whole2", whole2);
        exchange.field("parts", parts);
    }
}
