package reprise.app.wiring;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import reprise.app.ExitCode;
import reprise.app.config.RunConfig;
import reprise.simulation.contract.CardResult;
import reprise.simulation.contract.ContractCard;
import reprise.simulation.contract.ContractFailure;
import reprise.simulation.contract.ContractRunner;
import reprise.simulation.remote.LinkException;

/** The contract of venues at the account of a configuration. */
public final class VenueCheckRun {
    /** A card that is under way is ended, and cleaned up after. */
    private static final long PATIENCE_NS = 120_000_000_000L;

    private final RunConfig config;
    private final BrokerContract account;

    /**
     * A run that has not begun.
     *
     * @param config of a run.
     * @param symbol of what shall be traded; null for the first pair of crypto, else the first instrument.
     * @throws reprise.app.config.ConfigException if there is no such account or instrument, or if it is real money.
     */
    public VenueCheckRun(final RunConfig config, final String symbol) {
        this.config = config;
        account = new BrokerContract(config, symbol);
    }

    /**
     * How it ended.
     *
     * @param results one for each card that was run.
     * @param left what is left behind in the account, in words.
     * @param stopped whether the user stopped it before its last card.
     */
    public record Outcome(List<CardResult> results, String left, boolean stopped) {}

    /**
     * What is traded.
     *
     * @return by its symbol.
     */
    public String symbol() {
        return account.instrument().symbol();
    }

    /**
     * Runs cards, one after the other.
     *
     * @param cards what is tried.
     * @param progress is told of each card when it is done.
     * @return how they came out.
     * @throws LinkException if the venue refuses, or cannot be reached.
     */
    public Outcome run(final List<ContractCard> cards, final Consumer<CardResult> progress) {
        System.err.println("reprise: " + Broker.name(config) + ": small orders of " + symbol());
        final AtomicBoolean isStopped = new AtomicBoolean();
        final Interruption interruption = new Interruption(
                () -> isStopped.set(true), () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED), PATIENCE_NS);
        try {
            final ContractRunner.Outcome outcome =
                    ContractRunner.runAll(cards, account, BrokerContract.newOrderPrefix(), result -> {
                        progress.accept(result);
                        return !isStopped.get();
                    });
            return new Outcome(outcome.results(), outcome.left(), isStopped.get());
        } catch (final ContractFailure e) {
            throw new LinkException(Broker.name(config) + ": " + e.getMessage(), e);
        } finally {
            interruption.close();
        }
    }
}
