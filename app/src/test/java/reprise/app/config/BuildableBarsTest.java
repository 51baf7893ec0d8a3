package reprise.app.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bars are refused only where it is certain that they cannot be built of any that their instrument has. */
class BuildableBarsTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final Map<String, Set<Long>> MIXED = Map.of("AAA", Set.of(5 * MINUTE), "BBB", Set.of(MINUTE));
    private static final String TREND = "{kind: trend, instrument: AAA, bars: %s}";
    private static final String MOMENTUM = """
            {kind: momentum, bars: %s, %s rules: {up: {side: long, when: "close > 1",
              exits: {stop: 0.01}}}}""";

    private static StrategyBlock strategy(final String block) {
        return RunConfigReader.parse("test", """
                        name: test
                        account: {currency: USD, cash: 1000}
                        instruments:
                          AAA: {base: AAA, quote: USD, tick: 0.01, lot: 1}
                          BBB: {base: BBB, quote: USD, tick: 0.01, lot: 1}
                        venue: {kind: simulated}
                        strategies:
                          only: %s
                        risk: {maxOrderNotional: 100, maxPositionNotional: 200}
                        """.formatted(block)).strategies().get(0);
    }

    private static void assertTaken(final String block, final Map<String, Set<Long>> lengthsNs) {
        assertThatCode(() -> strategy(block).requireBuildable(lengthsNs)).doesNotThrowAnyException();
    }

    private static void assertRefused(
            final String block, final Map<String, Set<Long>> lengthsNs, final String message) {
        assertThatThrownBy(() -> strategy(block).requireBuildable(lengthsNs))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("test:8: strategies.only.bars: " + message);
    }

    @Test
    void shouldTakeBarsThatAnyLengthOfTheInstrumentFills() {
        final Map<String, Set<Long>> two = Map.of("AAA", Set.of(5 * MINUTE, 2 * MINUTE));

        assertTaken(TREND.formatted("4m"), two);
        assertTaken(TREND.formatted("5m"), two);
        assertRefused(TREND.formatted("1m"), two, "1m bars cannot be built of the bars of AAA, which are of ");
        assertRefused(TREND.formatted("7m"), two, "7m bars cannot be built of the bars of AAA");
    }

    @Test
    void shouldLookAtTheInstrumentsThatAreNamed() {
        assertTaken(TREND.formatted("5m"), MIXED);
        assertRefused(TREND.formatted("1m"), MIXED, "1m bars cannot be built of the bars of AAA, which are of 5m;");
        assertTaken(MOMENTUM.formatted("1m", "universe: [BBB],"), MIXED);
        assertRefused(MOMENTUM.formatted("1m", "universe: [BBB, AAA],"), MIXED, "1m bars cannot be built of");
    }

    @Test
    void shouldTakeBarsOfNoInstrumentInParticularIfSomeHasThem() {
        assertTaken(MOMENTUM.formatted("1m", ""), MIXED);
        assertRefused(MOMENTUM.formatted("30s", ""), MIXED, "30s bars cannot be built of");
    }
}
