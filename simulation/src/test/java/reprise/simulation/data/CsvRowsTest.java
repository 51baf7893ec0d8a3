package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldSplitTheSameWayWhereverTheBufferEnds() {
        final String content = "a,bb,ccc\r\n1,,3\n\n\"q,1\",\"say \"\"x\"\"\",z\n,\n\"open\nlast,\"q\"";
        final List<String> expected =
                List.of("1:a|bb|ccc", "2:1||3", "4:q,1|say \"\"x\"\"|z", "5:|", "6:open", "7:last|q");

        for (int bufferBytes = 1; bufferBytes <= content.length() + 2; bufferBytes++) {
            assertThat(rows(content, bufferBytes))
                    .as("buffer of %d bytes", bufferBytes)
                    .isEqualTo(expected);
        }
    }

    @Test
    void shouldReadTheLastLineWhenItHasNoLineEnd() {
        assertThat(rows("a,b\r\nc,d\r", 64)).containsExactly("1:a|b", "2:c|d");
        assertThat(rows("a,b\nc,", 64)).containsExactly("1:a|b", "2:c|");
    }

    @Test
    void shouldSkipAByteOrderMark() {
        assertThat(rows("\uFEFFa,b\n", 2)).containsExactly("1:a|b");
    }

    @Test
    void shouldCountColumnsBeyondThoseItKeeps() {
        final String wide = "x,".repeat(Fields.MAX_COLUMNS + 10) + "x\n";
        try (CsvRows rows = new CsvRows(SourceFile.of(BarText.write(folder, "wide.csv", wide)), ',')) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.fields().count).isEqualTo(Fields.MAX_COLUMNS + 11);
            assertThat(rows.next()).isFalse();
        }
    }

    private List<String> rows(final String content, final int bufferBytes) {
        final SourceFile file = SourceFile.of(BarText.write(folder, "rows.csv", content));
        final List<String> result = new ArrayList<>();
        try (CsvRows rows = new CsvRows(file, ',', bufferBytes)) {
            while (rows.next()) {
                final List<String> texts = new ArrayList<>();
                for (int column = 0; column < rows.fields().count; column++) {
                    texts.add(rows.fields().text(column));
                }
                result.add(rows.fields().position + ":" + String.join("|", texts));
            }
        }
        return result;
    }
}
