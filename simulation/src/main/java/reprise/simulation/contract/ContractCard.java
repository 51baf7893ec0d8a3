package reprise.simulation.contract;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One promise that every venue keeps, and how it is tried.
 *
 * @param number letter of its group and number in it, such as R2.
 * @param title the promise, in a few words.
 * @param needs what the environment must have.
 * @param check tries it; throws {@link ContractFailure} if it is not kept.
 */
public record ContractCard(String number, String title, List<Need> needs, Consumer<ContractSession> check) {
    static ContractCard of(
            final String number, final String title, final Consumer<ContractSession> check, final Need... needs) {
        return new ContractCard(number, title, List.of(needs), check);
    }

    /**
     * Why it cannot be tried somewhere.
     *
     * @param environment where.
     * @return empty if it can.
     */
    public Optional<String> whatLacksIn(final ContractEnvironment environment) {
        return needs.stream()
                .filter(need -> !need.isMet().test(environment))
                .map(need -> "needs " + need.text())
                .findFirst();
    }

    /**
     * Whether it must be filled part by part.
     *
     * @return true if its environment must be made so.
     */
    public boolean needsPartialFills() {
        return needs.contains(Need.PARTIAL_FILLS);
    }
}
