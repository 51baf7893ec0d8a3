package reprise.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.bar.BarExpression;
import reprise.bar.BarSpec;

/** Whose bars parameters ask for, as far as they say. */
class WantedBarsTest {
    private static final BarSpec HOURS = BarExpression.parse("1h", 0);
    private static final BarSpec DAYS = BarExpression.parse("1d", 0);

    record One(
            @Parameter(meaning = "traded", kind = Kind.SYMBOL)
            String instrument,

            @Parameter(meaning = "looked at too", kind = Kind.SYMBOL)
            String regime,

            @Parameter(meaning = "bars", optional = true) BarSpec bars,

            @Parameter(meaning = "more bars", optional = true)
            BarSpec slow,

            @Parameter(meaning = "others", kind = Kind.SYMBOL, optional = true)
            List<String> others) {}

    record Leg(
            String name,

            @Parameter(meaning = "symbol", kind = Kind.SYMBOL)
            String first,

            @Parameter(meaning = "symbol", kind = Kind.SYMBOL)
            String second) {}

    record Many(
            @Parameter(meaning = "legs") List<Leg> legs,
            @Parameter(meaning = "bars") BarSpec bars,

            @Parameter(meaning = "others", kind = Kind.SYMBOL, optional = true)
            List<String> others,

            @Parameter(meaning = "a word") String word) {}

    @Test
    void shouldBeThoseOfTheInstrumentThatIsNamedFirst() {
        assertThat(WantedBars.of(new One("A", "B", HOURS, null, List.of("C"))))
                .containsExactly(new WantedBars("bars", HOURS, List.of("A")));
        assertThat(WantedBars.of(new One("A", "B", HOURS, DAYS, List.of())))
                .containsExactly(
                        new WantedBars("bars", HOURS, List.of("A")), new WantedBars("slow", DAYS, List.of("A")));
        assertThat(WantedBars.of(new One("A", "B", null, null, List.of()))).isEmpty();
    }

    @Test
    void shouldBeThoseOfAllThatAreListedWhereNoneIsNamedAlone() {
        assertThat(WantedBars.of(
                        new Many(List.of(new Leg("x", "A", "B"), new Leg("y", "B", "C")), DAYS, List.of("D"), "E")))
                .containsExactly(new WantedBars("bars", DAYS, List.of("A", "B", "C", "D")));
    }

    @Test
    void shouldBeOfNobodyInParticularWhereNothingIsSaid() {
        assertThat(WantedBars.of(new Many(List.of(), DAYS, List.of(), "E")))
                .containsExactly(new WantedBars("bars", DAYS, List.of()));
    }
}
