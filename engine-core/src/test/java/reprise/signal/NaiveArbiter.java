package reprise.signal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reprise.number.Money;
import reprise.order.Side;
import reprise.risk.TradingState;

/** The arbitration as one would first write it down: lists, maps and BigDecimal, nothing bounded, nothing reused. */
final class NaiveArbiter {
    /** A decision as text, for comparison. */
    private static final class Case {
        final Signal signal;
        String reason;
        double c;
        double payoff;
        double score;
        double likeness;
        BigDecimal notional = BigDecimal.ZERO;
        long quantity;

        Case(final Signal signal) {
            this.signal = signal;
        }

        boolean lives() {
            return reason == null;
        }

        boolean rivals(final Case other) {
            return signal.instrumentId() == other.signal.instrumentId() && signal.side() != other.signal.side();
        }

        boolean joins(final Case other) {
            return signal.instrumentId() == other.signal.instrumentId() && signal.side() == other.signal.side();
        }
    }

    private record Entry(long timeNs, int instrumentId, Side side) {}

    private final ArbiterConfig config;
    private final StrategyTerms[] terms;
    private final TestAccount account;
    private final Map<Integer, List<double[]>> outcomes = new HashMap<>();
    private final Map<Integer, List<Entry>> entries = new HashMap<>();
    private final Map<Integer, List<Double>> days = new HashMap<>();
    private final Map<String, Long> accepted = new HashMap<>();

    NaiveArbiter(final ArbiterConfig config, final StrategyTerms[] terms, final TestAccount account) {
        this.config = config;
        this.terms = terms;
        this.account = account;
    }

    void onOutcome(final int strategyId, final double confidence, final double result) {
        outcomes.computeIfAbsent(strategyId, id -> new ArrayList<>()).add(new double[] {confidence, result});
    }

    void onDay(final int strategyId, final long pnl) {
        days.computeIfAbsent(strategyId, id -> new ArrayList<>()).add(pnl / 1e8);
    }

    List<String> decide(final List<Signal> signals, final long nowNs) {
        final List<Case> all = new ArrayList<>(signals.stream().map(Case::new).toList());
        for (final Case one : all) {
            one.reason = invalidity(one.signal, nowNs);
            if (one.lives()) {
                weigh(one);
            }
        }
        all.sort(Comparator.comparingInt((Case one) -> -one.signal.priority())
                .thenComparing(one -> -one.score)
                .thenComparing(one -> one.signal.strategyId())
                .thenComparing(one -> one.signal.id()));
        final List<Case> weighed = all.stream().filter(Case::lives).toList();
        weighed.forEach(one -> one.reason = redundancy(one, weighed));
        conflicts(weighed);
        final List<Case> taken = new ArrayList<>();
        for (final Case one : weighed) {
            if (one.lives()) {
                spend(one, taken);
            }
            if (one.lives()) {
                taken.add(one);
                accepted.put(key(one.signal), nowNs);
            }
        }
        for (final Case one : weighed) {
            entries.computeIfAbsent(one.signal.strategyId(), id -> new ArrayList<>())
                    .add(new Entry(nowNs, one.signal.instrumentId(), one.signal.side()));
        }
        return all.stream()
                .map(one -> one.signal.id() + " " + (one.lives() ? "ACCEPTED" : one.reason) + " " + one.quantity)
                .toList();
    }

    private static String key(final Signal signal) {
        return signal.strategyId() + "/" + signal.instrumentId();
    }

    private String invalidity(final Signal signal, final long nowNs) {
        final StrategyTerms own = terms[signal.strategyId()];
        final Long last = accepted.get(key(signal));
        if (nowNs > signal.timeNs() + signal.ttlNs()) {
            return "EXPIRED";
        }
        if (account.stale[signal.instrumentId()]) {
            return "STALE_DATA";
        }
        if (account.closed[signal.instrumentId()]) {
            return "SESSION_CLOSED";
        }
        if (account.disabled[signal.strategyId()]) {
            return "STRATEGY_DISABLED";
        }
        final String fits = own.detection() == DetectionType.NONE
                ? "NONE FAST SLOW BOTH"
                : own.detection() == DetectionType.BOTH ? "FAST SLOW BOTH" : own.detection() + " BOTH";
        if (!fits.contains(signal.detection().name())) {
            return "DETECTION_TYPE";
        }
        if (last != null && nowNs < last + own.cooldownNs()) {
            return "COOLDOWN";
        }
        return account.trading == TradingState.ACTIVE ? account.dayTrades ? null : "DAY_TRADE" : "TRADING_STATE";
    }

    private static <T> List<T> lastOf(final List<T> list, final int count) {
        return list.subList(Math.max(0, list.size() - count), list.size());
    }

    private void weigh(final Case one) {
        final StrategyTerms own = terms[one.signal.strategyId()];
        final List<double[]> past = lastOf(outcomes.getOrDefault(one.signal.strategyId(), List.of()), 200);
        final int decile = Math.min(9, (int) (one.signal.confidence() * 10));
        final List<double[]> alike = past.stream()
                .filter(outcome -> Math.min(9, (int) (outcome[0] * 10)) == decile)
                .toList();
        final long wins = alike.stream().filter(outcome -> outcome[1] > 0).count();
        one.c = (wins + 20 * own.priorWinRate()) / (alike.size() + 20);
        final double win = past.stream()
                .mapToDouble(outcome -> outcome[1])
                .filter(result -> result > 0)
                .average()
                .orElse(own.priorWin());
        final double loss = past.stream()
                .mapToDouble(outcome -> outcome[1])
                .filter(result -> result <= 0)
                .map(result -> -result)
                .average()
                .orElse(own.priorLoss());
        one.payoff = win / loss;
        final double ev = one.c * win - (1 - one.c) * loss - own.cost();
        one.score = ev * one.c;
        one.reason = ev > 0 || config.logOnly() ? null : "NO_EXPECTED_VALUE";
    }

    private double overlap(final int a, final int b) {
        final List<Entry> mine = lastOf(entries.getOrDefault(a, List.of()), 64);
        final List<Entry> theirs = lastOf(entries.getOrDefault(b, List.of()), 64);
        if (Math.min(mine.size(), theirs.size()) < config.minEntries()) {
            return a == b ? 1 : 0;
        }
        final List<Entry> left = new ArrayList<>(theirs);
        int common = 0;
        for (final Entry entry : mine) {
            final Entry match = left.stream()
                    .filter(other -> other.instrumentId() == entry.instrumentId()
                            && other.side() == entry.side()
                            && Math.abs(other.timeNs() - entry.timeNs()) <= config.entryMatchNs())
                    .findFirst()
                    .orElse(null);
            // Equal entries are several of the list, not one.
            common += match != null && left.remove(match) ? 1 : 0;
        }
        return a == b ? 1 : (double) common / (mine.size() + theirs.size() - common);
    }

    private double correlation(final int a, final int b) {
        final List<Double> x = lastOf(days.getOrDefault(a, List.of()), 60);
        final List<Double> y = lastOf(days.getOrDefault(b, List.of()), 60);
        if (a == b || x.size() < config.minDays()) {
            return a == b ? 1 : 0;
        }
        final double mx = x.stream().mapToDouble(v -> v).average().orElseThrow();
        final double my = y.stream().mapToDouble(v -> v).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.size(); i++) {
            xx += (x.get(i) - mx) * (x.get(i) - mx);
            yy += (y.get(i) - my) * (y.get(i) - my);
            xy += (x.get(i) - mx) * (y.get(i) - my);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    private static int direction(final Side side) {
        return side == Side.BUY ? 1 : -1;
    }

    private String redundancy(final Case one, final List<Case> weighed) {
        final List<Integer> others = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            if (Long.signum(account.held[i][one.signal.instrumentId()]) == direction(one.signal.side())) {
                others.add(i);
            }
        }
        weighed.stream()
                .takeWhile(better -> better != one)
                .filter(better -> better.lives() && better.joins(one))
                .forEach(better -> others.add(better.signal.strategyId()));
        for (final int other : others) {
            final double j = overlap(one.signal.strategyId(), other);
            final double rho = correlation(one.signal.strategyId(), other);
            one.likeness = Math.max(one.likeness, Math.max(j, rho));
            if (j >= config.maxOverlap() || rho >= config.maxCorrelation()) {
                return "REDUNDANT";
            }
        }
        return null;
    }

    private void conflicts(final List<Case> weighed) {
        for (int instrumentId = 0; instrumentId < TestAccount.INSTRUMENTS; instrumentId++) {
            final int id = instrumentId;
            final List<Case> living = weighed.stream()
                    .filter(one -> one.lives() && one.signal.instrumentId() == id)
                    .toList();
            final Case best = living.stream().findFirst().orElse(null);
            final Case rival = living.stream()
                    .filter(one -> Objects.requireNonNull(best).rivals(one))
                    .findFirst()
                    .orElse(null);
            if (rival != null) {
                final double gap = Math.abs(best.score - rival.score);
                final boolean tie = best.signal.priority() == rival.signal.priority()
                        && gap <= config.tieTolerance() * Math.max(Math.abs(best.score), Math.abs(rival.score));
                living.stream()
                        .filter(one -> tie || best.rivals(one))
                        .forEach(one -> one.reason = tie ? "CONFLICT_TIE" : "CONFLICT_LOST");
            }
        }
    }

    private static BigDecimal part(final long amount, final long rate) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(rate))
                .divide(BigDecimal.valueOf(Money.ONE), 0, RoundingMode.FLOOR);
    }

    private void spend(final Case one, final List<Case> taken) {
        final Signal signal = one.signal;
        final StrategyTerms own = terms[signal.strategyId()];
        long all = taken.size();
        long ofStrategy = account.positions(signal.strategyId());
        long ofSymbol = 0;
        int holder = -1;
        for (int i = terms.length - 1; i >= 0; i--) {
            all += account.positions(i);
            final int held = Long.signum(account.held[i][signal.instrumentId()]) * direction(signal.side());
            ofSymbol += held > 0 ? 1 : 0;
            holder = held < 0 ? i : holder;
        }
        ofStrategy += taken.stream()
                .filter(other -> other.signal.strategyId() == signal.strategyId())
                .count();
        ofSymbol += taken.stream().filter(one::joins).count();
        if (holder >= 0 && !own.allowsReversal()) {
            final long mine = account.held[signal.strategyId()][signal.instrumentId()] * direction(signal.side());
            one.reason = "EXIT_SUGGESTED";
            one.quantity = Math.abs(account.held[mine < 0 ? signal.strategyId() : holder][signal.instrumentId()]);
        } else if (all >= config.maxPositions()) {
            one.reason = "MAX_POSITIONS";
        } else if (ofStrategy >= config.maxStrategyPositions()) {
            one.reason = "MAX_STRATEGY_POSITIONS";
        } else if (ofSymbol >= config.maxSymbolPositions()) {
            one.reason = "MAX_SYMBOL_POSITIONS";
        } else {
            size(one, taken);
        }
    }

    private void size(final Case one, final List<Case> taken) {
        final Signal signal = one.signal;
        final StrategyTerms own = terms[signal.strategyId()];
        final int cluster = account.clusters[signal.instrumentId()];
        BigDecimal gross = part(account.equity, config.maxGross()).subtract(BigDecimal.valueOf(account.gross));
        BigDecimal buying = BigDecimal.valueOf(account.buyingPower);
        BigDecimal strategy = part(account.equity, own.maxExposure())
                .subtract(BigDecimal.valueOf(account.strategyExposure[signal.strategyId()]));
        BigDecimal group = cluster < 0
                ? BigDecimal.valueOf(Long.MAX_VALUE)
                : part(account.equity, config.maxCluster())
                        .subtract(BigDecimal.valueOf(account.clusterExposure[cluster]));
        BigDecimal volume = part(account.volume[signal.instrumentId()], config.maxParticipation());
        for (final Case other : taken) {
            final boolean grouped = cluster >= 0 && account.clusters[other.signal.instrumentId()] == cluster;
            final boolean own2 = other.signal.strategyId() == signal.strategyId();
            final boolean same = other.signal.instrumentId() == signal.instrumentId();
            gross = gross.subtract(other.notional);
            buying = buying.subtract(other.notional);
            strategy = own2 ? strategy.subtract(other.notional) : strategy;
            group = grouped ? group.subtract(other.notional) : group;
            volume = same ? volume.subtract(BigDecimal.valueOf(other.quantity)) : volume;
        }
        if (group.signum() <= 0 || gross.signum() <= 0 || strategy.signum() <= 0 || volume.signum() <= 0) {
            one.reason = group.signum() <= 0
                    ? "CLUSTER_EXPOSURE"
                    : gross.signum() <= 0
                            ? "GROSS_EXPOSURE"
                            : strategy.signum() <= 0 ? "STRATEGY_EXPOSURE" : "PARTICIPATION";
            return;
        }
        final double rate = config.logOnly() ? own.priorWinRate() : one.c;
        final double payoff = config.logOnly() ? own.priorWin() / own.priorLoss() : one.payoff;
        final double kelly = rate - (1 - rate) / payoff;
        final BigDecimal fraction =
                BigDecimal.valueOf(Math.rint(Math.min(1, kelly) * 1e12) / 1e12).setScale(12, RoundingMode.HALF_EVEN);
        final BigDecimal quarter = BigDecimal.valueOf(account.equity)
                .multiply(fraction)
                .divide(BigDecimal.valueOf(4), 0, RoundingMode.FLOOR);
        BigDecimal money = gross.min(buying.max(BigDecimal.ZERO))
                .min(strategy)
                .min(group)
                .min(BigDecimal.valueOf(own.maxNotional()));
        money = config.logOnly() && fraction.signum() <= 0 ? money : money.min(quarter.max(BigDecimal.ZERO));
        final BigDecimal perShare = BigDecimal.valueOf(signal.entryPrice()).movePointRight(6);
        final BigInteger bought = money.divideToIntegralValue(perShare).toBigInteger();
        final BigInteger risked = signal.stopDistance() == 0
                ? BigInteger.ZERO
                : part(account.equity, 500_000)
                        .divideToIntegralValue(
                                BigDecimal.valueOf(signal.stopDistance()).movePointRight(6))
                        .toBigInteger();
        final BigDecimal rest =
                BigDecimal.valueOf((long) Math.floor((1 - one.likeness) * 1e8)).movePointLeft(8);
        final BigDecimal least = new BigDecimal(bought.min(risked).min(volume.toBigInteger()));
        one.quantity = least.multiply(rest).setScale(0, RoundingMode.FLOOR).longValueExact();
        one.notional = perShare.multiply(BigDecimal.valueOf(one.quantity));
        one.reason = one.quantity == 0 ? "NO_SIZE" : null;
    }
}
