package reprise.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void shouldAlignNumbersToTheRightAndNamesToTheLeft() {
        final TextTable table = new TextTable("symbol", "price", "<note");
        table.row("A", "1.5", "x");
        table.row("LONGER", "100.25", "yy");

        assertThat(table.toString().lines())
                .containsExactly("symbol   price  note", "A          1.5  x", "LONGER  100.25  yy");
    }
}
