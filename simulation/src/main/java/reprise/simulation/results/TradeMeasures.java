package reprise.simulation.results;

import reprise.research.performance.TradeOutcomes;

/**
 * What ended trades came to, in the account's currency.
 *
 * @param outcomes by what each earned after fees.
 * @param longestHoldNs the longest trade, nanoseconds; 0 without trades.
 * @param averageAdverse mean of how far they went against us, as {@link Trade#adverse} in whole money; NaN without trades.
 * @param averageFavourable mean of how far they went for us; NaN without trades.
 * @param deepestAdverse the worst of them, money.
 * @param highestFavourable the best of them, money.
 */
public record TradeMeasures(
        TradeOutcomes outcomes,
        long longestHoldNs,
        double averageAdverse,
        double averageFavourable,
        long deepestAdverse,
        long highestFavourable) {}
