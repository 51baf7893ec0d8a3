package reprise.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The hash is of the bytes that {@link SnapshotFormat} draws: hashes on record stay valid. */
class StateHashTest {
    private final ByteArrayOutputStream expected = new ByteArrayOutputStream();
    private final List<String> texts = new ArrayList<>();

    @Test
    void shouldHashNamesAndValuesInTheirOrderWhateverTheirLengths() {
        final Random random = new Random(11);
        for (int round = 0; round < 50; round++) {
            expected.reset();
            texts.clear();
            final StateHash hash = new StateHash();
            for (int i = 0; i < 200; i++) {
                final String name = "ä".repeat(random.nextInt(3)) + "name" + random.nextInt(100);
                final long value = random.nextLong() >> random.nextInt(64);
                final String text = "x".repeat(random.nextInt(10) == 0 ? random.nextInt(10_000) : random.nextInt(40));
                hash.section(name, value);
                expectName(name, 0);
                expectNumber(folded(value));
                hash.field(name, value);
                expectName(name, 1);
                expectNumber(folded(value));
                hash.field(name, value / 7.0);
                expectName(name, 2);
                expected.writeBytes(ByteBuffer.allocate(Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putDouble(value / 7.0)
                        .array());
                hash.field(name, text);
                expectName(name, 3);
                expectText(text, 1, 0);
            }
            assertEquals(HexFormat.of().formatHex(StateHash.sha256().digest(expected.toByteArray())), hash.hex());
        }
    }

    @Test
    void shouldNotTellOneNanFromAnother() {
        final StateHash hash = new StateHash();
        hash.field("mean", Double.NaN);
        final String positive = hash.hex();
        hash.field("mean", Double.longBitsToDouble(0xFFF8_0000_0000_0001L));
        assertEquals(positive, hash.hex());
    }

    @Test
    void shouldTellZerosApart() {
        final StateHash hash = new StateHash();
        hash.field("mean", 0.0);
        final String positive = hash.hex();
        hash.field("mean", -0.0);
        assertNotEquals(positive, hash.hex());
    }

    @Test
    void shouldBeginAnewAfterItWasAsked() {
        final StateHash hash = new StateHash();
        final String empty = hash.hex();
        hash.field("price", 1L);
        final String first = hash.hex();
        assertNotEquals(empty, first);
        assertEquals(empty, hash.hex());
        hash.field("price", 1L);
        assertEquals(first, hash.hex());
    }

    private void expectName(final String name, final int kind) {
        expectText(name, 4, kind);
    }

    /** Its number from 1 on, or 0 and the text. */
    private void expectText(final String text, final int factor, final int kind) {
        final int number = texts.indexOf(text) + 1;
        expectNumber(BigInteger.valueOf((long) factor * number + kind));
        if (number == 0) {
            final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            expectNumber(BigInteger.valueOf(bytes.length));
            expected.writeBytes(bytes);
            texts.add(text);
        }
    }

    /** Non-negative numbers are even, negative ones odd. */
    private static BigInteger folded(final long value) {
        final BigInteger twice = BigInteger.valueOf(value).shiftLeft(1);
        return value >= 0 ? twice : twice.negate().subtract(BigInteger.ONE);
    }

    private void expectNumber(final BigInteger number) {
        BigInteger rest = number;
        while (rest.bitLength() > 7) {
            expected.write(rest.intValue() & 0x7F | 0x80);
            rest = rest.shiftRight(7);
        }
        expected.write(rest.intValue());
    }
}
