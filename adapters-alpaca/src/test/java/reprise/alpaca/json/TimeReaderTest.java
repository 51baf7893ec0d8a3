package reprise.alpaca.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.testkit.RandomCases;

class TimeReaderTest {
    private static final long YEAR_2200 = 7_258_118_400L;

    private final TimeReader times = new TimeReader();

    private long parse(final String text) {
        final byte[] bytes = ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
        return times.parse(bytes, 1, bytes.length - 2);
    }

    @Test
    void shouldReadTimesLikeTheLibrary() {
        RandomCases.check(2_000, random -> {
            final Instant time = Instant.ofEpochSecond(
                    random.nextLong(86_400, YEAR_2200 - 86_400),
                    random.nextInt(5) == 0 ? 0 : random.nextInt(1_000_000_000) / 1_000 * 1_000);
            final long expected = time.getEpochSecond() * 1_000_000_000 + time.getNano();
            final OffsetDateTime elsewhere = time.atOffset(ZoneOffset.ofHoursMinutes(random.nextInt(-12, 13), 0))
                    .withNano(time.getNano());
            assertThat(parse(time.toString())).as("%s", time).isEqualTo(expected);
            if (elsewhere.getSecond() > 0) {
                assertThat(parse(elsewhere.toString())).as("%s", elsewhere).isEqualTo(expected);
            }
        });
    }

    @Test
    void shouldRefuseWhatIsNoTime() {
        for (final String text : List.of(
                "",
                "2026",
                "2026-13-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-02-23T24:00:00Z",
                "2026-02-23T15:60:00Z",
                "2026-02-23T15:30:61Z",
                "2026-02-23 15:30",
                "2026-02-23 15:30:00Z",
                "2026/02/23T15:30:00Z",
                "2026-02-23T15:30:00",
                "2026-02-23T15:30:00.Z",
                "2026-02-23T15:30:00.1234567890Z",
                "2026-02-23T15:30:00+5",
                "2026-02-23T15:30:00ZZ",
                "2026-02-2:T15:30:00Z",
                "202/-02-23T15:30:00Z",
                "1969-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "0000-00-00T00:00:00Z")) {
            assertThat(parse(text)).as(text).isEqualTo(TimeReader.NONE);
        }
        assertThat(parse("2024-02-29T23:59:59.5Z")).isEqualTo(1_709_251_199_500_000_000L);
    }
}
