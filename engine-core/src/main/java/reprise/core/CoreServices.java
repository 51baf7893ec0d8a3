package reprise.core;

import reprise.indicator.Indicators;
import reprise.market.Instruments;
import reprise.order.Orders;
import reprise.portfolio.Portfolio;
import reprise.time.EngineClock;
import reprise.time.Timers;

/** What all hosts of strategies share. */
record CoreServices(
        EngineClock clock,
        Timers timers,
        Instruments instruments,
        Orders orders,
        Portfolio portfolio,
        OrderDesk desk,
        Subscriptions subscriptions,
        BuiltBars builtBars,
        Indicators indicators,
        Liquidation liquidation,
        Supervision supervision,
        OrderGroups groups,
        Intents intents) {
    /** How much strategies listen to and demand. */
    int demanded() {
        return indicators.demandCount() + builtBars.subscriptionCount() + subscriptions.size();
    }
}
