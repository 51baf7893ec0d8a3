package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.research.performance.EquityCurve;

class WalkForwardTest {
    private static final long DAY_NS = 86_400_000_000_000L;

    private static Span days(final long from, final long until) {
        return new Span(from * DAY_NS, until * DAY_NS);
    }

    @Test
    void shouldRollAlongByTheTest() {
        final WalkForward plan = WalkForward.parse("train=10d,test=4d,embargo=1d");

        assertThat(plan.windows(100 * DAY_NS, 124 * DAY_NS))
                .containsExactly(
                        new WalkForward.Window(1, days(100, 110), days(111, 115)),
                        new WalkForward.Window(2, days(104, 114), days(115, 119)),
                        new WalkForward.Window(3, days(108, 118), days(119, 123)));
    }

    @Test
    void shouldTrainFromTheFirstBarOnWhenAnchored() {
        final WalkForward plan = WalkForward.parse("anchored,train=240h,test=4d");

        assertThat(plan.windows(100 * DAY_NS, 120 * DAY_NS))
                .containsExactly(
                        new WalkForward.Window(1, days(100, 110), days(110, 114)),
                        new WalkForward.Window(2, days(100, 114), days(114, 118)));
    }

    @Test
    void shouldCutNoDayInTwoUnlessAskedTo() {
        assertThat(WalkForward.parse("train=1w,test=1d").windows(100 * DAY_NS + 1, 109 * DAY_NS))
                .containsExactly(new WalkForward.Window(1, days(101, 108), days(108, 109)));
        assertThat(WalkForward.parse("train=36h,test=12h").windows(100 * DAY_NS + 1, 102 * DAY_NS + 1))
                .extracting(WalkForward.Window::train)
                .containsExactly(new Span(100 * DAY_NS + 1, 101 * DAY_NS + DAY_NS / 2 + 1));
    }

    @Test
    void shouldHaveNoWindowWhereTheDataIsTooShortForOne() {
        final WalkForward plan = WalkForward.parse("train=10d,test=4d,embargo=1d");

        assertThat(plan.windows(100 * DAY_NS, 115 * DAY_NS - 1)).isEmpty();
        assertThat(plan.windows(100 * DAY_NS, 115 * DAY_NS)).hasSize(1);
        assertThat(plan.shortest()).hasDays(15);
    }

    @Test
    void shouldHaveNoWindowWhereTheDataIsMuchTooShort() {
        assertThat(WalkForward.parse("train=20000d,test=20000d,embargo=20000d")
                        .windows(20_000 * DAY_NS, 20_100 * DAY_NS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "train=90d           | test is missing or 0; expected train=90d,test=30d",
                "train=0d,test=30d   | train is missing or 0; expected",
                "train=90,test=30d   | 'train=90'; expected",
                "train,test=30d      | 'train'; expected",
                "training=90d        | 'training=90d'; expected",
                "train=99999w,test=1d | 'train=99999w': a span has at most 20000 days",
                "train=1d,test=15000w | 'test=15000w': a span has at most 20000 days",
                "train=9d,test=1d,anchored=false | 'anchored=false': anchored takes no value",
                "train=9d,test=1d,anchored,rolling | anchored or rolling is given twice",
                "train=9d,test=1d,train=8d | train is given twice",
            })
    void shouldSayWhatIsWrong(final String text, final String message) {
        assertThatThrownBy(() -> WalkForward.parse(text)).hasMessageContaining(message);
    }

    @Test
    void shouldJoinTestsAsOneAccount() {
        final SweepGrid grid = new SweepGrid(List.of(SweepAxis.parse("a", "1:2")));
        final RankedPoint chosen = new RankedPoint(Points.valued(grid, 0, 1), 1, 1, 1);
        final List<WindowResult> windows = List.of(
                result(1, chosen, new PointOutcome(chosen.result(), curve(100, 1_000, 1_100))),
                result(2, null, null),
                result(3, chosen, PointOutcome.failed(chosen.result().spec(), "no")),
                result(4, chosen, new PointOutcome(chosen.result(), curve(110, 1_000, 900, 1_200))));

        final JoinedTests joined = JoinedTests.of(windows, 365);

        assertThat(joined.windows()).containsExactly(0, 1, 4, 4);
        final EquityCurve account = joined.performance().curve();
        assertThat(account.returns()).containsExactly(new double[] {0.1, -0.1, 1 / 3.0}, within(1e-12));
        assertThat(account.equity(3)).isCloseTo(1_320, within(1e-9));
        assertThat(account.timeNs(3)).isEqualTo(112);
        assertThat(JoinedTests.of(windows.subList(1, 3), 365)).isNull();
    }

    @Test
    void shouldEndTheJoinedAccountWithTheTestThatRuinsIt() {
        final SweepGrid grid = new SweepGrid(List.of(SweepAxis.parse("a", "1:2")));
        final RankedPoint chosen = new RankedPoint(Points.valued(grid, 0, 1), 1, 1, 1);
        final List<WindowResult> windows = List.of(
                result(1, chosen, new PointOutcome(chosen.result(), curve(100, 1_000, -500))),
                result(2, chosen, new PointOutcome(chosen.result(), curve(110, 1_000, 3_000))));

        final JoinedTests joined = JoinedTests.of(windows, 365);

        assertThat(joined.windows()).containsExactly(0, 1);
        assertThat(joined.performance().curve().equity(1)).isEqualTo(-500);
    }

    private static WindowResult result(final int number, final RankedPoint chosen, final PointOutcome test) {
        return new WindowResult(new WalkForward.Window(number, days(1, 2), days(2, 3)), chosen, test);
    }

    private static EquityCurve curve(final long firstNs, final double... equity) {
        final long[] times = new long[equity.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = firstNs + i;
        }
        return EquityCurve.of(times, equity);
    }
}
