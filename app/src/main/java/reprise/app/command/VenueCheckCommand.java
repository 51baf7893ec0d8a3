package reprise.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.config.RunConfig;
import reprise.app.config.RunConfigReader;
import reprise.app.output.Json;
import reprise.app.output.TextTable;
import reprise.app.wiring.Broker;
import reprise.app.wiring.VenueCheckRun;
import reprise.app.wiring.VenueCheckRun.Outcome;
import reprise.simulation.contract.CardResult;
import reprise.simulation.contract.CardResult.Verdict;
import reprise.simulation.contract.ContractCard;
import reprise.simulation.contract.VenueContract;

/** The contract of venues at a paper account. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Try the contract of venues at the paper or local account of a configuration, card by card, and print a matrix.",
            "Places small orders, cancels what works and closes what it bought. An account with real money is refused.",
            "Exits 0 if no card failed, 3 if one did, 5 if the venue refuses or cannot be reached. docs/venue-contract.md has the cards.",
        },
        footer = {
            "",
            "Examples:",
            "  reprise venue check conf/alpaca-paper.yaml",
            "  reprise venue check conf/alpaca-paper.yaml --instrument SPY --card D1,O1..O4,L",
        })
public final class VenueCheckCommand implements Callable<Integer> {
    private static final int LONGEST_HEARD = 100;

    @Parameters(paramLabel = "CONF", description = "Configuration file, such as conf/alpaca-paper.yaml.")
    private Path conf;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a value of the configuration; repeatable.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--instrument",
            paramLabel = "SYMBOL",
            description = "What to trade; else the first pair of crypto, which never closes, else the first stock.")
    private String symbol;

    @Option(
            names = "--card",
            paramLabel = "CARDS",
            split = ",",
            description = "Which cards: D3, O1..O9, or R for all whose number begins with it; several in a list.")
    private List<String> selections = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final List<ContractCard> cards = cards();
        final RunConfig config = RunConfigReader.read(conf, overrides);
        final VenueCheckRun run = new VenueCheckRun(config, symbol);
        final AtomicInteger done = new AtomicInteger();
        final Outcome outcome = run.run(
                cards,
                result -> System.err.println("reprise: " + done.incrementAndGet() + "/" + cards.size() + " "
                        + result.card().number() + " " + verdict(result) + ": "
                        + result.card().title()));
        if (json) {
            Json.print(System.out, fields(config, run.symbol(), outcome));
        } else {
            print(outcome);
        }
        if (outcome.stopped()) {
            return ExitCode.INTERRUPTED;
        }
        return count(outcome, Verdict.FAILED) > 0 ? ExitCode.VERIFICATION : ExitCode.OK;
    }

    private List<ContractCard> cards() {
        try {
            return VenueContract.cards(selections);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--card: " + e.getMessage());
        }
    }

    private static long count(final Outcome outcome, final Verdict verdict) {
        return outcome.results().stream()
                .filter(result -> result.verdict() == verdict)
                .count();
    }

    private static String verdict(final CardResult result) {
        return result.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static void print(final Outcome outcome) {
        final TextTable table = new TextTable("card", "<promise", "<result", "<heard", "ms");
        for (final CardResult result : outcome.results()) {
            table.row(
                    result.card().number(),
                    result.card().title(),
                    verdict(result),
                    shortened(result),
                    Long.toString(result.elapsedMs()));
        }
        System.out.print(table);
        System.out.println();
        System.out.println(count(outcome, Verdict.PASSED) + " passed, " + count(outcome, Verdict.FAILED) + " failed, "
                + count(outcome, Verdict.SKIPPED) + " skipped; " + outcome.left());
        if (outcome.waitedSeconds() > 0) {
            System.out.println(
                    "waited " + outcome.waitedSeconds() + " s for requests: the account has so many a minute");
        }
    }

    /** All of it where something is wrong. */
    private static String shortened(final CardResult result) {
        final String heard = result.heard();
        return result.verdict() == Verdict.FAILED || heard.length() <= LONGEST_HEARD
                ? heard
                : heard.substring(0, LONGEST_HEARD - 3) + "...";
    }

    private static Map<String, Object> fields(final RunConfig config, final String symbol, final Outcome outcome) {
        final List<Map<String, Object>> cards = new ArrayList<>();
        for (final CardResult result : outcome.results()) {
            final Map<String, Object> card = new LinkedHashMap<>();
            card.put("number", result.card().number());
            card.put("promise", result.card().title());
            card.put("result", verdict(result));
            card.put("heard", result.heard());
            card.put("elapsedMs", result.elapsedMs());
            cards.add(card);
        }
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "venue check");
        fields.put("venue", Broker.name(config));
        fields.put("instrument", symbol);
        fields.put("passed", count(outcome, Verdict.PASSED));
        fields.put("failed", count(outcome, Verdict.FAILED));
        fields.put("skipped", count(outcome, Verdict.SKIPPED));
        fields.put("left", outcome.left());
        fields.put("waitedSeconds", outcome.waitedSeconds());
        fields.put("stopped", outcome.stopped());
        fields.put("cards", cards);
        return fields;
    }
}
