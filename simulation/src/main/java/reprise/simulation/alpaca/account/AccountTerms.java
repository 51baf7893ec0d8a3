package reprise.simulation.alpaca.account;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The account's terms, and how the paper engine fills.
 *
 * @param cash at the start, in dollars.
 * @param multiplier 1 for a cash account, 2 or 4 for margin.
 * @param shorting whether it may sell short.
 * @param cryptoFee share of the received asset, such as 0.0025; 0 for none.
 * @param partialFillShare how many of the fills are partial, 0 to 1.
 * @param seed decides which, and all ids.
 * @param dayTradeRule whether a fourth day trade within five days is refused to an account of less than 25,000 dollars, as it was until 2026.
 * @param standing whether it may trade at all.
 */
public record AccountTerms(
        BigDecimal cash,
        int multiplier,
        boolean shorting,
        BigDecimal cryptoFee,
        double partialFillShare,
        long seed,
        boolean dayTradeRule,
        AccountStanding standing) {
    /** Checks every term. */
    public AccountTerms {
        Objects.requireNonNull(cash, "cash");
        Objects.requireNonNull(cryptoFee, "cryptoFee");
        if (multiplier != 1 && multiplier != 2 && multiplier != 4) {
            throw new IllegalArgumentException("multiplier must be 1, 2 or 4: " + multiplier);
        }
        if (!(partialFillShare >= 0 && partialFillShare <= 1)) {
            throw new IllegalArgumentException("share of partial fills must be 0 to 1: " + partialFillShare);
        }
    }

    /**
     * A margin account that fills in whole and pays no fees.
     *
     * @param cash at the start, in dollars.
     * @return the terms.
     */
    public static AccountTerms plain(final BigDecimal cash) {
        return new AccountTerms(cash, 2, true, BigDecimal.ZERO, 0, 1, false, AccountStanding.GOOD);
    }

    /**
     * The same with fees of pairs.
     *
     * @param newCryptoFee share of the received asset.
     * @return a changed copy.
     */
    public AccountTerms withCryptoFee(final BigDecimal newCryptoFee) {
        return new AccountTerms(
                cash, multiplier, shorting, newCryptoFee, partialFillShare, seed, dayTradeRule, standing);
    }

    /**
     * The same with partial fills.
     *
     * @param newShare of fills that are partial.
     * @param newSeed decides which.
     * @return a changed copy.
     */
    public AccountTerms withPartialFills(final double newShare, final long newSeed) {
        return new AccountTerms(cash, multiplier, shorting, cryptoFee, newShare, newSeed, dayTradeRule, standing);
    }

    /**
     * The same as a cash account that cannot sell short.
     *
     * @return a changed copy.
     */
    public AccountTerms unlevered() {
        return new AccountTerms(cash, 1, false, cryptoFee, partialFillShare, seed, dayTradeRule, standing);
    }

    /**
     * The same with the rule of day trades.
     *
     * @return a changed copy.
     */
    public AccountTerms withDayTradeRule() {
        return new AccountTerms(cash, multiplier, shorting, cryptoFee, partialFillShare, seed, true, standing);
    }

    /**
     * The same in another standing.
     *
     * @param newStanding whether it may trade at all.
     * @return a changed copy.
     */
    public AccountTerms in(final AccountStanding newStanding) {
        return new AccountTerms(
                cash, multiplier, shorting, cryptoFee, partialFillShare, seed, dayTradeRule, newStanding);
    }
}
