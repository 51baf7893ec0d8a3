package reprise.core;

import reprise.risk.DayTradeLimits;

/**
 * Under which day-trade rules an account is.
 *
 * @param limits of the rules.
 * @param calendar by name, that says what a business day is.
 * @param maxInstruments dense ids from 0 to one less.
 */
public record DayTradePolicy(DayTradeLimits limits, String calendar, int maxInstruments) {}
