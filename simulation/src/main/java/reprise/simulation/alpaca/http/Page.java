package reprise.simulation.alpaca.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import reprise.simulation.alpaca.account.Refusal;
import reprise.simulation.alpaca.market.Asset;

/** One page of history: sorted by symbol first, both ends of the time included, the limit counted over all symbols. Immutable. */
final class Page {
    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MOST = 10_000;

    private final long startNs;
    private final long endNs;
    private final int limit;
    private final boolean descending;
    private final int skipped;

    /**
     * A thing that was at a time.
     *
     * @param timeNs when.
     * @param fields of the thing; asked for where it is on the page.
     */
    record Point(long timeNs, Supplier<Map<String, Object>> fields) {}

    Page(final Request request, final long nowNs) {
        startNs = request.time("start", Long.MIN_VALUE);
        endNs = request.time("end", nowNs);
        limit = request.whole("limit", DEFAULT_LIMIT, MOST);
        descending = "desc".equals(request.query("sort", "asc"));
        skipped = skipped(request.query("page_token", null));
    }

    /** Since history only grows at its end, a token is how many points were told; of a descending one the end must be given. */
    private static int skipped(final String token) {
        try {
            return token == null
                    ? 0
                    : Integer.parseInt(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII));
        } catch (final IllegalArgumentException e) {
            throw Refusal.invalidBody("invalid page_token");
        }
    }

    Map<String, Object> answer(final String name, final List<Asset> assets, final Function<Asset, List<Point>> points) {
        final Map<String, Object> bySymbol = new LinkedHashMap<>();
        int index = 0;
        boolean more = false;
        for (final Asset asset : assets.stream()
                .distinct()
                .sorted(Comparator.comparing(Asset::symbol))
                .toList()) {
            for (final Point point : within(points.apply(asset))) {
                if (index >= skipped && index < skipped + limit) {
                    itemsOf(bySymbol, asset).add(point.fields().get());
                }
                more |= index >= skipped + limit;
                index++;
            }
        }
        final Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, bySymbol);
        answer.put("next_page_token", more ? token(skipped + limit) : null);
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> itemsOf(final Map<String, Object> bySymbol, final Asset asset) {
        return (List<Object>) bySymbol.computeIfAbsent(asset.symbol(), symbol -> new ArrayList<>());
    }

    private List<Point> within(final List<Point> points) {
        final List<Point> within = new ArrayList<>(points.stream()
                .filter(point -> point.timeNs() >= startNs && point.timeNs() <= endNs)
                .toList());
        if (descending) {
            Collections.reverse(within);
        }
        return within;
    }

    private static String token(final int position) {
        return Base64.getUrlEncoder().encodeToString(Integer.toString(position).getBytes(StandardCharsets.US_ASCII));
    }
}
