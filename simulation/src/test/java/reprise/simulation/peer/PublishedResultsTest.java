package reprise.simulation.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other systems published for the same data, to the last digit that both can have. */
class PublishedResultsTest {
    private static final Map<PeerCase, List<Figure>> FIGURES = new LinkedHashMap<>();

    static List<PeerCase> cases() {
        final List<PeerCase> cases = new ArrayList<>();
        cases.addAll(BacktestingPyCases.all());
        cases.addAll(NautilusCases.all());
        cases.addAll(PyAlgoTradeCases.all());
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shouldGiveWhatThePeerPublished(final PeerCase peer) {
        final List<Figure> figures = peer.figures();
        for (final Figure figure : figures) {
            System.out.println(peer.title() + " | " + figure.cells());
        }
        figures.forEach(Figure::requireAgreement);
        FIGURES.put(peer, figures);
    }
}
