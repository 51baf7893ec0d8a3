package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IndicatorTest {
    @Test
    void shouldHaveNoValueUntilReady() {
        final Ema ema = Ema.seededByMean(3);
        ema.update(1);
        ema.update(2);

        assertThat(ema.isReady()).isFalse();
        assertThat(ema.value()).isNaN();

        ema.update(6);
        assertThat(ema.isReady()).isTrue();
        assertThat(ema.value()).isEqualTo(3);

        ema.update(5);
        assertThat(ema.value()).isEqualTo(4);
    }

    @Test
    void shouldStartWithFirstInputWhenSeededByFirst() {
        final Ema ema = Ema.seededByFirst(3);
        ema.update(1);

        assertThat(ema.isReady()).isTrue();
        assertThat(ema.value()).isEqualTo(1);
    }

    @Test
    void shouldCountNeitherMoveWhenBothAreTheSameNumberOfTicks() {
        // 0.1 up and 0.1 down, which differ as doubles: 100.3 - 100.2 is less than 100.2 - 100.1.
        final DirectionalMovement movement = new DirectionalMovement(2);
        movement.update(100.2, 100.2, 100.2);
        movement.update(100.3, 100.1, 100.2);
        movement.update(100.3, 100.1, 100.2);

        assertThat(movement.isReady()).isTrue();
        assertThat(movement.plusDi()).isZero();
        assertThat(movement.minusDi()).isZero();
        assertThat(movement.dx()).isZero();
    }

    @Test
    void shouldKeepDxWhenMovesHaveFadedToNothing() {
        final Adx adx = new Adx(2);
        adx.update(10, 9, 9.5);
        adx.update(11, 10, 10.5);
        adx.update(12, 11, 11.5);
        final double dx = adx.movement().dx();
        for (int i = 0; i < 2_000; i++) {
            adx.update(12, 12, 12);
        }

        assertThat(dx).isEqualTo(100);
        assertThat(adx.movement().plusDi()).isZero();
        assertThat(adx.movement().dx()).isEqualTo(dx);
        assertThat(adx.value()).isEqualTo(dx);
    }

    @Test
    void shouldRefuseImpossiblePeriods() {
        assertThatThrownBy(() -> Ema.seededByMean(0)).hasMessageContaining("positive: 0");
        assertThatThrownBy(() -> new WilderAverage(0)).hasMessageContaining("positive: 0");
        assertThatThrownBy(() -> new Adx(1)).hasMessageContaining("at least 2: 1");
    }
}
