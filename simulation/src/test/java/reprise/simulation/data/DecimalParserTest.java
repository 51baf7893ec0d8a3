package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {

    private final DecimalParser decimal = new DecimalParser();

    @ParameterizedTest
    @CsvSource({
        "42283.58, 2, 4228358",
        "42283.58, 5, 4228358000",
        "34151.66000000, 2, 3415166",
        "100, 2, 10000",
        "0.1, 1, 1",
        ".5, 1, 5",
        "5., 1, 50",
        "5.33e-05, 8, 5330",
        "1e-05, 8, 1000",
        "1.5E+3, 0, 1500",
        "2E10, 0, 20000000000",
        "+7.25, 2, 725",
        "' 7.25 ', 2, 725",
        "0.30000000000000004, 17, 30000000000000004",
        "0, 8, 0",
        "0.000000000000000000000000, 2, 0",
        "000000000000000000000001.5, 1, 15",
    })
    void shouldReadExactlyWhenTheDecimalsSuffice(final String text, final int decimals, final long expected) {
        assertThat(parse(text)).isTrue();

        assertThat(decimal.fixed(decimals)).isEqualTo(expected);
        assertThat(decimal.isInexact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1.239, 2, 123", "0.001, 2, 0", "1.00000000000000000000001, 2, 100", "1e-30, 8, 0"})
    void shouldRoundDownAndSaySoWhenDigitsAreLost(final String text, final int decimals, final long expected) {
        assertThat(parse(text)).isTrue();

        assertThat(decimal.fixed(decimals)).isEqualTo(expected);
        assertThat(decimal.isInexact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "abc",
                "NaN",
                "nan",
                "inf",
                "-inf",
                "Infinity",
                "1,5",
                "1.2.3",
                "1e",
                "1e+",
                "e5",
                "0x10",
                "12 34",
                "1.5abc",
                "--1",
                "1e5.5"
            })
    void shouldRefuseWhenTheTextIsNoNumber(final String text) {
        assertThat(parse(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807, 2", "1e40, 0", "99999999999999999999, 0", "1e300, 8"})
    void shouldSayTooLargeWhenTheValueDoesNotFit(final String text, final int decimals) {
        assertThat(parse(text)).isTrue();

        assertThat(decimal.fixed(decimals)).isEqualTo(DecimalParser.TOO_LARGE);
    }

    @Test
    void shouldCountTheDecimalsThatAreNeeded() {
        assertThat(parse("34151.66000000")).isTrue();
        assertThat(decimal.decimalsNeeded()).isEqualTo(2);

        assertThat(parse("5.330e-05")).isTrue();
        assertThat(decimal.decimalsNeeded()).isEqualTo(7);
    }

    @Test
    void shouldAgreeWithBigDecimalWhenNumbersAreRandom() {
        final long seed = Long.getLong("seed", System.nanoTime());
        final Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            final BigDecimal number =
                    BigDecimal.valueOf(Math.abs(random.nextLong() >> random.nextInt(64)), random.nextInt(12));
            final String text = random.nextBoolean() ? number.toPlainString() : number.toString();
            final int decimals = random.nextInt(9);
            final BigDecimal scaled = number.movePointRight(decimals).setScale(0, RoundingMode.DOWN);

            assertThat(parse(text)).as("%s seed=%d", text, seed).isTrue();
            if (number.precision() <= 18 && scaled.precision() <= 18) {
                assertThat(decimal.fixed(decimals)).as("%s seed=%d", text, seed).isEqualTo(scaled.longValueExact());
            }
        }
    }

    private boolean parse(final String text) {
        final byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.US_ASCII);
        return decimal.parse(bytes, 1, bytes.length - 1);
    }
}
