package reprise.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reprise.market.InstrumentDefinition;
import reprise.simulation.contract.CardResult;
import reprise.simulation.contract.CardResult.Verdict;
import reprise.simulation.contract.ContractCard;
import reprise.simulation.contract.ContractRunner;
import reprise.simulation.contract.VenueContract;

/** Every card of the contract against a local server of its own, with a stock and with a pair. */
class AlpacaContractTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    @TestFactory
    Stream<DynamicTest> shouldKeepTheContractWithAStock() {
        return cards(LocalAlpaca.AAPL);
    }

    @TestFactory
    Stream<DynamicTest> shouldKeepTheContractWithAPair() {
        return cards(LocalAlpaca.BTC);
    }

    private static Stream<DynamicTest> cards(final InstrumentDefinition instrument) {
        return VenueContract.cards().stream()
                .map(card ->
                        DynamicTest.dynamicTest(card.number() + " " + card.title(), () -> check(card, instrument)));
    }

    private static void check(final ContractCard card, final InstrumentDefinition instrument) {
        final boolean isOfSilence = "D8".equals(card.number());
        try (LocalAlpaca environment =
                new LocalAlpaca(instrument, card.needsPartialFills(), isOfSilence ? IMPATIENT : PATIENT)) {
            final CardResult result = ContractRunner.runAlone(card, environment);

            assertThat(result.verdict()).as(result.heard()).isNotEqualTo(Verdict.FAILED);
        }
    }
}
