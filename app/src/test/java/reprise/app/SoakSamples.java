package reprise.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What a long run used, sampled as it went: written as CSV by the run, read, judged and drawn by the test.
 *
 * @param all in order.
 */
record SoakSamples(List<Sample> all) {
    /** Classes are loaded and code is compiled at first. */
    private static final int WARMUP_SHARE = 4;

    private static final int WIDTH = 800;
    private static final int HEIGHT = 300;
    private static final int MARGIN = 40;
    private static final double BYTES_PER_MB = 1 << 20;

    /** What was used when that many events had been handled. */
    record Sample(long events, long heapBytes, long rssBytes) {
        static final String HEADER = "events,heapBytes,rssBytes";

        String toCsv() {
            return events + "," + heapBytes + "," + rssBytes;
        }
    }

    static SoakSamples read(final Path csv) throws IOException {
        final List<Sample> samples = new ArrayList<>();
        for (final String line : Files.readAllLines(csv)) {
            if (!line.equals(Sample.HEADER)) {
                final String[] fields = line.split(",");
                samples.add(
                        new Sample(Long.parseLong(fields[0]), Long.parseLong(fields[1]), Long.parseLong(fields[2])));
            }
        }
        return new SoakSamples(samples);
    }

    /** How much more is used at the end than after the warm-up, by the straight line that fits best; bytes. */
    double growth(final ToLongFunction<Sample> figure) {
        final List<Sample> settled = all.subList(all.size() / WARMUP_SHARE, all.size());
        final double meanX =
                settled.stream().mapToLong(Sample::events).average().orElseThrow();
        final double meanY = settled.stream().mapToLong(figure).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (final Sample sample : settled) {
            covariance += (sample.events() - meanX) * (figure.applyAsLong(sample) - meanY);
            variance += (sample.events() - meanX) * (sample.events() - meanX);
        }
        final long span =
                settled.get(settled.size() - 1).events() - settled.get(0).events();
        return covariance / variance * span;
    }

    /** Both figures over the events, as a picture. */
    String toSvg() {
        final long events = all.get(all.size() - 1).events();
        final long most = all.stream().mapToLong(Sample::rssBytes).max().orElseThrow();
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="%d" y="20">resident set (blue) and heap after collection (red), up to %.0f MB, over %,d events</text>
                <polyline fill="none" stroke="blue" points="%s"/>
                <polyline fill="none" stroke="red" points="%s"/>
                </svg>
                """,
                WIDTH,
                HEIGHT,
                MARGIN,
                most / BYTES_PER_MB,
                events,
                points(Sample::rssBytes, events, most),
                points(Sample::heapBytes, events, most));
    }

    private String points(final ToLongFunction<Sample> figure, final long events, final long most) {
        final StringBuilder points = new StringBuilder();
        for (final Sample sample : all) {
            points.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    MARGIN + (WIDTH - 2.0 * MARGIN) * sample.events() / events,
                    HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * figure.applyAsLong(sample) / most));
        }
        return points.toString().strip();
    }
}
