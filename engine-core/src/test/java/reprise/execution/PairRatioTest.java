package reprise.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.testkit.RandomCases;

class PairRatioTest {
    /** By trying every coarse quantity. */
    @Test
    void shouldKeepTheMostThatBelongsTogether() {
        RandomCases.check(20_000, random -> {
            final long[] lots = {random.nextLong(1, 4), random.nextLong(1, 4)};
            final long[] whole = {lots[0] * random.nextLong(1, 30), lots[1] * random.nextLong(1, 30)};
            final long[] held = {random.nextLong(whole[0] + 1), random.nextLong(whole[1] + 1)};
            final PairRatio ratio = new PairRatio(lots[0], lots[1]);
            ratio.set(whole[0], whole[1]);

            ratio.match(held[0], held[1]);

            final int coarse = whole[0] / lots[0] <= whole[1] / lots[1] ? 0 : 1;
            final int fine = 1 - coarse;
            long best = 0;
            long bestFine = 0;
            for (long c = 0; c <= held[coarse]; c += lots[coarse]) {
                final long exact = c * whole[fine] / whole[coarse];
                final long f = exact - exact % lots[fine];
                if (f <= held[fine] && f > 0) {
                    best = c;
                    bestFine = f;
                }
            }
            assertThat(ratio.matched(coarse)).isEqualTo(best);
            assertThat(ratio.matched(fine)).isEqualTo(bestFine);
            ratio.match(ratio.matched(0), ratio.matched(1));
            assertThat(ratio.matched(coarse)).isEqualTo(best);
        });
    }

    @Test
    void shouldReachTheWholeWithTheLastPart() {
        final PairRatio ratio = new PairRatio(1, 10);
        ratio.set(7, 230);

        ratio.part(3, 3);

        assertThat(ratio.matched(0)).isEqualTo(7);
        assertThat(ratio.matched(1)).isEqualTo(230);
    }
}
