package reprise.simulation.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import reprise.simulation.contract.CardResult.Verdict;

/** Runs cards. */
public final class ContractRunner {
    private static final long NS_PER_MS = 1_000_000;

    private ContractRunner() {}

    /**
     * How a run at one account came out.
     *
     * @param results one for each card.
     * @param left what is left behind in the account, in words.
     */
    public record Outcome(List<CardResult> results, String left) {}

    /**
     * Runs one card in an environment of its own, in which nobody cleans up.
     *
     * @param card what is tried.
     * @param environment not used before.
     * @return how it came out.
     */
    public static CardResult runAlone(final ContractCard card, final ContractEnvironment environment) {
        try (ContractSession session = new ContractSession(environment, "contract")) {
            return run(card, session, () -> List.of());
        }
    }

    /**
     * Runs cards one after the other at one account, and leaves it as it was.
     *
     * @param cards what is tried.
     * @param environment of the account.
     * @param orderPrefix that no other run of the account ever used.
     * @param progress is told of each card when it is done.
     * @param isStopped whether no other card shall be run.
     * @return how they came out.
     * @throws ContractFailure if the venue does not even connect.
     */
    public static Outcome runAll(
            final List<ContractCard> cards,
            final ContractEnvironment environment,
            final String orderPrefix,
            final Consumer<CardResult> progress,
            final BooleanSupplier isStopped) {
        try (ContractSession session = new ContractSession(environment, orderPrefix)) {
            session.open();
            final Housekeeping housekeeping = new Housekeeping(session);
            final List<CardResult> results = new ArrayList<>();
            for (final ContractCard card : cards) {
                if (!results.isEmpty() && card.whatLacksIn(environment).isEmpty()) {
                    environment.rest();
                }
                if (isStopped.getAsBoolean()) {
                    break;
                }
                final CardResult result = run(card, session, housekeeping::cleanUp);
                results.add(result);
                progress.accept(result);
            }
            return new Outcome(results, whatIsLeft(housekeeping));
        }
    }

    private static String whatIsLeft(final Housekeeping housekeeping) {
        try {
            return housekeeping.whatIsLeft();
        } catch (final ContractFailure e) {
            return "whether anything is left behind is not known, look at the account: " + e.getMessage();
        }
    }

    /** Cleans up after a card. */
    @FunctionalInterface
    private interface CleanUp {
        List<String> run();
    }

    private static CardResult run(final ContractCard card, final ContractSession session, final CleanUp cleanUp) {
        final Optional<String> lack = card.whatLacksIn(session.environment());
        if (lack.isPresent()) {
            return new CardResult(card, Verdict.SKIPPED, lack.get(), 0);
        }
        final long startNanoTime = System.nanoTime();
        Verdict verdict = Verdict.PASSED;
        String heard;
        try {
            session.open();
            session.beginCard();
            card.check().accept(session);
            heard = session.heard();
        } catch (final CardNotRun e) {
            verdict = Verdict.SKIPPED;
            heard = e.getMessage();
        } catch (final ContractFailure e) {
            verdict = Verdict.FAILED;
            heard = e.getMessage();
        } catch (final RuntimeException e) {
            // The venue threw at us what it should have told.
            verdict = Verdict.FAILED;
            heard = "the venue threw " + e + " in " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
        }
        final long elapsedMs = (System.nanoTime() - startNanoTime) / NS_PER_MS;
        return cleaned(new CardResult(card, verdict, heard, elapsedMs), session, cleanUp);
    }

    private static CardResult cleaned(final CardResult result, final ContractSession session, final CleanUp cleanUp) {
        String left;
        try {
            left = String.join("; ", cleanUp.run());
        } catch (final RuntimeException e) {
            left = "could not be cleaned up: " + e.getMessage();
        }
        return left.isEmpty()
                ? result
                : new CardResult(result.card(), Verdict.FAILED, result.heard() + "; " + left, result.elapsedMs());
    }
}
