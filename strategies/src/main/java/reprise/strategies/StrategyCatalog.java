package reprise.strategies;

import java.util.List;
import reprise.strategies.momentum.MomentumStrategy;
import reprise.strategies.pairs.PairsStrategy;
import reprise.strategy.StrategyKind;

/** The strategies that ship. For start-up. */
public final class StrategyCatalog {
    private static final List<StrategyKind<?>> SHIPPED = List.of(
            new TrendStrategy.Kind(),
            new ReversionStrategy.Kind(),
            new PairsStrategy.Kind(),
            new MomentumStrategy.Kind());

    private StrategyCatalog() {}

    /**
     * All kinds that ship.
     *
     * @return in the order in which they should be shown.
     */
    public static List<StrategyKind<?>> shipped() {
        return SHIPPED;
    }
}
