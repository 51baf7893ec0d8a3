package reprise.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.testing.Definitions.anInstrument;
import static reprise.testkit.RandomCases.anyLong;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.number.Money;
import reprise.testkit.RandomCases;

class InstrumentTest {
    private static Instrument anyInstrument(final SplittableRandom random) {
        return anInstrument()
                .withDecimals(
                        random.nextInt(InstrumentDefinition.MAX_DECIMALS + 1),
                        random.nextInt(InstrumentDefinition.MAX_DECIMALS + 1))
                .withSteps(1, random.nextLong(1, 1000))
                .build();
    }

    private static BigDecimal exactNotional(final Instrument instrument, final long price, final long quantity) {
        return BigDecimal.valueOf(price, instrument.definition().priceDecimals())
                .multiply(BigDecimal.valueOf(quantity, instrument.definition().quantityDecimals()))
                .movePointRight(Money.DECIMALS);
    }

    @Test
    void shouldValueLikeBigDecimal() {
        RandomCases.check(5_000, random -> {
            final Instrument instrument = anyInstrument(random);
            final long price = anyLong(random);
            final long quantity = anyLong(random);

            final BigInteger expected = exactNotional(instrument, price, quantity)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .toBigIntegerExact();

            if (expected.bitLength() < Long.SIZE) {
                assertThat(instrument.notional(price, quantity)).isEqualTo(expected.longValueExact());
            } else {
                assertThatThrownBy(() -> instrument.notional(price, quantity)).isInstanceOf(ArithmeticException.class);
            }
        });
    }

    @Test
    void shouldFindTheLargestQuantityThatAnAmountBuys() {
        RandomCases.check(5_000, random -> {
            final Instrument instrument = anyInstrument(random);
            final long amount = random.nextLong(Money.ONE * 1_000_000);
            final long price = 1 + (random.nextLong() >>> 1 + random.nextInt(60));
            final BigDecimal lot = BigDecimal.valueOf(instrument.definition().lotSize());

            final BigDecimal expected = BigDecimal.valueOf(amount)
                    .divideToIntegralValue(exactNotional(instrument, price, 1))
                    .divideToIntegralValue(lot)
                    .multiply(lot);

            if (expected.compareTo(BigDecimal.valueOf(Long.MAX_VALUE >> 10)) < 0) {
                final long quantity = instrument.quantityFor(amount, price);
                assertThat(quantity).isEqualTo(expected.longValueExact());
                assertThat(instrument.notional(price, quantity)).isLessThanOrEqualTo(amount);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"100, true", "105, true", "101, false", "0, false", "-5, false"})
    void shouldKnowItsTicks(final long price, final boolean onTick) {
        assertThat(anInstrument().withSteps(5, 1).build().isOnTick(price)).isEqualTo(onTick);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "20, true", "15, false", "0, false", "-10, false"})
    void shouldKnowItsLots(final long quantity, final boolean onLot) {
        assertThat(anInstrument().withSteps(1, 10).build().isOnLot(quantity)).isEqualTo(onLot);
    }

    @Test
    void shouldMarkByWhateverCameLast() {
        final Instrument instrument = anInstrument().build();
        assertThat(instrument.markPrice()).isZero();

        instrument.onBar(60, 60, 100, 110, 90, 105, 7);
        assertThat(instrument.markPrice()).isEqualTo(105);

        instrument.onQuote(100, 1, 103, 1);
        assertThat(instrument.markPrice()).isEqualTo(101);

        instrument.onTrade(99, 1);
        assertThat(instrument.markPrice()).isEqualTo(99);
        assertThat(instrument.lastTradePrice()).isEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource({"0, 103", "100, 0", "104, 103"})
    void shouldNotMarkByAQuoteWithoutASaneMiddle(final long bid, final long ask) {
        final Instrument instrument = anInstrument().build();
        instrument.onTrade(99, 1);

        instrument.onQuote(bid, 1, ask, 1);

        assertThat(instrument.markPrice()).isEqualTo(99);
        assertThat(instrument.quote().isSane()).isFalse();
    }

    @Test
    void shouldNumberInstrumentsDensely() {
        final Instruments instruments = new Instruments();
        final Instrument first = instruments.define(anInstrument().withId(0).define());

        assertThatThrownBy(() -> instruments.define(anInstrument().withId(2).define()))
                .hasMessage("instrument ids must be dense: expected=1, got=2, symbol=I2");
        assertThatThrownBy(() -> instruments.define(anInstrument().withId(0).define()))
                .hasMessageContaining("expected=1, got=0");
        assertThat(instruments.count()).isEqualTo(1);
        assertThat(instruments.get(0)).isSameAs(first);
        assertThat(instruments.get("I0")).isSameAs(first);
        assertThat(instruments.isDefined(1)).isFalse();
        assertThatThrownBy(() -> instruments.get(1)).hasMessageContaining("instrumentId=1, defined=1");
        assertThatThrownBy(() -> instruments.get(-1)).hasMessageContaining("instrumentId=-1");
        assertThatThrownBy(() -> instruments.get("I1")).hasMessageContaining("symbol=I1");
    }

    @Test
    void shouldRefuseImpossibleDefinitions() {
        assertThatThrownBy(() -> anInstrument().withId(-1).define()).hasMessageContaining("instrumentId: -1");
        assertThatThrownBy(() -> anInstrument().onVenue(-1).define()).hasMessageContaining("venueId: -1");
        assertThatThrownBy(() -> anInstrument().withDecimals(13, 0).define()).hasMessageContaining("priceDecimals: 13");
        assertThatThrownBy(() -> anInstrument().withDecimals(0, -1).define())
                .hasMessageContaining("quantityDecimals: -1");
        assertThatThrownBy(() -> anInstrument().withSteps(0, 1).define()).hasMessageContaining("tickSize: 0");
        assertThatThrownBy(() -> anInstrument().withSteps(1, 0).define()).hasMessageContaining("lotSize: 0");
        assertThatThrownBy(() -> anInstrument().withMinNotional(-1).define()).hasMessageContaining("minNotional: -1");
        assertThatThrownBy(() -> anInstrument().withSymbol("").define()).hasMessageContaining("symbol");
        assertThatThrownBy(() -> anInstrument().withSymbol("A".repeat(33)).define())
                .hasMessageContaining("33");
    }
}
