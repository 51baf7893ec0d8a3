package reprise.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The hash is of the bytes that it documents, however they are gathered: hashes on record stay valid. */
class StateHashTest {
    @Test
    void shouldHashNamesAndValuesInTheirOrderWhateverTheirLengths() {
        final Random random = new Random(11);
        for (int round = 0; round < 50; round++) {
            final StateHash hash = new StateHash();
            final MessageDigest expected = StateHash.sha256();
            for (int i = 0; i < 200; i++) {
                final String name = "ä".repeat(random.nextInt(3)) + "name" + i;
                final long value = random.nextLong();
                final String text = "x".repeat(random.nextInt(10) == 0 ? random.nextInt(10_000) : random.nextInt(40));
                hash.section(name, value);
                expect(expected, '#', name);
                expect(expected, value);
                hash.field(name, value);
                expect(expected, 'i', name);
                expect(expected, value);
                hash.field(name, value / 7.0);
                expect(expected, 'd', name);
                expect(expected, Double.doubleToLongBits(value / 7.0));
                hash.field(name, text);
                expect(expected, 's', name);
                expect(expected, '=', text);
            }
            assertEquals(HexFormat.of().formatHex(expected.digest()), hash.hex());
        }
    }

    @Test
    void shouldBeginAnewAfterItWasAsked() {
        final StateHash hash = new StateHash();
        final String empty = hash.hex();
        hash.field("price", 1L);
        assertNotEquals(empty, hash.hex());
        assertEquals(empty, hash.hex());
    }

    private static void expect(final MessageDigest digest, final char kind, final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) kind);
        expect(digest, bytes.length);
        digest.update(bytes);
    }

    private static void expect(final MessageDigest digest, final long value) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }
}
