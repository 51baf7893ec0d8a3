package reprise.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.testkit.RandomCases.anyLong;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.testkit.RandomCases;

class DecimalsTest {
    private static final Map<Rounding, RoundingMode> MODES = Map.of(
            Rounding.FLOOR, RoundingMode.FLOOR,
            Rounding.CEILING, RoundingMode.CEILING,
            Rounding.HALF_EVEN, RoundingMode.HALF_EVEN);

    @Test
    void shouldParseLikeBigDecimal() {
        RandomCases.check(5_000, random -> {
            final String text = anyNumberText(random);
            final int decimals = random.nextInt(Decimals.MAX_DECIMALS + 1);

            final OptionalLong expected = exact(new BigDecimal(text).movePointRight(decimals));

            if (expected.isPresent()) {
                assertThat(Decimals.parse(text, decimals)).as(text).isEqualTo(expected.getAsLong());
            } else {
                assertThatExceptionOfType(NumberFormatException.class)
                        .as("%s, %d decimals", text, decimals)
                        .isThrownBy(() -> Decimals.parse(text, decimals))
                        .withMessageContaining(text);
            }
        });
    }

    private static String anyNumberText(final SplittableRandom random) {
        final String sign = RandomCases.oneOf(random, "", "", "+", "-");
        final String whole = digits(random, 1 + random.nextInt(12));
        return random.nextBoolean() ? sign + whole : sign + whole + "." + digits(random, 1 + random.nextInt(10));
    }

    private static String digits(final SplittableRandom random, final int count) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + (random.nextInt(3) == 0 ? 0 : random.nextInt(10))));
        }
        return text.toString();
    }

    private static OptionalLong exact(final BigDecimal value) {
        try {
            return OptionalLong.of(value.longValueExact());
        } catch (final ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 0, 9223372036854775807",
        "-9223372036854775808, 0, -9223372036854775808",
        "-9.223372036854775808, 18, -9223372036854775808",
        "9.223372036854775807, 18, 9223372036854775807",
        ".5, 1, 5",
        "5., 1, 50",
        "1.2300000000000000000000, 2, 123",
        "0000000000000000000000001, 0, 1",
        "-0, 3, 0"
    })
    void shouldParseEdges(final String text, final int decimals, final long expected) {
        assertThat(Decimals.parse(text, decimals)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "-.",
                "1e5",
                "1E5",
                " 1",
                "1 ",
                "1,000",
                "0x10",
                "NaN",
                "Infinity",
                "--1",
                "+-1",
                "1.2.3",
                "1-",
                "\u0661",
                "9223372036854775808",
                "-9223372036854775809",
                "92233720368547758080",
                "1.001",
                "0.005"
            })
    void shouldRefuseWhatIsNoNumberOfTwoDecimals(final String text) {
        assertThatThrownBy(() -> Decimals.parse(text, 2))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void shouldFormatLikeBigDecimalAndParseBack() {
        RandomCases.check(5_000, random -> {
            final long value = anyLong(random);
            final int decimals = random.nextInt(Decimals.MAX_DECIMALS + 1);

            final String text = Decimals.format(value, decimals);

            assertThat(text).isEqualTo(BigDecimal.valueOf(value, decimals).toPlainString());
            assertThat(Decimals.parse(text, decimals)).isEqualTo(value);
            assertThat(Decimals.formatShort(value, decimals))
                    .isEqualTo(BigDecimal.valueOf(value, decimals)
                            .stripTrailingZeros()
                            .toPlainString());
        });
    }

    @Test
    void shouldConvertToTheDoubleThatTheTextMeans() {
        RandomCases.check(5_000, random -> {
            final long value = random.nextLong(-(1L << 53), 1L << 53) >> random.nextInt(50);
            final int decimals = random.nextInt(Decimals.MAX_DECIMALS + 1);

            assertThat(Decimals.toDouble(value, decimals))
                    .isEqualTo(Double.parseDouble(Decimals.format(value, decimals)));
        });
    }

    @Test
    void shouldMultiplyLikeBigInteger() {
        RandomCases.check(5_000, random -> {
            final long a = anyLong(random);
            final long b = anyLong(random);
            final int decimals = random.nextInt(Decimals.MAX_DECIMALS + 1);
            for (final Rounding rounding : Rounding.values()) {
                checkQuotient(
                        a,
                        b,
                        Decimals.powerOfTen(decimals),
                        rounding,
                        () -> Decimals.multiply(a, b, decimals, rounding));
            }
        });
    }

    @Test
    void shouldMultiplyAndDivideLikeBigInteger() {
        RandomCases.check(5_000, random -> {
            final long a = anyLong(random);
            final long b = anyLong(random);
            final long c = Math.max(1, anyLong(random) & Long.MAX_VALUE);
            for (final Rounding rounding : Rounding.values()) {
                checkQuotient(a, b, c, rounding, () -> Decimals.multiplyDivide(a, b, c, rounding));
            }
        });
    }

    /** A small upper half and a large lower half make the estimate of a digit as wrong as it can be. */
    @Test
    void shouldDivideWhereTheFirstEstimateOfADigitIsTooLarge() {
        RandomCases.check(2_000, random -> {
            final long c = 1L << 62 - random.nextInt(30) | 0xFFFF_FFFFL & random.nextLong() | 0xFFFF_0000L;
            final long a = random.nextLong(-c, c);
            final long b = Long.MAX_VALUE - random.nextLong(1L << 33);

            checkQuotient(a, b, c, Rounding.HALF_EVEN, () -> Decimals.multiplyDivide(a, b, c, Rounding.HALF_EVEN));
        });
    }

    @Test
    void shouldRoundTiesOf128BitProductsToEven() {
        RandomCases.check(2_000, random -> {
            // a * b / 2c with a = c * odd and b odd lies half way between two integers.
            final long c = random.nextLong(1, 1L << 30);
            final long a = c * (2 * random.nextLong(-(1L << 30), 1L << 30) + 1);
            final long b = 2 * random.nextLong(-(1L << 31), 1L << 31) + 1;

            checkQuotient(
                    a, b, 2 * c, Rounding.HALF_EVEN, () -> Decimals.multiplyDivide(a, b, 2 * c, Rounding.HALF_EVEN));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "-9223372036854775808, 10, 10, FLOOR",
        "-9223372036854775808, 10, 10, HALF_EVEN",
        "9223372036854775807, 10, 10, CEILING",
        "9223372036854775807, 3, 2, FLOOR",
        "-9223372036854775808, -1, 1, FLOOR",
        "-9223372036854775808, -9223372036854775808, 9223372036854775807, CEILING",
        "-9223372036854775808, 9223372036854775807, 9223372036854775807, CEILING",
        "6148914691236517205, 3, 2, HALF_EVEN",
        "-6148914691236517206, 3, 2, CEILING"
    })
    void shouldDivideAtTheEndsOfTheRange(final long a, final long b, final long c, final Rounding rounding) {
        checkQuotient(a, b, c, rounding, () -> Decimals.multiplyDivide(a, b, c, rounding));
    }

    @Test
    void shouldDivideNegativeProductsJustBeyondTheRangeUpIntoIt() {
        // -(2^63 + 1/3), which only rounding upwards brings into the range
        final BigInteger product = BigInteger.TWO
                .pow(63)
                .multiply(BigInteger.valueOf(3))
                .add(BigInteger.ONE)
                .negate();
        final long high = product.shiftRight(64).longValueExact();
        final long low = product.longValue();

        assertThat(WideDivision.divide(high, low, 3, Rounding.CEILING)).isEqualTo(Long.MIN_VALUE);
        assertThat(WideDivision.divide(high, low, 3, Rounding.HALF_EVEN)).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> WideDivision.divide(high, low, 3, Rounding.FLOOR))
                .isInstanceOf(ArithmeticException.class);
    }

    private static void checkQuotient(
            final long a, final long b, final long c, final Rounding rounding, final LongSupplier actual) {
        final String what = a + " * " + b + " / " + c + " " + rounding;
        final OptionalLong expected = exact(new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                .divide(new BigDecimal(c), 0, MODES.get(rounding)));
        if (expected.isPresent()) {
            assertThat(actual.getAsLong()).as(what).isEqualTo(expected.getAsLong());
        } else {
            assertThatExceptionOfType(ArithmeticException.class).as(what).isThrownBy(actual::getAsLong);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void shouldRefuseDivisorsThatAreNotPositive(final long divisor) {
        assertThatThrownBy(() -> Decimals.multiplyDivide(1, 1, divisor, Rounding.FLOOR))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining(Long.toString(divisor));
    }

    @Test
    void shouldRescaleLikeBigDecimal() {
        RandomCases.check(5_000, random -> {
            final long value = anyLong(random);
            final int from = random.nextInt(Decimals.MAX_DECIMALS + 1);
            final int to = random.nextInt(Decimals.MAX_DECIMALS + 1);
            for (final Rounding rounding : Rounding.values()) {
                final OptionalLong expected = exact(BigDecimal.valueOf(value, from)
                        .setScale(to, MODES.get(rounding))
                        .movePointRight(to));
                if (expected.isPresent()) {
                    assertThat(Decimals.rescale(value, from, to, rounding)).isEqualTo(expected.getAsLong());
                } else {
                    assertThatThrownBy(() -> Decimals.rescale(value, from, to, rounding))
                            .isInstanceOf(ArithmeticException.class);
                }
            }
        });
    }

    @Test
    void shouldTakeFractionsOfMoney() {
        final long hundredDollars = Money.parse("100");
        final long sevenAndAHalfBasisPoints = Money.parse("0.00075");

        assertThat(Money.fraction(hundredDollars, sevenAndAHalfBasisPoints, Rounding.CEILING))
                .isEqualTo(Money.parse("0.075"));
        assertThat(Money.fraction(1, sevenAndAHalfBasisPoints, Rounding.CEILING))
                .isEqualTo(1);
        assertThat(Money.format(Money.ONE)).isEqualTo("1.00000000");
        assertThat(Money.toDouble(Money.parse("-0.1"))).isEqualTo(-0.1);
    }
}
