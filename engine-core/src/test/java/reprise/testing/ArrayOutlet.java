package reprise.testing;

import java.util.Arrays;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Outlet;

/** Keeps the last message in an array that was full of old bytes before, as a ring's slot is. */
public final class ArrayOutlet implements Outlet {
    private final byte[] bytes = new byte[MAX_MESSAGE_LENGTH_BYTES];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private int claims;
    private int lengthBytes;

    @Override
    public MutableDirectBuffer claim() {
        claims++;
        lengthBytes = 0;
        Arrays.fill(bytes, (byte) 0xA5);
        return buffer;
    }

    @Override
    public void end(final int newLengthBytes) {
        lengthBytes = newLengthBytes;
    }

    /**
     * The message.
     *
     * @return its bytes, from offset 0.
     */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /**
     * The message's length.
     *
     * @return 0 before the end of a claim.
     */
    public int lengthBytes() {
        return lengthBytes;
    }

    /**
     * How often room was claimed.
     *
     * @return count.
     */
    public int claims() {
        return claims;
    }
}
