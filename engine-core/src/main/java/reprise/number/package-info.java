/**
 * Fixed-point numbers: parsing, formatting, scaling and checked arithmetic on longs.
 *
 * <p>A {@code long} called price or quantity anywhere in the engine is in its instrument's decimals; a {@code long} called cash, fee,
 * notional, cost, pnl or equity is in {@linkplain reprise.number.Money money units} of 1e-8 of the account's currency. Knows nothing
 * but the JDK.
 *
 * <p>Start with {@link reprise.number.Decimals}.
 */
package reprise.number;
