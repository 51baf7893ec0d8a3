package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.testkit.SharedFiles;

class ReversionSignalTest {
    private static final ReversionSignal DEFAULTS = new ReversionSignal(1.0, 0.5, 3.0, 30, 70, 30, false);
    private static final ReversionSignal BOTH_WAYS = new ReversionSignal(1.0, 0.5, 3.0, 30, 70, 30, true);

    @ParameterizedTest
    @CsvSource({
        "FLAT, 1.0, 75, 20, ENTER_SHORT",
        "FLAT, 0.99, 75, 20, NONE",
        "FLAT, 1.5, 69.9, 20, NONE",
        "FLAT, 1.5, 75, 30.1, NONE",
        "FLAT, 3.0, 75, 20, NONE",
        "SHORT, 0.5, 50, 20, EXIT",
        "SHORT, 0.51, 50, 20, NONE",
        "SHORT, -2, 10, 20, EXIT",
        "SHORT, 3.0, 90, 20, STOP",
        "SHORT, NaN, 90, 20, NONE",
        "FLAT, -1.5, NaN, 20, NONE",
        "FLAT, -1.5, 25, NaN, NONE",
        "FLAT, -3.5, 10, 20, NONE",
    })
    void shouldMirrorShortsAndNeverActOnWhatIsUnknown(
            final Direction held,
            final double z,
            final double rsi,
            final double adx,
            final ReversionSignal.Action expected) {
        assertThat(BOTH_WAYS.decide(held, z, rsi, adx)).isEqualTo(expected);
    }

    @Test
    void shouldSellNothingShortUnlessAllowed() {
        assertThat(DEFAULTS.decide(Direction.FLAT, 2, 90, 10)).isEqualTo(ReversionSignal.Action.NONE);
    }

    @Test
    void shouldDecideEveryWorkedCaseAsStated() {
        final Matcher matcher = Pattern.compile(
                        "\"name\": \"([^\"]+)\",\\s*\"z\": \"?([^,\"]+)\"?,\\s*\"position\": \"([A-Z]+)\","
                                + "\\s*\"rsi\": ([^,]+),\\s*\"adx\": ([^,]+),\\s*\"expected\": \"([A-Z_]+)\"")
                .matcher(String.join("\n", SharedFiles.lines("golden/s1/s2_reversion_table.json")));
        int cases = 0;
        while (matcher.find()) {
            final String expected = matcher.group(6).equals("HOLD") ? "NONE" : matcher.group(6);
            assertThat(DEFAULTS.decide(
                            Direction.valueOf(matcher.group(3)),
                            Double.parseDouble(matcher.group(2)),
                            Double.parseDouble(matcher.group(4)),
                            Double.parseDouble(matcher.group(5))))
                    .as(matcher.group(1))
                    .hasToString(expected);
            cases++;
        }
        assertThat(cases).isEqualTo(10);
    }
}
