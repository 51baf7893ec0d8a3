package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reprise.market.InstrumentDefinition;
import reprise.simulation.contract.CardResult;
import reprise.simulation.contract.CardResult.Verdict;
import reprise.simulation.contract.ContractCard;
import reprise.simulation.contract.ContractRunner;
import reprise.simulation.contract.VenueContract;

/**
 * The cards of the contract, each against a local server of its own: all with a stock, and with a pair those for which it makes a difference;
 * those of amounts with a stock of which fractions are bought.
 */
class AlpacaContractTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    @TestFactory
    Stream<DynamicTest> shouldKeepTheContractWithAStock() {
        final List<ContractCard> cards = VenueContract.cards().stream()
                .filter(card -> !card.number().startsWith("M"))
                .toList();
        return cards(cards, LocalAlpaca.AAPL);
    }

    @TestFactory
    Stream<DynamicTest> shouldKeepTheContractWithAPair() {
        return cards(VenueContract.cards(List.of("D5", "D8", "D9", "D13", "O", "C4..C6", "A")), LocalAlpaca.BTC);
    }

    @TestFactory
    Stream<DynamicTest> shouldKeepTheContractWithAmounts() {
        return cards(VenueContract.cards(List.of("M")), LocalAlpaca.FRACTIONS);
    }

    private static Stream<DynamicTest> cards(final List<ContractCard> cards, final InstrumentDefinition instrument) {
        return cards.stream()
                .map(card ->
                        DynamicTest.dynamicTest(card.number() + " " + card.title(), () -> check(card, instrument)));
    }

    private static void check(final ContractCard card, final InstrumentDefinition instrument) {
        final boolean isOfSilence = "D8".equals(card.number());
        try (LocalAlpaca environment =
                new LocalAlpaca(instrument, card.needsPartialFills(), isOfSilence ? IMPATIENT : PATIENT)) {
            final CardResult result = ContractRunner.runAlone(card, environment);

            // Some can be tried with stocks only.
            final boolean isStock = !instrument.equals(LocalAlpaca.BTC);
            assertThat(result.verdict())
                    .as(result.heard())
                    .isIn(isStock ? List.of(Verdict.PASSED) : List.of(Verdict.PASSED, Verdict.SKIPPED));
        }
    }
}
