package reprise.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistanceTest {
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void shouldBeSurelyWithinOnlyWhereItIs() {
        int sure = 0;
        for (int i = 0; i < 200_000; i++) {
            final long base = 1 + (random.nextLong() >>> random.nextInt(1, 63));
            final long price = Math.max(1, base + random.nextLong(-3, 4) * (base / random.nextLong(1, 2_000_000)));
            final long limit = random.nextLong(2_000_000);
            if (Distance.isSurelyWithin(price, base, limit)) {
                sure++;
                assertThat(Distance.between(price, base)).isLessThanOrEqualTo(limit);
            }
        }
        assertThat(sure).isGreaterThan(10_000);
    }

    @Test
    void shouldBeSureOfAllThatIsWithinWherePricesAreUsual() {
        for (int i = 0; i < 200_000; i++) {
            final long base = random.nextLong(1, 1_000_000_000_000L);
            final long price = random.nextLong(Math.max(1, base - base / 10), base + base / 10 + 1);
            final long distance = Distance.between(price, base);
            assertThat(Distance.isSurelyWithin(price, base, distance)).isTrue();
            assertThat(Distance.isSurelyWithin(price, base, distance - 1)).isFalse();
        }
    }
}
