package reprise.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.Definitions.anInstrument;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.testkit.SharedFiles;

/** Every worked case of Kelly sizing, to the share. */
class KellyGoldenTest {
    private final Instrument instrument = anInstrument().withDecimals(4, 0).build();
    private final SizingInput input = new SizingInput();
    private final Sizing sizing = new Sizing();

    private static String text() {
        return String.join("\n", SharedFiles.lines("golden/s1/kelly_sizing.json"));
    }

    private static String field(final String json, final String name) {
        final Matcher matcher =
                Pattern.compile("\"" + name + "\":\\s*\"?([^,\"\\n}]+)").matcher(json);
        return matcher.find() ? matcher.group(1).trim() : "null";
    }

    private static double number(final String text, final double absent) {
        return text.equals("null") ? absent : Double.parseDouble(text);
    }

    private Sizing size(final String json, final String price, final Sizer sizer) {
        final double win = number(field(json, "avg_win"), 0);
        final double loss = number(field(json, "avg_loss_abs"), Double.NaN);
        final double payoff = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : win / loss;
        input.of(instrument, Decimals.parse(field(json, price), 4), Money.parse(field(json, "equity")))
                .withTrades(
                        Integer.parseInt(field(json, "closed_trades")),
                        number(field(json, "win_rate"), Double.NaN),
                        payoff);
        sizer.size(input, sizing);
        return sizing.close();
    }

    @Test
    void shouldSizeBothLegsAsWorked() {
        final String[] cases = text().split("\"decimal_vs")[0].split("\"name\":");
        assertThat(cases.length).isGreaterThanOrEqualTo(19);
        for (int i = 1; i < cases.length; i++) {
            final String name = cases[i].lines().findFirst().orElseThrow();
            final long first = size(cases[i], "price1", KellySizer.standard()).quantity();
            final boolean capped = sizing.boundBy() == SizeCap.HARD_CAP;
            final long second = size(cases[i], "price2", KellySizer.standard()).quantity();

            assertThat(first).as(name).isEqualTo(Long.parseLong(field(cases[i], "qty1")));
            assertThat(second).as(name).isEqualTo(Long.parseLong(field(cases[i], "qty2")));
            assertThat(first > 0 && second > 0).as(name).isEqualTo(Boolean.parseBoolean(field(cases[i], "tradable")));
            assertThat(capped).as(name).isEqualTo(Boolean.parseBoolean(field(cases[i], "cap_applied")));
        }
    }

    @Test
    void shouldNotLoseTheShareThatDoublesLose() {
        final String[] traps = text().split("\"decimal_vs")[1].split("\\{");
        assertThat(traps.length).isGreaterThan(10);
        for (int i = 1; i < traps.length; i++) {
            input.of(instrument, Decimals.parse(field(traps[i], "price"), 4), Money.parse(field(traps[i], "equity")));
            KellySizer.standard().size(input, sizing);

            assertThat(sizing.close().quantity()).isEqualTo(Long.parseLong(field(traps[i], "correct_qty")));
        }
    }
}
