package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reprise.app.SoakSamples.Sample;

/** That the soak would see a leak. */
class SoakSamplesTest {
    private static SoakSamples samples(final long bytesPerEvent) {
        return new SoakSamples(LongStream.rangeClosed(0, 100)
                .map(i -> i * 1000)
                .mapToObj(events -> new Sample(events, 5_000_000 + events * bytesPerEvent + noise(events), 90_000_000))
                .toList());
    }

    private static long noise(final long events) {
        return events / 1000 % 2 == 0 ? 200_000 : -200_000;
    }

    @Test
    void shouldSeeALeakOfAFewBytesAnEvent() {
        assertThat(samples(8).growth(Sample::heapBytes)).isCloseTo(8 * 75_000.0, within(50_000.0));
    }

    @Test
    void shouldNotTakeNoiseForALeak() {
        assertThat(samples(0).growth(Sample::heapBytes)).isCloseTo(0, within(50_000.0));
        assertThat(samples(0).growth(Sample::rssBytes)).isZero();
    }

    @Test
    void shouldNotTakeWhatGrowsAtFirstForALeak() {
        final SoakSamples warming = new SoakSamples(
                List.of(new Sample(0, 1, 1), new Sample(10, 90, 1), new Sample(20, 90, 1), new Sample(30, 90, 1)));

        assertThat(warming.growth(Sample::heapBytes)).isZero();
    }

    @Test
    void shouldDrawAPointForEachSample() {
        assertThat(samples(1).toSvg().split("polyline")[1].split(" ")).hasSizeGreaterThan(100);
    }
}
