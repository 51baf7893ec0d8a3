package reprise.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.testing.Definitions.anInstrument;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.state.StateTape;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

class SizingTest {
    private static final long EQUITY = 100_000 * Money.ONE;

    private final Instrument shares = anInstrument().build();
    private final SizingInput input = new SizingInput().of(shares, 5_000, EQUITY);
    private final Sizing sizing = new Sizing();

    private Sizing size(final Sizer sizer) {
        sizer.size(input, sizing);
        return sizing.close();
    }

    @Test
    void shouldTakeFixedSizes() {
        assertThat(size(FixedSizer.ofQuantity(7)).quantity()).isEqualTo(7);
        assertThat(size(FixedSizer.ofNotional(149 * Money.ONE)).quantity()).isEqualTo(2);
        assertThat(sizing.notional()).isEqualTo(100 * Money.ONE);
    }

    @Test
    void shouldTakeAPartOfEquity() {
        assertThat(size(new PercentOfEquitySizer(2_000_000)).quantity()).isEqualTo(40);
    }

    @Test
    void shouldLoseNoMoreThanTheRiskAtTheStop() {
        input.withStop(30);
        // 0.5 % of 100,000 is 500; at 0.30 a share that is 1,666.67 shares.
        assertThat(size(new RiskPerTradeSizer(500_000)).quantity()).isEqualTo(1_666);
    }

    @Test
    void shouldNotTradeWithoutWhatTheRuleNeeds() {
        assertThat(size(new RiskPerTradeSizer(500_000)).isTradable()).isFalse();
        assertThat(sizing.boundBy()).isEqualTo(SizeCap.NO_STOP);
        assertThat(size(new VolatilityTargetSizer(0.1, Money.ONE)).isTradable()).isFalse();
        assertThat(sizing.boundBy()).isEqualTo(SizeCap.NO_VOLATILITY);
        input.withTrades(20, Double.NaN, 1);
        assertThat(size(KellySizer.standard()).isTradable()).isFalse();
        assertThat(sizing.boundBy()).isEqualTo(SizeCap.NO_EDGE);
    }

    @Test
    void shouldTargetVolatilityUpToItsLeverage() {
        input.withVolatility(0.5);
        assertThat(size(new VolatilityTargetSizer(0.1, Money.ONE)).notional()).isEqualTo(20_000 * Money.ONE);
        input.withVolatility(0.01);
        assertThat(size(new VolatilityTargetSizer(0.1, Money.ONE)).notional()).isEqualTo(EQUITY);
        assertThat(sizing.boundBy()).isEqualTo(SizeCap.MAX_LEVERAGE);
    }

    @Test
    void shouldNameTheCapThatBound() {
        FixedSizer.ofQuantity(1_000).size(input, sizing);
        sizing.capQuantity(500, SizeCap.PARTICIPATION)
                .capNotional(10_000 * Money.ONE, SizeCap.BUYING_POWER)
                .capQuantity(200, SizeCap.GROSS_EXPOSURE)
                .close();

        assertThat(sizing.quantity()).isEqualTo(200);
        assertThat(sizing.boundBy()).isEqualTo(SizeCap.BUYING_POWER);
    }

    @Test
    void shouldRespectLotAndSmallestOrder() {
        final Instrument coarse = anInstrument()
                .withSteps(1, 100)
                .withMinNotional(6_000 * Money.ONE)
                .build();
        input.of(coarse, 5_000, EQUITY);

        assertThat(size(FixedSizer.ofQuantity(299)).quantity()).isEqualTo(200);
        assertThat(size(FixedSizer.ofQuantity(99)).boundBy()).isEqualTo(SizeCap.LOT);
        assertThat(size(FixedSizer.ofQuantity(199)).boundBy()).isEqualTo(SizeCap.MIN_NOTIONAL);
        assertThat(sizing.quantity() + sizing.notional()).isZero();
    }

    @Test
    void shouldNotTradeWithoutEquity() {
        input.of(shares, 5_000, -EQUITY);
        assertThat(size(new PercentOfEquitySizer(2_000_000)).isTradable()).isFalse();
    }

    @Test
    void shouldSizeRiskAsExactArithmeticDoes() {
        RandomCases.check(5_000, random -> {
            final Instrument any = anInstrument()
                    .withDecimals(random.nextInt(9), random.nextInt(5))
                    .withSteps(1, random.nextLong(1, 50))
                    .build();
            final long equity = random.nextLong(1, 10_000_000) * Money.ONE / 7;
            final long stop = random.nextLong(1, 1_000_000);
            final long risk = random.nextLong(1, Money.ONE);

            input.of(any, stop + random.nextLong(1, 1_000_000), equity).withStop(stop);
            new RiskPerTradeSizer(risk).size(input, sizing);
            sizing.capQuantity(Long.MAX_VALUE >> 30, SizeCap.PARTICIPATION).close();

            final BigInteger loss = BigInteger.valueOf(equity)
                    .multiply(BigInteger.valueOf(risk))
                    .divide(BigInteger.valueOf(Money.ONE));
            final int shift =
                    any.definition().priceDecimals() + any.definition().quantityDecimals() - 8;
            final BigInteger exact = new BigDecimal(loss)
                    .movePointRight(shift)
                    .divideToIntegralValue(BigDecimal.valueOf(stop))
                    .toBigInteger()
                    .min(BigInteger.valueOf(Long.MAX_VALUE >> 30));
            final BigInteger lot = BigInteger.valueOf(any.definition().lotSize());
            assertThat(sizing.quantity())
                    .isEqualTo(exact.divide(lot).multiply(lot).longValueExact());
        });
    }

    @Test
    void shouldKnowTheRecordOfTrades() {
        final TradeRecord record = new TradeRecord();
        assertThat(record.winRate()).isNaN();
        assertThat(record.payoff()).isNaN();
        record.onTradeClosed(300);
        assertThat(record.payoff()).isInfinite();
        record.onTradeClosed(-100);
        record.onTradeClosed(0);
        record.onTradeClosed(-200);

        final StateTape tape = new StateTape();
        record.snapshotTo(tape);
        final TradeRecord restored = new TradeRecord();
        restored.exchange(tape.reader());

        assertThat(restored.trades()).isEqualTo(4);
        assertThat(restored.winRate()).isEqualTo(0.25);
        assertThat(restored.payoff()).isEqualTo(2);
    }

    @Test
    void shouldRefuseImpossibleRates() {
        assertThatThrownBy(() -> new RiskPerTradeSizer(0)).hasMessageContaining("risk must be above 0");
        assertThatThrownBy(() -> new PercentOfEquitySizer(11 * Money.ONE)).hasMessageContaining("at most");
        assertThatThrownBy(() -> FixedSizer.ofQuantity(0)).hasMessageContaining("positive");
        assertThatThrownBy(() -> new VolatilityTargetSizer(Double.NaN, 1)).hasMessageContaining("target");
        assertThatThrownBy(() -> new KellySizer(20, 20, 10)).hasMessageContaining("bootstrapRate");
    }

    @Test
    void shouldAllocateNothing() {
        final Sizer kelly = KellySizer.standard();
        input.withTrades(30, 0.6, 1.2);
        assertThat(Allocation.leastBytes(5, () -> {
                    for (int i = 0; i < 1_000; i++) {
                        size(kelly);
                    }
                }))
                .isZero();
    }

    @Test
    void shouldSayTheAmountThatBoundTheSize() {
        assertThat(size(FixedSizer.ofNotional(149 * Money.ONE)).amount()).isEqualTo(149 * Money.ONE);
        assertThat(size(new PercentOfEquitySizer(2_000_000)).amount()).isEqualTo(2_000 * Money.ONE);
        assertThat(size(FixedSizer.ofQuantity(7)).amount()).isZero();
    }

    @Test
    void shouldSayTheAmountOfTheCapThatBoundTheSize() {
        FixedSizer.ofNotional(1_000 * Money.ONE).size(input, sizing);

        assertThat(sizing.capNotional(5_000 * Money.ONE, SizeCap.BUYING_POWER).amount())
                .isEqualTo(1_000 * Money.ONE);
        assertThat(sizing.capNotional(501 * Money.ONE, SizeCap.BUYING_POWER).amount())
                .isEqualTo(501 * Money.ONE);
        assertThat(sizing.capQuantity(3, SizeCap.PARTICIPATION).amount()).isZero();
        assertThat(sizing.capNotional(50 * Money.ONE, SizeCap.GROSS_EXPOSURE).amount())
                .isEqualTo(50 * Money.ONE);
    }
}
