package reprise.app.output;

import reprise.app.config.RunConfig;
import reprise.simulation.comparison.OrderParity;
import reprise.simulation.comparison.Parity;
import reprise.simulation.comparison.PnlParts;

/**
 * What a recorded run did against what its simulation does.
 *
 * @param parity order by order.
 * @param config of the simulation.
 * @param simulatedCommandHash over all that the simulation decided, 64 hexadecimal digits.
 */
public record ParityReport(Parity parity, RunConfig config, String simulatedCommandHash) {
    /**
     * How many orders both runs have.
     *
     * @return count.
     */
    public long both() {
        return parity.orders().size() - onlyLive() - onlySimulated();
    }

    /**
     * How many orders only the recorded run has.
     *
     * @return count.
     */
    public long onlyLive() {
        return parity.orders().stream()
                .filter(order -> order.simulated() == null)
                .count();
    }

    /**
     * How many orders only the simulation has.
     *
     * @return count.
     */
    public long onlySimulated() {
        return parity.orders().stream().filter(order -> order.live() == null).count();
    }

    /**
     * How many orders came to something else.
     *
     * @return count.
     */
    public long different() {
        return parity.orders().stream().filter(ParityReport::isDifferent).count();
    }

    static boolean isDifferent(final OrderParity order) {
        return !order.parts().equals(PnlParts.NONE);
    }

    String strategy(final OrderParity order) {
        final int strategyId = order.any().strategyId();
        return strategyId == 0
                ? "operator"
                : config.strategies().get(strategyId - 1).name();
    }

    String symbol(final OrderParity order) {
        return config.instruments().get(order.any().instrumentId()).symbol();
    }
}
