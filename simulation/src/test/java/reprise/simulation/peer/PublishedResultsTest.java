package reprise.simulation.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.testkit.DocumentedTable;
import reprise.testkit.SharedFiles;

/** What other systems published for the same data, to the last digit that both can have. */
class PublishedResultsTest {
    private static final String COMMAND =
            "./mvnw -pl simulation -am test -Dtest=PublishedResultsTest -Dsurefire.failIfNoSpecifiedTests=false";

    /** Each case runs once. */
    private static final Map<String, List<Figure>> FIGURES = new HashMap<>();

    private static List<PeerCase> all() {
        final List<PeerCase> cases = new ArrayList<>(BacktestingPyCases.all());
        cases.addAll(BacktestingPyOrders.all());
        cases.addAll(BacktraderCases.all());
        cases.addAll(PyAlgoTradeCases.all());
        cases.add(new LeanBuyAndHold());
        cases.add(new LeanTrend());
        cases.addAll(LeanOrders.all());
        cases.addAll(NautilusCases.all());
        cases.add(new FreqtradeCase());
        cases.add(new BinanceBar());
        return cases;
    }

    static List<Named<PeerCase>> cases() {
        return all().stream().map(peer -> Named.of(peer.title(), peer)).toList();
    }

    private static List<Figure> figures(final PeerCase peer) {
        return FIGURES.computeIfAbsent(peer.title(), title -> peer.figures());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shouldGiveWhatThePeerPublished(final PeerCase peer) {
        figures(peer).forEach(Figure::requireAgreement);
    }

    @Test
    void shouldStandInTheDocumentation() {
        SharedFiles.file("cases");
        final StringBuilder table =
                new StringBuilder("| Case | Figure | Theirs | Ours | Difference |\n|---|---|---|---|---|\n");
        for (final PeerCase peer : all()) {
            String title = peer.title();
            for (final Figure figure : figures(peer)) {
                table.append("| ")
                        .append(title)
                        .append(" | ")
                        .append(figure.cells())
                        .append('\n');
                title = "";
            }
        }
        DocumentedTable.requireCurrent("comparisons.md", COMMAND, table.toString());
    }
}
