package reprise.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import reprise.indicator.IndicatorCatalog;
import reprise.indicator.Indicators;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.market.Instruments;

class ForceIndexTest {
    @Test
    void shouldWeighChangesByVolume() {
        final Instruments instruments = new Instruments();
        final Instrument instrument =
                instruments.define(new InstrumentDefinition(0, 0, "ABC", "ABC", "USD", 2, 0, 1, 1, 0));
        final Indicators indicators =
                new Indicators(instruments, IndicatorCatalog.shipped().with(ForceIndex.SPEC));
        final Line force = indicators.demand(instrument, "force:2");

        // open, high, low, close in cents, volume; the changes are 1.00 on 10 and 2.00 on 20.
        indicators.onHistoricalBar(0, 1, 1, 10_000, 10_000, 10_000, 10_000, 5);
        indicators.onHistoricalBar(0, 2, 1, 10_000, 10_100, 10_000, 10_100, 10);
        assertThat(force.isReady()).isFalse();
        indicators.onHistoricalBar(0, 3, 1, 10_100, 10_300, 10_100, 10_300, 20);

        assertThat(force.value()).isCloseTo((1 * 10 + 2 * 20) / 2.0 / 1.5, within(1e-12));
    }
}
