package reprise.simulation.alpaca.account;

import java.util.SplittableRandom;
import java.util.UUID;

/** Ids that are the same in every run of the same seed. Guarded by the venue's lock. */
final class Ids {
    private static final long VERSION_BITS = 0x4000L;
    private static final long VARIANT_BITS = 0x8000_0000_0000_0000L;

    private final SplittableRandom random;

    Ids(final long seed) {
        random = new SplittableRandom(seed);
    }

    UUID next() {
        return new UUID(
                random.nextLong() & ~0xF000L | VERSION_BITS, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | VARIANT_BITS);
    }
}
