package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTest {

    private static final int FIFTY_YEARS_SECONDS = 50 * 365 * 86_400;

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/London", "Asia/Tokyo", "Australia/Lord_Howe", "UTC", "+05:30"})
    void shouldAgreeWithTheCalendarOfTheZone(final String zoneName) {
        final ZoneId zone = ZoneId.of(zoneName);
        final LocalClock clock = new LocalClock(zone);
        final long seed = Long.getLong("seed", System.nanoTime());
        final Random random = new Random(seed);
        long second = 0;
        for (int i = 0; i < 20_000; i++) {
            // Runs of neighbouring hours cross clock changes; jumps leave the remembered range.
            second = random.nextInt(20) == 0 ? random.nextInt(FIFTY_YEARS_SECONDS) : second + 1_800;
            final Instant moment = Instant.ofEpochSecond(second);
            final LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);

            assertThat(clock.toLocalNs(second * BarPeriod.SECOND_NS))
                    .as("%s seed=%d", moment, seed)
                    .isEqualTo(
                            moment.atZone(zone).toLocalDateTime().toEpochSecond(ZoneOffset.UTC) * BarPeriod.SECOND_NS);
            assertThat(clock.toUtcNs(second * BarPeriod.SECOND_NS))
                    .as("%s seed=%d", local, seed)
                    .isEqualTo(local.atZone(zone).toEpochSecond() * BarPeriod.SECOND_NS);
        }
    }
}
