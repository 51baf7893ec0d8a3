package reprise.alpaca.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of text at once, the first one in the lowest byte. Stateless. */
final class EightBytes {
    /** Each byte 1. */
    static final long ONES = 0x0101_0101_0101_0101L;

    /** The highest bit of each byte. */
    static final long HIGH_BITS = 0x80 * ONES;

    private static final long ZEROS = '0' * ONES;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    /** The bytes from an index on, of which there must be eight. */
    static long at(final byte[] text, final int index) {
        return (long) LONG.get(text, index);
    }

    /** Copies some to the beginning of another text, and perhaps up to seven more; of a short text this is quicker than what the library does. */
    static void copy(final byte[] source, final int offset, final byte[] target, final int length) {
        final int rounded = length + Long.BYTES - 1 & -Long.BYTES;
        if (offset + rounded > source.length || rounded > target.length) {
            System.arraycopy(source, offset, target, 0, length);
            return;
        }
        for (int i = 0; i < length; i += Long.BYTES) {
            LONG.set(target, i, at(source, offset + i));
        }
    }

    /** Four bytes from an index on, likewise. */
    static int fourAt(final byte[] text, final int index) {
        return (int) INT.get(text, index);
    }

    /** The bytes from an index on, and zeros where there are fewer than eight. */
    static long upTo(final byte[] text, final int index, final int length) {
        if (length >= Long.BYTES) {
            return at(text, index);
        }
        if (index + Long.BYTES <= text.length) {
            return at(text, index) & (1L << (length << 3)) - 1;
        }
        long bytes = 0;
        for (int i = length - 1; i >= 0; i--) {
            bytes = bytes << 8 | text[index + i] & 0xff;
        }
        return bytes;
    }

    /** The highest bit of the first byte that does not stand for itself in a string, or is no ASCII; perhaps some bits after it; 0 if all do. */
    static long unplain(final long bytes) {
        final long quote = bytes ^ '"' * ONES;
        final long backslash = bytes ^ '\\' * ONES;
        // nothing is borrowed from the first byte that is meant, so of it this is exact
        return (quote - ONES | backslash - ONES | bytes - ' ' * ONES | bytes) & HIGH_BITS;
    }

    /** Which byte a bit is in. */
    static int indexOf(final long bit) {
        return Long.numberOfTrailingZeros(bit) >>> 3;
    }

    /** Whether all are digits. */
    static boolean areDigits(final long bytes) {
        final long digits = bytes ^ ZEROS;
        return ((digits + 0x76 * ONES | digits) & HIGH_BITS) == 0;
    }

    /** The number that eight digits are. */
    static int number(final long bytes) {
        long digits = bytes & 0x0f * ONES;
        digits = digits * 10 + (digits >>> 8) & 0x00ff_00ff_00ff_00ffL;
        digits = digits * 100 + (digits >>> 16) & 0x0000_ffff_0000_ffffL;
        return (int) (digits * 10_000 + (digits >>> 32));
    }
}
