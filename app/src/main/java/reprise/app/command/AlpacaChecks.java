package reprise.app.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reprise.alpaca.AlpacaAccount;
import reprise.alpaca.AlpacaAssets;
import reprise.alpaca.AlpacaConfig;
import reprise.alpaca.AlpacaHistory;
import reprise.alpaca.AlpacaUnavailableException;
import reprise.alpaca.market.BarRequest;
import reprise.alpaca.market.HistoryException;
import reprise.alpaca.market.Timeframe;
import reprise.app.command.Check.Verdict;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.output.Render;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;

/** Asks Alpaca whether a run of a configuration could trade: keys, account, clock, prices, instruments. Changes nothing there. */
final class AlpacaChecks {
    private static final long NS_PER_SECOND = 1_000_000_000;
    private static final long LOOK_BACK_NS = 10L * 86_400 * NS_PER_SECOND;

    private final RunConfig config;
    private final List<Check> checks = new ArrayList<>();
    private Duration ahead = Duration.ZERO;

    AlpacaChecks(final RunConfig config) {
        this.config = config;
    }

    List<Check> run() {
        try {
            final AlpacaConfig alpaca = config.alpaca().withKeys("");
            add("keys", Verdict.OK, "found; they are never shown");
            checkAccount(AlpacaAccount.read(alpaca));
            checkInstruments(alpaca);
            checkPrices(alpaca);
        } catch (final ConfigException e) {
            add("keys", Verdict.FIX, e.getMessage());
        } catch (final AlpacaUnavailableException e) {
            add("venue", Verdict.FIX, e.getMessage());
        }
        return checks;
    }

    private void checkAccount(final AlpacaAccount account) {
        add(
                "account",
                Verdict.OK,
                account.number() + " " + account.status() + ": equity " + account.equity() + ", cash " + account.cash()
                        + ", buying power " + account.buyingPower() + " " + account.currency());
        account.problems().forEach(problem -> add("account", Verdict.FIX, problem));
        checkBuyingPower(account.buyingPower());
        if (!account.currency().equals(config.account().currency())) {
            add(
                    "account",
                    Verdict.FIX,
                    "its currency is " + account.currency() + "; write account.currency: " + account.currency());
        }
        final boolean wantsShort = config.instruments().stream().anyMatch(InstrumentDefinition::shortable);
        if (wantsShort && !account.shortingEnabled()) {
            add("account", Verdict.NOTE, "may not sell short; strategies that try are refused");
        }
        checkClock(account.clockSkew());
    }

    /** What an account says in words of its own is left to the user. */
    private void checkBuyingPower(final String text) {
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            return;
        }
        final BigDecimal power = new BigDecimal(text);
        final BigDecimal largest = BigDecimal.valueOf(config.core().riskLimits().maxOrderNotional(), Money.DECIMALS);
        if (power.signum() <= 0) {
            add(
                    "account",
                    Verdict.FIX,
                    "has no buying power, so that nothing can be opened: close positions, add funds, or reset the paper"
                            + " account at Alpaca");
        } else if (power.compareTo(largest) < 0) {
            add(
                    "account",
                    Verdict.NOTE,
                    "the largest order that risk.maxOrderNotional allows, "
                            + largest.stripTrailingZeros().toPlainString() + ", is more than the buying power");
        }
    }

    private void checkClock(final Duration skew) {
        if (skew == null) {
            add("clock", Verdict.NOTE, "Alpaca does not say what time it is");
            return;
        }
        final String difference = "Alpaca's is " + skew.abs().toMillis() + " ms "
                + (skew.isNegative() ? "behind" : "ahead of") + " this machine's";
        if (config.alpaca().venueTime()) {
            ahead = skew;
            add("clock", Verdict.OK, difference + "; the engine lives in it");
        } else if (skew.abs().compareTo(AlpacaAccount.MAX_SKEW) > 0) {
            add("clock", Verdict.FIX, difference + ": synchronize it, or orders are judged by wrong times");
        } else {
            add("clock", Verdict.OK, difference);
        }
    }

    private void checkInstruments(final AlpacaConfig alpaca) {
        try (AlpacaAssets assets = new AlpacaAssets(alpaca)) {
            int agreeing = 0;
            for (final InstrumentDefinition instrument : config.instruments()) {
                final List<String> findings = assets.findings(instrument);
                findings.forEach(finding -> add("instrument", Verdict.FIX, finding));
                agreeing += findings.isEmpty() ? 1 : 0;
            }
            add(
                    "instruments",
                    Verdict.OK,
                    agreeing + " of " + config.instruments().size() + " are as Alpaca has them");
        }
    }

    /** Whether the plan has the feed shows only when it is asked for. */
    private void checkPrices(final AlpacaConfig alpaca) {
        final Instant now = Instant.now().plus(ahead);
        final long nowNs = now.getEpochSecond() * NS_PER_SECOND;
        try (AlpacaHistory history = new AlpacaHistory(alpaca)) {
            for (final InstrumentDefinition instrument : config.instruments()) {
                final AtomicLong lastNs = new AtomicLong();
                history.fetch(
                        new BarRequest(
                                List.of(instrument.symbol()),
                                new Timeframe(1, Timeframe.Unit.HOUR),
                                nowNs - LOOK_BACK_NS,
                                nowNs),
                        bar -> lastNs.set(bar.closeNs()),
                        (count, symbol, startNs) -> {});
                add(
                        "prices",
                        lastNs.get() == 0 ? Verdict.NOTE : Verdict.OK,
                        instrument.symbol()
                                + (lastNs.get() == 0
                                        ? ": no bar in the last ten days"
                                        : ": the last hour with trades ended " + Render.time(lastNs.get())));
            }
        } catch (final HistoryException e) {
            add(
                    "prices",
                    Verdict.FIX,
                    e.getMessage() + "; a feed that the plan has not is refused: see venue.alpaca.feed");
        }
    }

    private void add(final String subject, final Verdict verdict, final String text) {
        checks.add(new Check(subject, verdict, text));
    }
}
