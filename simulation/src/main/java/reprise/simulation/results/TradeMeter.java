package reprise.simulation.results;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import reprise.market.Instruments;
import reprise.number.Money;
import reprise.portfolio.Portfolio;
import reprise.research.performance.TradeOutcomes;

/**
 * What ended trades came to, in the account's currency: how they were distributed, how far they went both ways, and by what they have in
 * common. Memory grows with the months of a run only; allocates once a month.
 */
final class TradeMeter {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long HOUR_NS = 3600 * NS_PER_SECOND;
    private static final int HOURS_PER_DAY = 24;
    private static final int MONTHS_PER_YEAR = 12;

    private final Portfolio portfolio;
    private final Instruments instruments;
    private final TradeOutcomes.Tally outcomes = new TradeOutcomes.Tally();
    private final TradeGroups byStrategy = new TradeGroups();
    private final TradeGroups byInstrument = new TradeGroups();
    private final TradeGroups[] byInstrumentOfStrategy;
    private final TradeGroups byMonth = new TradeGroups();
    private final TradeGroups byHour = new TradeGroups();
    private int firstMonth = Integer.MIN_VALUE;
    private int month;
    private long monthStartNs;
    private long monthEndNs = Long.MIN_VALUE;
    private double adverse;
    private double favourable;
    private long deepestAdverse;
    private long highestFavourable;
    private long longestHoldNs;

    TradeMeter(final Portfolio portfolio, final Instruments instruments) {
        this.portfolio = portfolio;
        this.instruments = instruments;
        byInstrumentOfStrategy = new TradeGroups[portfolio.bookCount()];
        Arrays.setAll(byInstrumentOfStrategy, strategyId -> new TradeGroups());
    }

    void ended(final Trade trade) {
        final int currencyId = portfolio.currencyId(trade.instrumentId());
        final long pnl = valued(currencyId, trade.pnl());
        final long fees = valued(currencyId, trade.fees());
        outcomes.add(Money.toDouble(pnl));
        byStrategy.add(trade.strategyId(), pnl, fees);
        byInstrument.add(trade.instrumentId(), pnl, fees);
        byInstrumentOfStrategy[trade.strategyId()].add(trade.instrumentId(), pnl, fees);
        byMonth.add(monthOf(trade.exitTimeNs()) - firstMonth, pnl, fees);
        byHour.add(Math.floorMod(Math.floorDiv(trade.entryTimeNs(), HOUR_NS), HOURS_PER_DAY), pnl, fees);
        final long worst = valued(currencyId, trade.adverse());
        final long best = valued(currencyId, trade.favourable());
        adverse += Money.toDouble(worst);
        favourable += Money.toDouble(best);
        deepestAdverse = Math.min(deepestAdverse, worst);
        highestFavourable = Math.max(highestFavourable, best);
        longestHoldNs = Math.max(longestHoldNs, trade.holdNs());
    }

    private long valued(final int currencyId, final long amount) {
        return portfolio.valuation().valueOf(currencyId, amount);
    }

    /** Months since the year 0. Trades end in order of time, so that most end in the month of the one before. */
    private int monthOf(final long timeNs) {
        if (timeNs < monthStartNs || timeNs >= monthEndNs) {
            final LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(timeNs, HOURS_PER_DAY * HOUR_NS));
            final LocalDate first = day.withDayOfMonth(1);
            month = MONTHS_PER_YEAR * day.getYear() + day.getMonthValue() - 1;
            monthStartNs = startNs(first);
            monthEndNs = startNs(first.plusMonths(1));
            firstMonth = firstMonth == Integer.MIN_VALUE ? month : firstMonth;
        }
        return month;
    }

    private static long startNs(final LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * NS_PER_SECOND;
    }

    private String monthName(final int monthOfRun) {
        final int sinceYear0 = firstMonth + monthOfRun;
        return YearMonth.of(sinceYear0 / MONTHS_PER_YEAR, sinceYear0 % MONTHS_PER_YEAR + 1)
                .toString();
    }

    Breakdown breakdown() {
        return new Breakdown(
                byStrategy.rows(id -> List.of(Integer.toString(id))),
                byInstrument.rows(id -> List.of(symbol(id))),
                strategyInstruments(),
                byMonth.rows(each -> List.of(monthName(each))),
                byHour.rows(hour -> List.of(String.format(Locale.ROOT, "%02d:00", hour))));
    }

    private List<BreakdownRow> strategyInstruments() {
        final List<BreakdownRow> rows = new ArrayList<>();
        for (int strategyId = 0; strategyId < byInstrumentOfStrategy.length; strategyId++) {
            final String strategy = Integer.toString(strategyId);
            rows.addAll(byInstrumentOfStrategy[strategyId].rows(id -> List.of(strategy, symbol(id))));
        }
        return rows;
    }

    private String symbol(final int instrumentId) {
        return instruments.get(instrumentId).symbol();
    }

    TradeMeasures measures() {
        final TradeOutcomes all = outcomes.outcomes();
        return new TradeMeasures(
                all,
                longestHoldNs,
                all.count() == 0 ? Double.NaN : adverse / all.count(),
                all.count() == 0 ? Double.NaN : favourable / all.count(),
                deepestAdverse,
                highestFavourable);
    }
}
