package reprise.strategies.momentum;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The movers of one symbol by heart: every number straight from its definition over lists of all that came before, without any code of the
 * detector but its settings. A universe of one symbol, so nothing is ever evicted.
 */
final class MoverReference {
    private static final int[] WINDOWS = {1, 3, 5, 15};
    private static final double[] LEAST = {0.01, 0.02, 0.03, 0.05};

    private final DetectionSettings settings;
    private final List<String> events = new ArrayList<>();
    private final Map<Integer, List<double[]>> samples = new TreeMap<>();
    private final List<Double> closes = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> highestSums = new ArrayList<>();
    private final List<MinuteBar> today = new ArrayList<>();
    private final List<double[]> slots = new ArrayList<>();
    private double[] expected;
    private int session = -1;
    private double opening;
    private double typical = Double.NaN;
    private double sum;
    private double highest;
    private double smoothed;
    private int fading;
    private double alarm;
    private boolean slowActive;
    private int slowDirection;
    private double slowScore;
    private boolean fastActive;
    private int fastWindow;
    private int fastDirection;
    private double fastScore;
    private long since;
    private Long small;
    private Long ended;

    MoverReference(final DetectionSettings settings) {
        this.settings = settings;
        alarm = settings.slow().alarm();
    }

    List<String> run(final List<MinuteBar> bars) {
        for (final MinuteBar bar : bars) {
            final int of = settings.market().calendar().sessionAt(bar.closeNs() - 1);
            if (of >= 0) {
                if (of != session) {
                    end();
                    begin(of);
                    opening = bar.open();
                }
                take(bar);
            }
        }
        return events;
    }

    private long openNs() {
        return settings.market().calendar().openNs(session);
    }

    private double minute(final long timeNs) {
        return (timeNs - openNs()) / 6e10;
    }

    private int bucket(final int slot) {
        if (settings.market() == DetectionSettings.Market.US_STOCKS) {
            return slot;
        }
        final LocalDate day = LocalDate.ofEpochDay(openNs() / 86_400_000_000_000L);
        final DayOfWeek weekday = day.atStartOfDay(ZoneOffset.UTC).getDayOfWeek();
        return (weekday.getValue() - 1) * 24 + slot / 12;
    }

    private void begin(final int of) {
        session = of;
        today.clear();
        slots.clear();
        double squares = 0;
        for (final List<double[]> bucket : samples.values()) {
            squares += Math.pow(median(bucket.stream().map(sample -> sample[0]).toList()), 2);
        }
        typical = Math.sqrt(squares / samples.size());
        expected = new double[settings.market().minutes() / 5];
        for (int slot = 0; slot < expected.length; slot++) {
            expected[slot] = samples.getOrDefault(bucket(slot), List.of()).stream()
                    .mapToDouble(sample -> sample[1])
                    .average()
                    .orElse(0);
        }
    }

    private static double median(final List<Double> of) {
        final List<Double> sorted = new ArrayList<>(of);
        Collections.sort(sorted);
        final int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    private void end() {
        if (session < 0) {
            return;
        }
        final long lengthNs = settings.market().calendar().closeNs(session) - openNs();
        while (slots.size() < lengthNs / (5 * MinuteBar.MINUTE)) {
            endSlot();
        }
        values.add(today.stream().mapToDouble(bar -> bar.close() * bar.volume()).sum());
        closes.add(today.get(today.size() - 1).close());
        highestSums.add(highest);
        highest = sum;
        final List<Double> last = new ArrayList<>(last(highestSums, 20));
        Collections.sort(last);
        final int index = last.size() - 1 - (int) (settings.slow().alarmsPerThousand() / 1_000 * last.size());
        alarm = Math.max(settings.slow().alarm(), Math.nextUp(last.get(index)));
    }

    private static <T> List<T> last(final List<T> list, final int count) {
        return list.subList(Math.max(0, list.size() - count), list.size());
    }

    private double sigmaDay() {
        double variance = Double.NaN;
        for (int i = 1; i < closes.size(); i++) {
            final double square = Math.pow(closes.get(i) / closes.get(i - 1) - 1, 2);
            variance = Double.isNaN(variance) ? square : variance * (1 - 2.0 / 21) + square * 2 / 21;
        }
        return Math.sqrt(variance);
    }

    private double sigma(final int bucket, final int minutes) {
        // The shape of a time of day changes with the samples of its own day where a bucket is an hour.
        final List<double[]> of = samples.get(bucket);
        final double shape = of == null || !(typical > 0)
                ? Double.NaN
                : median(of.stream().map(sample -> sample[0]).toList()) / typical;
        return shape
                * sigmaDay()
                * Math.sqrt((double) minutes / settings.market().minutes());
    }

    private void take(final MinuteBar bar) {
        final int slot = (int) Math.ceil(minute(bar.closeNs()) / 5) - 1;
        final int before = slots.size();
        while (slots.size() < slot) {
            endSlot();
        }
        today.add(bar);
        if (minute(bar.closeNs()) == (slot + 1) * 5) {
            endSlot();
        }
        fast(bar, slot);
        if (slots.size() > before) {
            slow(bar);
        }
    }

    /** Bars of the session that end after one minute and until another. */
    private List<MinuteBar> between(final double after, final double until) {
        return today.stream()
                .filter(bar -> minute(bar.closeNs()) > after && minute(bar.closeNs()) <= until)
                .toList();
    }

    private double priceAt(final double minute) {
        final List<MinuteBar> until = between(-1, minute);
        return until.isEmpty() ? opening : until.get(until.size() - 1).close();
    }

    private void endSlot() {
        final int slot = slots.size();
        final int bucket = bucket(slot);
        final List<MinuteBar> bars = between(slot * 5, slot * 5 + 5);
        final double open = priceAt(slot * 5);
        final double close = bars.isEmpty() ? open : bars.get(bars.size() - 1).close();
        final double volume = bars.stream().mapToDouble(MinuteBar::volume).sum();
        double high = open;
        double low = open;
        for (final MinuteBar bar : bars) {
            high = Math.max(high, bar.high());
            low = Math.min(low, bar.low());
        }
        final double z = z(bucket, volume);
        final double move = sigma(bucket, 5) * close;
        final double tilt = move > 0 ? 2 * Normal.cumulative((close - open) / move) - 1 : Math.signum(close - open);
        slots.add(new double[] {volume, volume * tilt, high, low});
        sum = Math.max(0, sum + z - settings.slow().drift());
        highest = Math.max(highest, sum);
        smoothed += 2.0 / 7 * (z - smoothed);
        fading = smoothed < 0.5 ? fading + 1 : 0;
        final List<double[]> of = samples.computeIfAbsent(bucket, key -> new ArrayList<>());
        of.add(new double[] {Math.abs(close / open - 1), volume});
        if (of.size() > settings.market().depth()) {
            of.remove(0);
        }
    }

    private double z(final int bucket, final double volume) {
        final List<double[]> of = samples.get(bucket);
        if (of == null) {
            return 0;
        }
        final List<Double> logs =
                of.stream().map(sample -> Math.log(1 + sample[1])).toList();
        final double median = median(logs);
        final double mad =
                median(logs.stream().map(log -> Math.abs(log - median)).toList());
        return mad == 0 ? 0 : (Math.log(1 + volume) - median) / (1.4826 * mad);
    }

    private boolean passesGate() {
        final double price = today.get(today.size() - 1).close();
        final double value =
                last(values, 20).stream().mapToDouble(each -> each).average().orElse(0);
        return values.size() >= settings.gate().minSessions()
                && price >= settings.minPrice()
                && price <= settings.maxPrice()
                && value >= settings.gate().minDailyValue();
    }

    private double usual(final double from, final double to) {
        double volume = from < 0 ? -from / 5 * expected[0] : 0;
        for (int slot = 0; slot < expected.length; slot++) {
            final double overlap = Math.min(to, slot * 5 + 5) - Math.max(from, slot * 5);
            volume += overlap > 0 ? overlap / 5 * expected[slot] : 0;
        }
        return volume;
    }

    private double theta(final int index, final int slot) {
        final double sigma = sigma(bucket(slot), WINDOWS[index]);
        return Double.isNaN(sigma)
                ? Double.NaN
                : Math.max(
                        settings.market().scale() * settings.fast().leastMoves() * LEAST[index],
                        settings.fast().sigmas() * sigma);
    }

    private boolean covers(final double now, final int window) {
        final double first = minute(today.get(0).closeNs() - today.get(0).periodNs());
        return Math.ceil(now) - Math.ceil(first) >= window;
    }

    private double move(final double now, final int window) {
        return today.get(today.size() - 1).close() / priceAt(now - window) - 1;
    }

    private void fast(final MinuteBar bar, final int slot) {
        final double now = minute(bar.closeNs());
        int seen = -1;
        double seenScore = 0;
        for (int i = 0; i < WINDOWS.length; i++) {
            if (WINDOWS[i] * MinuteBar.MINUTE < bar.periodNs() || !covers(now, WINDOWS[i])) {
                continue;
            }
            final List<MinuteBar> window = between(now - WINDOWS[i], now);
            final double volume = window.stream().mapToDouble(MinuteBar::volume).sum();
            final double value = window.stream()
                    .mapToDouble(each -> each.close() * each.volume())
                    .sum();
            final double theta = theta(i, slot);
            if (Math.abs(move(now, WINDOWS[i])) >= theta
                    && volume / usual(now - WINDOWS[i], now) >= settings.fast().relativeVolume()
                    && value >= settings.fast().minValue()) {
                final double soFar =
                        today.stream().mapToDouble(MinuteBar::volume).sum();
                seen = i;
                seenScore = Math.abs(move(now, WINDOWS[i])) / theta * Math.log(1 + soFar / usual(0, now)) / Math.log(2);
            }
        }
        final boolean moves = seen >= 0 && passesGate();
        final boolean longer = moves && WINDOWS[seen] > fastWindow;
        if (!fastActive) {
            final boolean rested =
                    ended == null || bar.closeNs() - ended >= settings.fast().cooldown();
            if (moves && (rested || longer)) {
                if (slowActive) {
                    slowActive = false;
                    sum = 0;
                    slowEvent(bar, "OVERRIDDEN");
                }
                start(bar, now, seen, seenScore, "STARTED");
            }
        } else if (longer) {
            start(bar, now, seen, seenScore, "UPGRADED");
        } else {
            whetherOver(bar, now, slot);
        }
    }

    private void start(final MinuteBar bar, final double now, final int seen, final double score, final String stage) {
        fastActive = true;
        fastWindow = WINDOWS[seen];
        fastDirection = move(now, fastWindow) > 0 ? 1 : -1;
        fastScore = score;
        since = bar.closeNs();
        small = null;
        fastEvent(bar, stage);
    }

    private void whetherOver(final MinuteBar bar, final double now, final int slot) {
        if (bar.closeNs() - since >= settings.fast().timeToLive()) {
            over(bar, "EXPIRED");
            return;
        }
        int index = 0;
        while (WINDOWS[index] != fastWindow) {
            index++;
        }
        final boolean isSmall = !covers(now, fastWindow) || Math.abs(move(now, fastWindow)) < theta(index, slot) / 2;
        small = isSmall ? small == null ? Long.valueOf(bar.closeNs()) : small : null;
        if (small != null && bar.closeNs() - small >= settings.fast().fade()) {
            over(bar, "FADED");
        }
    }

    private void over(final MinuteBar bar, final String stage) {
        fastActive = false;
        ended = bar.closeNs();
        fastEvent(bar, stage);
    }

    private void slow(final MinuteBar bar) {
        if (slowActive) {
            if (fading >= 6) {
                slowActive = false;
                slowEvent(bar, "FADED");
                sum = 0;
            }
            return;
        }
        if (fastActive || slots.size() < 6 || sum < alarm || !passesGate()) {
            return;
        }
        final List<double[]> last = last(slots, 6);
        final double range = last.stream().mapToDouble(slot -> slot[2]).max().orElseThrow()
                - last.stream().mapToDouble(slot -> slot[3]).min().orElseThrow();
        final double price = bar.close();
        final double base = closes.isEmpty() ? today.get(0).open() : closes.get(closes.size() - 1);
        final double usualRange = Math.sqrt(8 / Math.PI) * sigma(bucket(slots.size() - 1), 30) * price;
        if (Math.abs(price / base - 1) < settings.slow().maxDayReturn()
                && range <= settings.slow().maxRange() * usualRange) {
            final double all = last.stream().mapToDouble(slot -> slot[0]).sum();
            final double imbalance =
                    all > 0 ? last.stream().mapToDouble(slot -> slot[1]).sum() / all : 0;
            slowActive = true;
            fading = 0;
            slowDirection = Math.abs(imbalance) >= settings.slow().minImbalance() ? (int) Math.signum(imbalance) : 0;
            slowScore = sum / alarm * (1 + Math.abs(imbalance));
            slowEvent(bar, "STARTED");
        }
    }

    private void fastEvent(final MinuteBar bar, final String stage) {
        events.add(event(bar.closeNs(), "FAST", stage, fastDirection, fastWindow, fastScore));
    }

    private void slowEvent(final MinuteBar bar, final String stage) {
        events.add(event(bar.closeNs(), "SLOW", stage, slowDirection, 30, slowScore));
    }

    static String event(
            final long timeNs,
            final String type,
            final String stage,
            final int direction,
            final int window,
            final double score) {
        return String.format("%d %s %s %d %d %.7f", timeNs, type, stage, direction, window, score);
    }
}
