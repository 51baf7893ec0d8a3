package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentVolumeTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long T0 = 1_000 * MINUTE;

    private final RecentVolume volume = new RecentVolume();

    @Test
    void shouldCountATradeOfThePastInItsOwnMinute() {
        volume.onTrade(T0 + 1, 1);
        volume.onTrade(T0 + 6 * MINUTE, 2);
        volume.onHistoricalTrade(T0 + 3 * MINUTE, 4, T0 + 6 * MINUTE);
        volume.onHistoricalTrade(T0 + MINUTE, 8, T0 + 6 * MINUTE);

        assertThat(volume.sum(T0 + 6 * MINUTE))
                .as("without what is older than five minutes")
                .isEqualTo(6);
        assertThat(volume.sum(T0 + 7 * MINUTE)).isEqualTo(6);
        assertThat(volume.sum(T0 + 8 * MINUTE)).isEqualTo(2);
    }

    @Test
    void shouldNotCountAgainWhatBarsHaveCounted() {
        volume.onBar(T0 + MINUTE, MINUTE, 10);
        volume.onHistoricalTrade(T0 + 30_000_000_000L, 4, T0 + MINUTE);

        assertThat(volume.sum(T0 + MINUTE)).isEqualTo(10);
    }
}
