package reprise.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.testkit.RandomCases;

class ClientOrderIdsTest {
    private final ClientOrderIds ids = new ClientOrderIds("demo");

    @Test
    void shouldNameAnOrderAndFindItByItsName() {
        RandomCases.check(10_000, random -> {
            final long orderId = 1 + (RandomCases.anyLong(random) & Long.MAX_VALUE >> 1);
            final int revision = (int) RandomCases.anyLong(random) & Integer.MAX_VALUE;

            final String name = ids.format(orderId, revision);

            assertThat(name).matches("[A-Za-z0-9-]{1,36}");
            assertThat(ids.orderId(name)).isEqualTo(orderId);
            assertThat(ids.revision(name)).isEqualTo(revision);
            assertThat(new ClientOrderIds("dem").orderId(name)).isEqualTo(OrderIds.NULL_ORDER_ID);
            assertThat(new ClientOrderIds("demo1").orderId(name)).isEqualTo(OrderIds.NULL_ORDER_ID);
        });
    }

    @Test
    void shouldFitTheShortestLimitOfVenuesInTheWorstCase() {
        final ClientOrderIds longest = new ClientOrderIds("abcdefghijklmno");

        final String name = longest.format(Long.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(name).hasSize(ClientOrderIds.MAX_LENGTH);
        assertThat(longest.orderId(name)).isEqualTo(Long.MAX_VALUE);
        assertThat(longest.revision(name)).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "demo-",
                "demo-1",
                "demo-1-",
                "demo--1",
                "demo-01-0",
                "demo-1-00",
                "demo-1-0-0",
                "demo-A-0",
                "demo-0-0",
                "demo-1-zzzzzz",
                "demo-zzzzzzzzzzzzz-0",
                "demo-1-0 ",
                "Demo-1-0",
                "web_123456"
            })
    void shouldNotTakeForeignNamesForItsOwn(final String name) {
        assertThat(ids.orderId(name)).isEqualTo(OrderIds.NULL_ORDER_ID);
        assertThat(ids.revision(name)).isEqualTo(ClientOrderIds.NULL_REVISION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "a_b", "ä", "abcdefghijklmnop"})
    void shouldRefuseTagsThatVenuesCouldMisread(final String tag) {
        assertThatThrownBy(() -> new ClientOrderIds(tag)).hasMessageContaining("runTag must be 1 to 15");
    }

    @Test
    void shouldNotNameWhatIsNoOrder() {
        assertThatThrownBy(() -> ids.format(0, 0)).hasMessage("no such order: orderId=0, revision=0");
        assertThatThrownBy(() -> ids.format(1, -1)).hasMessage("no such order: orderId=1, revision=-1");
    }
}
