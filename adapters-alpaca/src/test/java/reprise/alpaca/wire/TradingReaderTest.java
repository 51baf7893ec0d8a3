package reprise.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reprise.number.Rounding;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;
import reprise.testkit.SharedFiles;

public class TradingReaderTest {
    private static final String FILL = """
            {"stream":"trade_updates","data":{"event":"partial_fill","execution_id":"5f0c1a3e-6d0b-4b55-9a0d-5f9b0f3a1c11",
             "price":"189.51","qty":"40","position_qty":"40","timestamp":"2026-02-23T15:30:00.123456789Z",
             "order":{"id":"7b08df51-0000-4000-8000-000000000001","client_order_id":"eng-1","symbol":"AAPL",
             "asset_class":"us_equity","side":"buy","type":"limit","order_type":"limit","order_class":"","qty":100,
             "notional":null,"filled_qty":"40","filled_avg_price":"189.51","limit_price":189.6,"stop_price":null,
             "status":"partially_filled","time_in_force":"day","extended_hours":false,"replaced_by":null,"replaces":null,
             "legs":[{"id":"x","qty":"7","legs":null}],"hwm":null,"created_at":"2026-02-23T15:29:59.9Z",
             "updated_at":"2026-02-23T10:30:00.13-05:00"}}}""";

    private final TradingReader reader = new TradingReader();
    private final TradeUpdate update = new TradeUpdate();

    private boolean read(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.readUpdate(bytes, bytes.length, update);
    }

    @Test
    void shouldReadAFill() {
        assertThat(read(FILL)).isTrue();

        assertThat(update.kind()).isEqualTo(TradeUpdate.Kind.UPDATE);
        assertThat(update.event()).isEqualTo(UpdateEvent.PARTIAL_FILL);
        assertThat(update.executionId()).hasToString("5f0c1a3e-6d0b-4b55-9a0d-5f9b0f3a1c11");
        assertThat(update.price()).hasToString("189.51");
        assertThat(update.quantity().toScale(4, Rounding.FLOOR)).isEqualTo(400_000);
        assertThat(Instant.ofEpochSecond(0, update.timeNs())).hasToString("2026-02-23T15:30:00.123456789Z");
        assertThat(update.order().id()).hasToString("7b08df51-0000-4000-8000-000000000001");
        assertThat(update.order().clientOrderId()).hasToString("eng-1");
        assertThat(update.order().quantity()).hasToString("100");
        assertThat(update.order().filledQuantity()).hasToString("40");
        assertThat(update.order().limitPrice()).hasToString("189.6");
        assertThat(update.order().stopPrice().isPresent()).isFalse();
        assertThat(update.order().status()).isEqualTo(VenueStatus.PARTIALLY_FILLED);
        assertThat(update.order().replacedBy().isEmpty()).isTrue();
        assertThat(Instant.ofEpochSecond(0, update.order().updatedNs())).hasToString("2026-02-23T15:30:00.130Z");
    }

    @Test
    void shouldReadTheHandshake() {
        assertThat(
                        read(
                                "{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}"))
                .isTrue();
        assertThat(update.kind()).isEqualTo(TradeUpdate.Kind.AUTHORIZATION);
        assertThat(update.isAuthorized()).isTrue();
        assertThat(read("{\"stream\":\"authorization\",\"data\":{\"status\":\"unauthorized\",\"action\":\"listen\"}}"))
                .isTrue();
        assertThat(update.isAuthorized()).isFalse();
        assertThat(read("{\"stream\":\"listening\",\"data\":{\"streams\":[\"account\",\"trade_updates\"]}}"))
                .isTrue();
        assertThat(update.kind()).isEqualTo(TradeUpdate.Kind.LISTENING);
        assertThat(update.listensToUpdates()).isTrue();
        assertThat(read("{\"stream\":\"listening\",\"data\":{\"streams\":[]}}")).isTrue();
        assertThat(update.listensToUpdates()).isFalse();
        assertThat(read("{\"data\":[1,{\"a\":2}],\"stream\":\"news\"}")).isTrue();
        assertThat(update.kind()).isEqualTo(TradeUpdate.Kind.OTHER);
    }

    @Test
    void shouldReadTheNextMessageWhenOneIsCutOff() {
        for (int length = 0; length < FILL.length(); length++) {
            assertThat(read(FILL.substring(0, length))).as("%d bytes", length).isFalse();
        }
        assertThat(read(FILL)).isTrue();
    }

    @Test
    void shouldRefuseWhatIsNoMessage() {
        for (final String text :
                List.of("", " ", "[]", "1", "null", "{", "}", "{\"a\":}", "{,}", FILL + FILL, FILL + "x", "\0")) {
            assertThat(read(text)).as(text).isFalse();
            assertThat(read(FILL)).isTrue();
        }
    }

    @Test
    void shouldAllocateNothingForAnUpdate() {
        final byte[] bytes = FILL.getBytes(StandardCharsets.UTF_8);

        final long allocated = Allocation.leastBytes(20, () -> {
            for (int i = 0; i < 1_000; i++) {
                reader.readUpdate(bytes, bytes.length, update);
            }
        });

        assertThat(allocated).isZero();
    }

    @Test
    void shouldSurviveWhateverComes() {
        RandomCases.check(200, random -> {
            for (int i = 0; i < 100; i++) {
                final byte[] bytes = mutated(FILL, random);
                assertThatCode(() -> reader.readUpdate(bytes, bytes.length, update))
                        .doesNotThrowAnyException();
                assertThatCode(() -> reader.readOrders(bytes, order -> {})).doesNotThrowAnyException();
            }
            assertThat(read(FILL)).isTrue();
        });
    }

    /** Some bytes changed, doubled or left out. */
    public static byte[] mutated(final String text, final SplittableRandom random) {
        final StringBuilder builder = new StringBuilder(text);
        for (int i = random.nextInt(1, 6); i > 0 && !builder.isEmpty(); i--) {
            final int at = random.nextInt(Math.max(1, builder.length()));
            switch (random.nextInt(5)) {
                case 0 -> builder.deleteCharAt(at);
                case 1 -> builder.setCharAt(at, (char) random.nextInt(256));
                case 2 -> builder.insert(at, "{}[]\",:0987654321e-.".charAt(random.nextInt(20)));
                case 3 -> builder.setLength(Math.max(1, at));
                default -> builder.insert(at, builder.substring(at, Math.min(builder.length(), at + 30)));
            }
        }
        return builder.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void shouldReadEveryOrderOfTheFixtures() throws IOException {
        final List<String> read = new ArrayList<>();
        try (Stream<java.nio.file.Path> files = Files.list(SharedFiles.file("protocols/fixtures/alpaca/py"))) {
            for (final java.nio.file.Path file : files.filter(
                            path -> path.getFileName().toString().startsWith("order-routes"))
                    .sorted()
                    .toList()) {
                final byte[] bytes = Files.readAllBytes(file);
                if (bytes[0] == '[') {
                    assertThat(reader.readOrders(bytes, order -> read.add(order.id() + " " + order.status())))
                            .as("%s", file)
                            .isNotNegative();
                } else {
                    final OrderMessage order = new OrderMessage();
                    assertThat(reader.readOrder(bytes, order)).as("%s", file).isTrue();
                    read.add(order.id() + " " + order.status());
                }
            }
        }
        assertThat(read).contains("61e69015-8549-4bfd-b9c3-01e75843f47d ACCEPTED");
    }
}
