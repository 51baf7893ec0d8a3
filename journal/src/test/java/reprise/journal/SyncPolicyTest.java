package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncPolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"none", "batch", "orders", "1ms", "50ms", "60000ms"})
    void shouldReadWhatItWrites(final String text) {
        assertThat(SyncPolicy.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "0ms", "-1ms", "60001ms", "999999999ms", "50 ms", "50s", "NONE", "always"})
    void shouldSayWhatIsAllowedWhenItIsSomethingElse(final String text) {
        assertThatThrownBy(() -> SyncPolicy.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is not one of none, batch, orders")
                .hasMessageContaining("1ms to 60000ms");
    }

    @Test
    void shouldForceWhatIsAboutOrdersAndNoMarketData() {
        assertThat(SyncPolicy.ORDERS.isForcedBy(1)).isFalse();
        assertThat(SyncPolicy.ORDERS.isForcedBy(29)).isFalse();
        assertThat(SyncPolicy.ORDERS.isForcedBy(30)).isTrue();
        assertThat(SyncPolicy.ORDERS.isForcedBy(59)).isTrue();
        assertThat(SyncPolicy.ORDERS.isForcedBy(101)).isTrue();
        assertThat(SyncPolicy.BATCH.isForcedBy(1)).isTrue();
        assertThat(SyncPolicy.everyMs(5).isForcedBy(30)).isFalse();
        assertThat(SyncPolicy.NONE.isForcedBy(30)).isFalse();
    }

    @Test
    void shouldRefuseAnIntervalThatItsModeDoesNotHave() {
        assertThatThrownBy(() -> new SyncPolicy(SyncPolicy.Mode.BATCH, 5)).hasMessageContaining("5 ms for BATCH");
        assertThatThrownBy(() -> SyncPolicy.everyMs(0)).hasMessageContaining("0 ms for INTERVAL");
    }
}
