package reprise.strategies.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.execution.PairAction;
import reprise.number.Money;
import reprise.parameter.ParameterException;
import reprise.testkit.Allocation;
import reprise.testkit.SharedFiles;

/** The strategy in a core, at a venue that fills everything at once. */
class PairsStrategyTest {
    private static final double RATIO = 0.967825;

    static PairDefinition pair(final String name, final String first, final String second, final double halfLife) {
        return new PairDefinition(name, first, second, RATIO, halfLife, 0.01, 0.9, 1, true, 0, 0, 0, 0);
    }

    static PairsParameters parameters(final int window, final HedgeMode hedge, final PairDefinition... pairs) {
        return new PairsParameters(
                List.of(pairs),
                null,
                window,
                hedge,
                100,
                1,
                2.0,
                0.5,
                3.0,
                72,
                PairsEngine.HOUR,
                2_000_000,
                10_000_000,
                20,
                LegRatio.DOLLAR_NEUTRAL,
                10_000_000_000L,
                1_000_000_000L,
                Money.parse("1000000"),
                false);
    }

    private static double[][] prices() {
        final List<String> rows = SharedFiles.lines("golden/s1/replay_bch_doge_1h_w40.csv");
        final double[][] prices = new double[2][rows.size() - 1];
        for (int i = 1; i < rows.size(); i++) {
            final String[] row = rows.get(i).split(",");
            prices[0][i - 1] = Double.parseDouble(row[2]);
            prices[1][i - 1] = Double.parseDouble(row[3]);
        }
        return prices;
    }

    /** The same rules over whole columns, each window summed anew: the hours at which it opens and closes. */
    private static List<String> reference(final double[][] prices, final int window, final double maxHold) {
        final List<String> lines = new ArrayList<>();
        int side = 0;
        int blocked = 0;
        int entry = 0;
        for (int i = window - 1; i < prices[0].length; i++) {
            final double[] spread = new double[window];
            double mean = 0;
            for (int k = 0; k < window; k++) {
                final int at = i - window + 1 + k;
                spread[k] = StrictMath.log(prices[0][at]) - RATIO * StrictMath.log(prices[1][at]);
                mean += spread[k] / window;
            }
            double squares = 0;
            for (final double value : spread) {
                squares += (value - mean) * (value - mean);
            }
            final double z = (spread[window - 1] - mean) / Math.sqrt(squares / (window - 1));
            blocked = blocked == -1 && z >= -2 || blocked == 1 && z <= 2 ? 0 : blocked;
            if (side == 0) {
                final int wanted = z < -2 ? -1 : z > 2 ? 1 : 0;
                if (wanted != 0 && wanted != blocked && Math.abs(z) <= 3) {
                    side = wanted;
                    entry = i;
                    lines.add(i + 1 + " 1 OPENING OPEN_REQUESTED");
                    lines.add(i + 1 + " 1 OPEN OPENED");
                }
            } else if (Math.abs(z) > 3 || Math.abs(z) < 0.5 || i - entry > maxHold) {
                blocked = Math.abs(z) > 3 ? side : blocked;
                side = 0;
                lines.add(i + 1 + " 1 CLOSING CLOSE_REQUESTED");
                lines.add(i + 1 + " 1 FLAT CLOSED");
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 164})
    void shouldTradeAsTheRulesDoOverWholeColumns(final int window) {
        final double[][] prices = prices();
        // Kelly's rule must not stop it: trades of which there are never enough.
        final PairsParameters base = parameters(window, HedgeMode.FIXED, pair("AB", "A", "B", 8));
        final PairsEngine engine = new PairsEngine(new PairsStrategy(withBootstrap(base, 1_000_000))).open("1000000");
        for (int i = 0; i < prices[0].length; i++) {
            engine.bar(i % 2, i + 1, prices[i % 2][i]);
            engine.bar(1 - i % 2, i + 1, prices[1 - i % 2][i]);
        }

        assertThat(engine.takeStates()).isEqualTo(reference(prices, window, 24)).hasSizeGreaterThan(100);
        engine.core().portfolio().audit();
    }

    private static PairsParameters withBootstrap(final PairsParameters p, final int trades) {
        return new PairsParameters(
                p.pairs(),
                p.bars(),
                p.zScoreWindow(),
                p.hedge(),
                p.betaWindow(),
                p.ddof(),
                p.entryThreshold(),
                p.exitThreshold(),
                p.stopLossThreshold(),
                p.maxHoldHours(),
                p.maxLegAge(),
                p.positionPct(),
                p.maxLegPct(),
                trades,
                p.legSizing(),
                p.legTimeout(),
                p.legRetry(),
                p.maxUnhedged(),
                p.limitEntries());
    }

    /** Steady around 100 and 50, until the first leg jumps. */
    private static void steady(final PairsEngine engine, final int bars) {
        for (int i = 1; i <= bars; i++) {
            engine.bar(0, i, 100 + 0.1 * (i % 3));
            engine.bar(1, i, 50);
            engine.bar(2, i, 20 + 0.02 * (i % 5));
        }
    }

    private static PairsEngine engine(final PairDefinition... pairs) {
        return new PairsEngine(new PairsStrategy(parameters(10, HedgeMode.FIXED, pairs))).open("100000");
    }

    @Test
    void shouldSizeBothLegsAlikeWhileThereAreFewTrades() {
        final PairsEngine engine = engine(pair("AB", "A", "B", 24));
        steady(engine, 20);

        engine.bar(0, 21, 100.4);
        assertThat(engine.held(0)).isZero();
        engine.bar(1, 21, 50);

        // 2 % of 100,000 is 2,000 a leg: 19 at 100.40 against 40 at 50.
        assertThat(engine.held(0)).isEqualTo(-19);
        assertThat(engine.held(1)).isEqualTo(40);
    }

    @Test
    void shouldHoldZWhileALegIsMissingAndStillExpire() {
        final PairsEngine engine = engine(pair("AB", "A", "B", 2));
        steady(engine, 20);
        engine.bar(0, 21, 100.4);
        engine.bar(1, 21, 50);
        engine.takeStates();

        for (int hour = 22; hour < 28; hour++) {
            // Without a counterpart this would be a stop or an exit at once.
            engine.bar(0, hour, 100.1);
        }
        assertThat(engine.takeStates()).isEmpty();
        engine.bar(0, 28, 100.1);

        assertThat(engine.takeStates()).containsExactly("28 1 CLOSING CLOSE_REQUESTED", "28 1 FLAT CLOSED");
    }

    @Test
    void shouldTradePairsThatShareALegEachForItself() {
        final PairsEngine engine = engine(pair("AB", "A", "B", 24), pair("CB", "C", "B", 24));
        steady(engine, 20);
        engine.bar(0, 21, 100.4);
        engine.bar(1, 21, 50);
        engine.bar(2, 21, 20.2);

        assertThat(engine.held(1)).isEqualTo(80);
        engine.bar(0, 22, 100.1);
        engine.bar(1, 22, 50);
        assertThat(engine.held(1)).isEqualTo(40);
        assertThat(engine.held(0)).isZero();
        assertThat(engine.held(2)).isEqualTo(-99);
    }

    @Test
    void shouldNotEnterAPairThatIsNotActiveUntilItIsStarted() {
        final PairDefinition pair = new PairDefinition("AB", "A", "B", RATIO, 24, 1, 0, 0, false, 0, 0, 0, 0);
        final PairsEngine engine = engine(pair);
        steady(engine, 20);
        engine.bar(0, 21, 100.4);
        engine.bar(1, 21, 50);
        assertThat(engine.takeStates()).isEmpty();

        engine.events().onPairRequested(1, 1, PairAction.START);
        engine.bar(0, 22, 102);
        engine.bar(1, 22, 50);

        assertThat(engine.takeStates()).containsExactly("22 1 OPENING OPEN_REQUESTED", "22 1 OPEN OPENED");
    }

    @Test
    void shouldGoOnFromSavedState() {
        final double[][] prices = prices();
        final PairsParameters parameters =
                withBootstrap(parameters(40, HedgeMode.ROLLING, pair("AB", "A", "B", 8)), 1_000_000);
        final PairsEngine first = new PairsEngine(new PairsStrategy(parameters)).open("1000000");
        for (int i = 0; i < 1_200; i++) {
            both(first, prices, i);
        }
        final PairsEngine second = new PairsEngine(new PairsStrategy(parameters)).restore(first.save());
        assertThat(second.core().stateHash()).isEqualTo(first.core().stateHash());
        first.takeStates();
        for (int i = 1_200; i < 2_400; i++) {
            both(first, prices, i);
            both(second, prices, i);
        }

        assertThat(second.takeStates()).isEqualTo(first.takeStates()).hasSizeGreaterThan(20);
    }

    private static void both(final PairsEngine engine, final double[][] prices, final int row) {
        engine.bar(0, row + 1, prices[0][row]);
        engine.bar(1, row + 1, prices[1][row]);
    }

    @Test
    void shouldAllocateNothingPerBar() {
        // Kelly's rule must not stop it: it loses a little on each trade.
        final PairsParameters parameters = withBootstrap(
                parameters(40, HedgeMode.ROLLING, pair("AB", "A", "B", 8), pair("CB", "C", "B", 8)), 1_000_000);
        final PairsEngine engine =
                new PairsEngine(new PairsStrategy(parameters)).open("1000000").quiet();
        final long[] hour = {0};

        assertThat(Allocation.leastBytes(6, () -> {
                    for (int i = 0; i < 10_000; i++) {
                        hour[0]++;
                        final double jump = hour[0] % 50 < 5 ? 1 : 0;
                        engine.bar(0, hour[0], 100 + 0.1 * (hour[0] % 7) + jump);
                        engine.bar(1, hour[0], 50 + 0.05 * (hour[0] % 7));
                        engine.bar(2, hour[0], 20 + 0.02 * (hour[0] % 7) - jump);
                    }
                }))
                .isZero();
        assertThat(engine.opened()).isGreaterThan(100);
    }

    @Test
    void shouldRefuseWhatIsNoPair() {
        assertThatThrownBy(() -> pair("AA", "A", "A", 1))
                .isInstanceOf(ParameterException.class)
                .hasMessage("a pair has two legs, and both are A");
        assertThatThrownBy(() -> parameters(40, HedgeMode.FIXED, pair("AB", "A", "B", 1), pair("BA", "B", "A", 1)))
                .hasMessage("BA trades the same two instruments as AB");
        assertThatThrownBy(() -> parameters(
                        40, HedgeMode.FIXED, new PairDefinition("AB", "A", "B", 1, 1, 1, 0, 0, true, 4, 0, 0, 0)))
                .hasMessageStartingWith("AB: exitThreshold must be less than entryThreshold");
    }
}
