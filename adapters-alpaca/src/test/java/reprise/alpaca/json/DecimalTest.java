package reprise.alpaca.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.number.Rounding;
import reprise.testkit.RandomCases;

class DecimalTest {
    private static final int CASES = 20_000;
    private static final BigDecimal MOST = new BigDecimal("1e17");

    private final JsonScanner scanner = new JsonScanner();
    private final Decimal decimal = new Decimal();

    private Decimal read(final String value) {
        final byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        scanner.wrap(bytes, 0, bytes.length);
        try {
            decimal.read(scanner);
        } catch (final MalformedJsonException malformed) {
            throw new AssertionError(value, malformed);
        }
        assertThat(scanner.isAtEnd()).as(value).isTrue();
        return decimal;
    }

    @Test
    void shouldReadNumbersExactlyOrNotAtAll() {
        for (final String[] pair : new String[][] {
            {"0.000000001", "0.000000001"},
            {"1e-9", "0.000000001"},
            {"-12.500", "-12.5"},
            {"1.5E3", "1500"},
            {"0", "0"},
            {"-0.0", "0"},
            {"0e99", "0"},
            {"100", "100"},
            {"999999999999999999", "999999999999999999"},
            {"1.0000000000000000000000", "1"},
            {"1000000000000000000e-18", "1"}
        }) {
            assertThat(read(pair[0])).as(pair[0]).hasToString(pair[1]);
            assertThat(read('"' + pair[0] + '"')).as(pair[0]).hasToString(pair[1]);
        }
        for (final String text :
                List.of("", "-", ".", "1.", ".5", "01", "1..2", "1e", "NaN", "0x1", "1,5", "+1", " 1")) {
            assertThat(read('"' + text + '"').isPresent()).as(text).isFalse();
        }
        for (final String value :
                List.of("1e99", "99999999999999999999", "1e-19", "null", "true", "[1]", "{\"a\":1}")) {
            assertThat(read(value).isPresent()).as(value).isFalse();
            assertThat(decimal.toScale(2, Rounding.FLOOR)).as(value).isZero();
        }
    }

    @Test
    void shouldReadNumbersWithEscapes() {
        assertThat(read("\"1\\u0032.5\"")).hasToString("12.5");
        assertThat(read("\"1\\u20ac\"").isPresent()).isFalse();
    }

    @Test
    void shouldKnowWhatIsExact() {
        assertThat(read("0.125").isExact(2)).isFalse();
        assertThat(read("0.125").isExact(3)).isTrue();
        assertThat(read("0.1250").isExact(3)).isTrue();
        assertThat(read("999999999999999999").isExact(9)).isFalse();
        assertThatThrownBy(() -> decimal.toScale(9, Rounding.FLOOR)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldRoundLikeTheLibrary() {
        RandomCases.check(20, random -> {
            for (int i = 0; i < CASES / 20; i++) {
                final String text = number(random);
                final int scale = random.nextInt(10);
                final Rounding rounding = Rounding.values()[random.nextInt(3)];
                final BigDecimal expected =
                        new BigDecimal(text).movePointRight(scale).setScale(0, RoundingMode.valueOf(rounding.name()));
                read(text);
                if (!decimal.isPresent()) {
                    assertThat(isShort(text)).as(text).isFalse();
                } else if (expected.abs().compareTo(MOST) < 0) {
                    assertThat(decimal.toScale(scale, rounding))
                            .as("%s at %d %s", text, scale, rounding)
                            .isEqualTo(expected.longValueExact());
                    assertThat(decimal.isExact(scale))
                            .as("%s at %d", text, scale)
                            .isEqualTo(new BigDecimal(text).stripTrailingZeros().scale() <= scale);
                }
            }
        });
    }

    private static boolean isShort(final String text) {
        final BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        return value.signum() == 0 || value.scale() <= 18 && value.precision() - Math.min(0, value.scale()) <= 18;
    }

    private static String number(final SplittableRandom random) {
        final StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        final int digits = random.nextInt(1, random.nextInt(10) == 0 ? 24 : 10);
        text.append(random.nextInt(3) == 0 ? 0 : random.nextInt(1, 10));
        for (int i = 1; i < digits && text.charAt(text.length() - 1) + i != '0' + 1; i++) {
            text.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
        }
        if (random.nextInt(3) > 0) {
            text.append('.');
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                text.append(random.nextInt(3) == 0 ? 5 : random.nextInt(2) * random.nextInt(10));
            }
        }
        if (random.nextInt(10) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(-25, 26));
        }
        return text.toString();
    }
}
