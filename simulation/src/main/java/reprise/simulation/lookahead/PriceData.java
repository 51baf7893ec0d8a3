package reprise.simulation.lookahead;

import java.util.function.Supplier;
import reprise.simulation.market.BarSource;

/**
 * The bars of one instrument, to be read as often as anybody likes.
 *
 * @param instrumentId dense id.
 * @param bars opens them before the first; called from any thread.
 */
public record PriceData(int instrumentId, Supplier<BarSource> bars) {}
