package reprise.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.simulation.contract.CardResult.Verdict;
import reprise.testkit.DocumentedTable;

/** Whether the cards find what they look for: a venue as it should be passes them, and each mistake is found by its card. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class VenueContractTest {
    private static final Duration GENEROUS = Duration.ofSeconds(20);

    /** How long a card waits in vain for what a mistake keeps from it. */
    private static final Duration IN_VAIN = Duration.ofMillis(150);

    private static CardResult run(final ContractCard card, final Flaw flaw, final Duration patience) {
        try (ModelEnvironment environment = new ModelEnvironment(flaw, true, card.needsPartialFills(), patience)) {
            return ContractRunner.runAlone(card, environment);
        }
    }

    @Test
    void shouldPassAVenueAsItShouldBe() {
        assertThat(VenueContract.cards())
                .extracting(card -> run(card, Flaw.NONE, GENEROUS))
                .filteredOn(result -> result.verdict() == Verdict.FAILED)
                .extracting(result -> result.card().number() + ": " + result.heard())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldFindEachMistake(final Flaw flaw) {
        final ContractCard card = VenueContract.cards(List.of(flaw.card)).get(0);
        final CardResult result = run(card, flaw, IN_VAIN);

        assertThat(result.verdict()).as(result.heard()).isEqualTo(Verdict.FAILED);
        assertThat(result.heard()).contains("expected: ").contains("; heard: ");
    }

    @Test
    void shouldLeaveAnAccountAsItWasThatNobodyControls() {
        try (ModelEnvironment environment = new ModelEnvironment(Flaw.NONE, false, false, GENEROUS)) {
            final ContractRunner.Outcome outcome =
                    ContractRunner.runAll(VenueContract.cards(), environment, "left", result -> {}, () -> false);

            assertThat(outcome.results())
                    .filteredOn(result -> result.verdict() == Verdict.FAILED)
                    .extracting(result -> result.card().number() + ": " + result.heard())
                    .isEmpty();
            assertThat(outcome.results())
                    .filteredOn(result -> result.verdict() == Verdict.SKIPPED)
                    .isNotEmpty()
                    .allSatisfy(result -> assertThat(result.heard()).startsWith("needs "));
            assertThat(outcome.left()).startsWith("nothing is left behind");
            assertThat(environment.exchange().position()).isZero();
            assertThat(environment.exchange().orders.values()).noneMatch(ModelOrder::isOpen);
        }
    }

    @Test
    void shouldSkipWhatAnEnvironmentCannotShow() {
        final ContractCard card = VenueContract.cards(List.of("R5")).get(0);
        try (ModelEnvironment environment = new ModelEnvironment(Flaw.NONE, false, false, GENEROUS)) {
            final CardResult result = ContractRunner.runAlone(card, environment);

            assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
            assertThat(result.heard()).isEqualTo("needs a simulated server (cancel fills)");
        }
    }

    @Test
    void shouldSelectCards() {
        assertThat(VenueContract.cards(List.of("O2..O4", "d1", "L")))
                .extracting(ContractCard::number)
                .containsExactly("D1", "O2", "O3", "O4", "L1", "L2", "L3", "L4", "L5", "L6");
        assertThat(VenueContract.cards()).extracting(ContractCard::number).doesNotHaveDuplicates();
        assertThatThrownBy(() -> VenueContract.cards(List.of("X7")))
                .hasMessageContaining("no such card: 'X7'")
                .hasMessageContaining("D1..D13");
    }

    @Test
    void shouldStandInTheDocumentation() {
        DocumentedTable.requireCurrent("venue-contract.md", "VenueContract", VenueContract.table());
    }
}
