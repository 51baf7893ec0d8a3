package reprise.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reprise.alpaca.json.Chars;
import reprise.alpaca.json.Decimal;
import reprise.alpaca.json.LibraryJson;
import reprise.testkit.SharedFiles;

/** Every recorded order, read alone and inside of an update, its fields in whatever order, says what a library reads of it. */
class TradingReaderFixturesTest {
    private final TradingReader reader = new TradingReader();

    @Test
    void shouldReadEveryOrderLikeTheLibrary() throws IOException {
        final List<Map<?, ?>> orders = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SharedFiles.file("protocols/fixtures/alpaca"))) {
            for (final Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                collect(LibraryJson.read(Files.readAllBytes(file)), orders::add);
            }
        }

        assertThat(orders).hasSizeGreaterThan(10);
        final SplittableRandom random = new SplittableRandom(1);
        for (final Map<?, ?> order : orders) {
            check(order);
            check(shuffled(order, random));
        }
    }

    private static void collect(final Object value, final Consumer<Map<?, ?>> orders) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("client_order_id") && map.get("id") instanceof String) {
                orders.accept(map);
            }
            map.values().forEach(inner -> collect(inner, orders));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, orders));
        }
    }

    private static Map<?, ?> shuffled(final Map<?, ?> order, final SplittableRandom random) {
        final List<Map.Entry<?, ?>> fields = new ArrayList<>(order.entrySet());
        final Map<Object, Object> shuffled = new LinkedHashMap<>();
        while (!fields.isEmpty()) {
            final Map.Entry<?, ?> field = fields.remove(random.nextInt(fields.size()));
            shuffled.put(field.getKey(), field.getValue());
        }
        return shuffled;
    }

    private void check(final Map<?, ?> expected) {
        final String text = written(expected);
        final OrderMessage order = new OrderMessage();
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.readOrder(bytes, order)).as(text).isTrue();
        checkFields(order, expected, text);

        final TradeUpdate update = new TradeUpdate();
        final String envelope = "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"fill\",\"order\":" + text
                + ",\"price\":\"1.25\",\"qty\":3}}";
        final byte[] message = envelope.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.readUpdate(message, message.length, update))
                .as(envelope)
                .isTrue();
        checkFields(update.order(), expected, envelope);
        assertThat(update.event()).isEqualTo(UpdateEvent.FILL);
        assertThat(update.price()).hasToString("1.25");
        assertThat(update.quantity()).hasToString("3");
    }

    private static void checkFields(final OrderMessage order, final Map<?, ?> expected, final String what) {
        checkText(order.id(), expected.get("id"), what);
        checkText(order.clientOrderId(), expected.get("client_order_id"), what);
        checkText(order.symbol(), expected.get("symbol"), what);
        checkText(order.assetId(), expected.get("asset_id"), what);
        checkText(order.side(), expected.get("side"), what);
        checkText(order.replacedBy(), expected.get("replaced_by"), what);
        checkText(order.replaces(), expected.get("replaces"), what);
        checkNumber(order.quantity(), expected.get("qty"), what);
        checkNumber(order.filledQuantity(), expected.get("filled_qty"), what);
        checkNumber(order.limitPrice(), expected.get("limit_price"), what);
        checkNumber(order.stopPrice(), expected.get("stop_price"), what);
        checkTime(order.createdNs(), expected.get("created_at"), what);
        checkTime(order.updatedNs(), expected.get("updated_at"), what);
        assertThat(order.status().name()).as(what).isEqualToIgnoringCase((String) expected.get("status"));
    }

    private static void checkText(final Chars text, final Object expected, final String what) {
        assertThat(text).as(what).hasToString(expected == null ? "" : expected.toString());
    }

    private static void checkNumber(final Decimal number, final Object expected, final String what) {
        assertThat(number.isPresent()).as(what).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(new BigDecimal(number.toString())).as(what).isEqualByComparingTo(expected.toString());
        }
    }

    private static void checkTime(final long timeNs, final Object expected, final String what) {
        final OffsetDateTime time = expected == null ? null : OffsetDateTime.parse(expected.toString());
        assertThat(timeNs).as(what).isEqualTo(time == null ? 0 : time.toEpochSecond() * 1_000_000_000 + time.getNano());
    }

    private static String written(final Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(field -> "\"" + field.getKey() + "\":" + written(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(TradingReaderFixturesTest::written).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : "" + value;
    }
}
