package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.core.ArbitrationPolicy;
import reprise.core.CoreConfig;
import reprise.core.IntentPolicy;
import reprise.core.OrderTimeouts;
import reprise.core.SupervisionPolicy;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.Order;
import reprise.risk.RiskLimits;
import reprise.signal.ArbiterConfig;
import reprise.signal.DetectionType;
import reprise.signal.FixedSizer;
import reprise.signal.StrategyTerms;
import reprise.strategies.momentum.DetectionSettings;
import reprise.strategies.momentum.MomentumStrategy;
import reprise.strategies.rule.Condition;
import reprise.strategies.rule.MoverDirection;
import reprise.strategies.rule.RuleDefinition;
import reprise.strategies.rule.RuleSide;

/** The momentum strategy, saved at any bar and restored, goes on as if nothing had happened. */
class RestoredMomentumTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long OPEN = 1_704_067_200_000_000_000L;
    private static final int BARS = 14 * 288;
    private static final long WIDE = Money.parse("1000000000");

    private static CoreConfig config() {
        final StrategyTerms terms = new StrategyTerms(
                DetectionType.NONE,
                0,
                false,
                0.6,
                2,
                1,
                0.05,
                Long.MAX_VALUE,
                10 * Money.ONE,
                FixedSizer.ofQuantity(10));
        return new CoreConfig(
                new RiskLimits(WIDE, WIDE, 100),
                10_000,
                1_000,
                new OrderTimeouts(MINUTE_NS, MINUTE_NS, MINUTE_NS, MINUTE_NS, MINUTE_NS, 5),
                SupervisionPolicy.NONE,
                new IntentPolicy(
                        new ArbitrationPolicy(
                                ArbiterConfig.standard(2, 2), List.of(terms), false, List.of(), "utc-days"),
                        List.of(),
                        null));
    }

    private static RuleDefinition rule(final String name, final DetectionType detection, final String turned) {
        return new RuleDefinition(
                name,
                "",
                detection,
                MoverDirection.ANY,
                RuleSide.LONG,
                List.of(new Condition("turned", turned)),
                "turned and within(3, low < ema:9)",
                0.5,
                50,
                new ExitPolicy(
                        ExitPlan.builder()
                                .stop(ExitDistance.atr(300_000_000))
                                .maxHoldBars(20)
                                .build(),
                        14,
                        0));
    }

    private static MomentumStrategy strategy() {
        return new MomentumStrategy(new MomentumStrategy.Parameters(
                List.of(),
                null,
                List.of(
                        rule("always", DetectionType.NONE, "close > high[1] then close > high[1] within 5"),
                        rule("movers", DetectionType.BOTH, "close > high[1]")),
                DetectionSettings.standard(DetectionSettings.Market.CRYPTO)));
    }

    @Test
    void shouldGoOnAsIfNothingHadHappened() {
        final RestoredEngine whole = new RestoredEngine(config(), strategy());
        final List<RestoredEngine> restored = new ArrayList<>();
        final SplittableRandom random = new SplittableRandom(5);
        final long[] prices = {20_000, 3_000};
        int commands = 0;

        begin(whole.events());
        for (int bar = 1; bar <= BARS; bar++) {
            if (bar % 1_009 == 0) {
                final RestoredEngine next = new RestoredEngine(config(), strategy());
                next.restore(whole.save());
                restored.add(next);
            }
            for (int id = 0; id < 2; id++) {
                final boolean jumps = random.nextInt(150) == 0;
                final long open = prices[id];
                final long reach = jumps ? open / 20 : open / 500;
                prices[id] = Math.max(1_000, open + random.nextLong(-reach, reach + 1));
                final long volume = 100_000_000L * (jumps ? 30 : 1 + random.nextInt(4));
                commands += tell(whole, restored, id, bar, open, prices[id], volume);
            }
            commands += fill(whole, restored, prices);
        }

        for (final RestoredEngine engine : restored) {
            assertThat(engine.core().stateHash()).isEqualTo(whole.core().stateHash());
        }
        assertThat(commands).as("worth its name").isGreaterThan(100);
    }

    private static void begin(final EventPublisher events) {
        events.onInstrumentDefined(new InstrumentDefinition(0, 0, "BTCUSDT", "BTC", "USDT", 2, 5, 1, 1, 0));
        events.onInstrumentDefined(new InstrumentDefinition(1, 0, "ETHUSDT", "ETH", "USDT", 2, 5, 1, 1, 0));
        events.onVenueConnected(0);
        events.onAccountReported(0, 1_000_000 * Money.ONE, "USDT");
        events.onStartRequested(1);
    }

    private static int tell(
            final RestoredEngine whole,
            final List<RestoredEngine> restored,
            final int id,
            final int bar,
            final long open,
            final long close,
            final long volume) {
        final long timeNs = OPEN + bar * 5 * MINUTE_NS;
        final long high = Math.max(open, close) + 5;
        final long low = Math.min(open, close) - 5;
        whole.events().at(timeNs).onBar(id, timeNs, 5 * MINUTE_NS, open, high, low, close, volume);
        final List<String> expected = whole.takeCommands();
        for (final RestoredEngine engine : restored) {
            engine.events().at(timeNs).onBar(id, timeNs, 5 * MINUTE_NS, open, high, low, close, volume);
            assertThat(engine.takeCommands()).isEqualTo(expected);
        }
        return expected.size();
    }

    private static int fill(final RestoredEngine whole, final List<RestoredEngine> restored, final long[] prices) {
        int commands = 0;
        while (whole.core().orders().openCount() > 0) {
            final Order order = whole.core().orders().openAt(0);
            final long orderId = order.orderId();
            final long quantity = order.leavesQuantity();
            final long price = prices[order.instrumentId()];
            final List<RestoredEngine> all = new ArrayList<>(restored);
            all.add(0, whole);
            List<String> expected = null;
            for (final RestoredEngine engine : all) {
                engine.events()
                        .onOrderFilled(orderId, orderId, 0, price, quantity, 3, FeeAsset.QUOTE, Liquidity.UNKNOWN);
                final List<String> taken = engine.takeCommands();
                expected = expected == null ? taken : expected;
                assertThat(taken).isEqualTo(expected);
            }
            commands += expected.size();
        }
        return commands;
    }
}
