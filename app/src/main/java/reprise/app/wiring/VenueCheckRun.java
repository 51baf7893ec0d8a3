package reprise.app.wiring;

import java.util.List;
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
    private final RequestPause pause;
    private volatile boolean isStopped;

    /**
     * A run that has not begun.
     *
     * @param config of a run.
     * @param symbol of what shall be traded; null for the first pair of crypto, else the first instrument.
     * @throws reprise.app.config.ConfigException if there is no such account or instrument, or if it is real money.
     */
    public VenueCheckRun(final RunConfig config, final String symbol) {
        this.config = config;
        pause = new RequestPause(() -> isStopped, words -> System.err.println("reprise: " + words));
        account = new BrokerContract(config, symbol, pause);
    }

    /**
     * How it ended.
     *
     * @param results one for each card that was run.
     * @param left what is left behind in the account, in words.
     * @param waitedSeconds how long it waited for requests, because the account has so many a minute.
     * @param stopped whether the user stopped it before its last card.
     */
    public record Outcome(List<CardResult> results, String left, long waitedSeconds, boolean stopped) {}

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
        final Interruption interruption = new Interruption(
                () -> isStopped = true, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED), PATIENCE_NS);
        try {
            final ContractRunner.Outcome outcome =
                    ContractRunner.runAll(cards, account, BrokerContract.newOrderPrefix(), progress, () -> isStopped);
            return new Outcome(outcome.results(), outcome.left(), pause.waitedSeconds(), isStopped);
        } catch (final ContractFailure e) {
            throw new LinkException(Broker.name(config) + ": " + e.getMessage(), e);
        } finally {
            interruption.close();
        }
    }
}
