package reprise.strategies.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegJoinTest {
    private final LegJoin join = new LegJoin(2);

    @Test
    void shouldJoinWhatClosedAtTheSameTimeInWhateverOrder() {
        assertThat(join.add(0, 1, 10)).isFalse();
        assertThat(join.add(1, 1, 20)).isTrue();
        assertThat(join.add(1, 2, 21)).isFalse();
        assertThat(join.add(0, 2, 11)).isTrue();
        assertThat(join.price(0)).isEqualTo(11);
        assertThat(join.price(1)).isEqualTo(21);
        assertThat(join.missing()).isZero();
    }

    @Test
    void shouldCountWhatHasNoCounterpartOnceBothHaveBegun() {
        join.add(0, 1, 10);
        join.add(0, 2, 11);
        assertThat(join.missing()).isZero();
        join.add(1, 2, 20);

        join.add(0, 3, 12);
        join.add(0, 4, 13);
        assertThat(join.missing()).isEqualTo(1);
        assertThat(join.add(1, 4, 21)).isTrue();
        assertThat(join.missing()).isEqualTo(1);
    }

    @Test
    void shouldSayWhenALegIsTooFarBehind() {
        join.add(0, 1, 10);
        assertThat(join.isStale()).isFalse();
        join.add(1, 1, 20);
        join.add(0, 3, 10);
        assertThat(join.isStale()).isFalse();
        join.add(0, 4, 10);
        assertThat(join.isStale()).isTrue();
        assertThat(join.ageNs()).isEqualTo(3);
        join.add(1, 4, 20);
        assertThat(join.isStale()).isFalse();
    }
}
