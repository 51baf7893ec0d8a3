package reprise.strategies.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.market.Instrument;
import reprise.strategies.momentum.DetectionSettings.Market;
import reprise.testkit.SharedFiles;

/** What is detected equals what the definitions say, on made-up and on real bars. */
class MoverDetectorTest {
    private static final long OPEN = 1_704_205_800_000_000_000L;
    private static final long DAY = 86_400_000_000_000L;

    private static List<String> detected(final DetectionSettings settings, final List<MinuteBar> bars) {
        final List<String> events = new ArrayList<>();
        final Instrument instrument = MinuteBar.instrument(0, "TEST");
        final MoverDetector detector = new MoverDetector(
                settings,
                new Instrument[] {instrument},
                (of, mover) -> events.add(MoverReference.event(
                        of.bar().closeTimeNs(),
                        mover.type().name(),
                        mover.stage().name(),
                        mover.direction(),
                        mover.windowMinutes(),
                        mover.score())));
        for (final MinuteBar bar : bars) {
            bar.tell(instrument);
            detector.onBar(instrument);
        }
        return events;
    }

    /** The gate of the specification, but for prices: these stocks cost up to 8,000. */
    private static DetectionSettings anyPrice(final DetectionSettings settings, final double fastScale) {
        final DetectionSettings.Fast fast = settings.fast();
        return new DetectionSettings(
                settings.market(),
                new DetectionSettings.Gate(0, 1e9, 2e6, 0.006, 5),
                new DetectionSettings.Fast(
                        fastScale, fast.sigmas(), 2, fast.minValue(), fast.fade(), fast.timeToLive(), fast.cooldown()),
                settings.slow(),
                50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FDS", "LII", "NVR"})
    void shouldFindWhatTheDefinitionsFindInStocks(final String symbol) {
        final List<MinuteBar> bars = MinuteBar.stocks(
                        SharedFiles.file("data/blaizard-us-1min/" + symbol + "-1min-2024-01_08.csv.gz"))
                .subList(0, 3_000);
        final DetectionSettings settings = anyPrice(DetectionSettings.standard(Market.US_STOCKS), 0.3);

        final List<String> found = detected(settings, bars);

        assertThat(found).isNotEmpty();
        assertSame(found, new MoverReference(settings).run(bars));
        assertThat(found).anyMatch(event -> event.contains("FAST STARTED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEAR"})
    void shouldFindWhatTheDefinitionsFindInCrypto(final String symbol) {
        final List<MinuteBar> bars = MinuteBar.crypto(
                        SharedFiles.file("data/genetrader-binance/5m/" + symbol + "USDT-5m-2024H1.csv.gz"))
                .subList(0, 9_000);
        final DetectionSettings settings = DetectionSettings.standard(Market.CRYPTO);

        final List<String> found = detected(settings, bars);

        assertSame(found, new MoverReference(settings).run(bars));
        assertThat(found)
                .anyMatch(event -> event.contains("FAST STARTED"))
                .anyMatch(event -> event.contains("SLOW STARTED"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldFindWhatTheDefinitionsFindInRandomBars(final long seed) {
        final List<MinuteBar> bars = randomStock(seed, 12);
        final DetectionSettings settings = anyPrice(DetectionSettings.standard(Market.US_STOCKS), 0.5);

        final List<String> found = detected(settings, bars);

        assertThat(found).isNotEmpty();
        assertSame(found, new MoverReference(settings).run(bars));
    }

    private static void assertSame(final List<String> found, final List<String> expected) {
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            assertThat(found.get(i)).as("event %d", i).isEqualTo(expected.get(i));
        }
        assertThat(found).hasSameSizeAs(expected);
    }

    /** Two weeks of minutes, some missing, with quiet hours, jumps and bursts of volume. */
    private static List<MinuteBar> randomStock(final long seed, final int days) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<MinuteBar> bars = new ArrayList<>();
        double price = 50;
        double burst = 1;
        for (int day = 0; day < days; day++) {
            if (day % 7 >= 4) {
                continue;
            }
            for (int minute = 0; minute < 390; minute++) {
                burst = random.nextInt(150) == 0 ? 1 + 20 * random.nextDouble() : Math.max(1, burst * 0.97);
                if (random.nextInt(8) == 0) {
                    continue;
                }
                final double jump = random.nextInt(400) == 0 ? (random.nextDouble() - 0.5) * 0.08 : 0;
                final double open = price;
                price *= 1 + (random.nextDouble() - 0.5) * 0.001 * Math.sqrt(burst) + jump;
                final double close = Math.round(price * 100) / 100.0;
                final double high = Math.max(open, close) + 0.01;
                final double low = Math.min(open, close) - 0.01;
                price = close;
                bars.add(new MinuteBar(
                        OPEN + day * DAY + (minute + 1) * MinuteBar.MINUTE,
                        MinuteBar.MINUTE,
                        open,
                        high,
                        low,
                        close,
                        Math.round(20_000 * burst * (0.5 + random.nextDouble()) * (jump == 0 ? 1 : 10))));
            }
        }
        return bars;
    }

    /** By Siegmund's approximation the mean run length is 938; the standard error of 2,000 runs is about 21. */
    @Test
    void shouldRaiseAFalseAlarmEvery930BarsOfPureChance() {
        final SplittableRandom random = new SplittableRandom(42);
        final VolumeSum sum = new VolumeSum(0.5);
        final int alarms = 2_000;
        long bars = 0;
        for (int i = 0; i < alarms; i++) {
            while (sum.sum() < 5) {
                sum.add(random.nextGaussian());
                bars++;
            }
            sum.reset();
        }

        assertThat((double) bars / alarms).isBetween(870.0, 1_000.0);
    }

    @Test
    void shouldMakeRoomForTheHigherScoreAndKeepWithinItsCapacity() {
        final DetectionSettings standard = anyPrice(DetectionSettings.standard(Market.US_STOCKS), 0.5);
        final DetectionSettings settings =
                new DetectionSettings(standard.market(), standard.gate(), standard.fast(), standard.slow(), 2);
        final int symbols = 12;
        final Instrument[] universe = new Instrument[symbols];
        final List<List<MinuteBar>> bars = new ArrayList<>();
        for (int i = 0; i < symbols; i++) {
            universe[i] = MinuteBar.instrument(i, "S" + i);
            bars.add(randomStock(100 + i, 12));
        }
        final List<String> stages = new ArrayList<>();
        final MoverDetector detector = new MoverDetector(
                settings, universe, (of, mover) -> stages.add(mover.stage().name()));

        final int[] next = new int[symbols];
        final long end = OPEN + 12 * DAY;
        for (long now = OPEN; now < end; now += MinuteBar.MINUTE) {
            for (int i = 0; i < symbols; i++) {
                if (next[i] < bars.get(i).size() && bars.get(i).get(next[i]).closeNs() == now) {
                    bars.get(i).get(next[i]++).tell(universe[i]);
                    detector.onBar(universe[i]);
                    assertThat(detector.activeCount()).isBetween(0, 2);
                }
            }
        }

        assertThat(stages).contains("STARTED", "EVICTED", "EXPIRED", "FADED");
        final long begun = stages.stream().filter("STARTED"::equals).count();
        final long over = stages.stream()
                .filter(stage -> !"STARTED".equals(stage) && !"UPGRADED".equals(stage))
                .count();
        assertThat(begun - over).isEqualTo(detector.activeCount());
    }
}
