package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WholeSumTest {
    private static final long MONEY = 100_000_000L;

    private final Random random = new Random(7);

    @Test
    void shouldBeExactWhateverTheSigns() {
        final WholeSum sum = new WholeSum();
        BigInteger exact = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            final long term = random.nextLong() >> random.nextInt(64);
            final long times = 1 + random.nextInt(1_000_000);
            sum.add(term, times);
            exact = exact.add(BigInteger.valueOf(term).multiply(BigInteger.valueOf(times)));
            assertThat(sum.value()).isEqualTo(exact.doubleValue());
        }
    }

    /** What results were pinned with: each point of an account by itself, with what rounding loses kept beside the sum. */
    @Test
    void shouldAgreeToTheBitWithACompensatedSumOfEachPoint() {
        final WholeSum sum = new WholeSum();
        final CompensatedSum oneByOne = new CompensatedSum();
        long equity = 1_000_000 * MONEY;
        for (int run = 0; run < 2_000; run++) {
            equity += random.nextInt(2_000_000_000) - 900_000_000L;
            final int times = 1 + random.nextInt(500);
            sum.add(equity, times);
            for (int i = 0; i < times; i++) {
                oneByOne.add(equity);
            }
            assertThat(sum.value()).isEqualTo(oneByOne.value());
        }
    }
}
