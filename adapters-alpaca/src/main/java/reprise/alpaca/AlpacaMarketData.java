package reprise.alpaca;

import java.util.List;
import reprise.market.InstrumentDefinition;
import reprise.port.VenueLink;

/** To be written. */
final class AlpacaMarketData implements AutoCloseable {
    AlpacaMarketData(final AlpacaConfig config, final List<InstrumentDefinition> instruments, final AlpacaRest rest) {}

    void start(final VenueLink link) {}

    @Override
    public void close() {}
}
