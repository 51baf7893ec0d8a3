package reprise.simulation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataInspectorTest {

    @TempDir
    private Path folder;

    @Test
    void shouldDescribeWithoutStoppingAtBadRows() {
        final Path file = BarText.write(
                folder,
                "bars.csv",
                "time,open,high,low,close,volume\n"
                        + "2024-01-01 00:00,1.5,2.125,1,1.5,0\n"
                        + "2024-01-01 00:05,1.5,x,1,1.5,1\n"
                        + "2024-01-01 00:10,1.5,2,0.5,1.5,1.123456789\n"
                        + "2024-01-01 00:15,1.5,2,0.5,1.5,1\n"
                        + "2024-01-01 00:15,1.5,2,0.5,1.5,1\n"
                        + "2024-01-01 00:20,1.5,2,0.5,1.5,1\n");

        final DataReport report = DataInspector.inspect(file);

        assertThat(report.toText()).isEqualTo("""
                        file              %s
                        format            CSV with column names
                        time              date and time without offset, zone UTC
                        stamp             beginning of the bar (assumed)
                        period            5m
                        rows              6
                        bars              4
                        first bar         2024-01-01T00:00:00Z to 2024-01-01T00:05:00Z
                        last bar          2024-01-01T00:20:00Z to 2024-01-01T00:25:00Z
                        price range       0.5 to 2.125
                        decimals          price 3, volume 9
                        gaps              1 (1 within a day), missing bars 1, longest 5m from 2024-01-01T00:05:00Z
                        duplicates        1
                        out of order      0
                        bad rows          1 (0 with high or low wrong, 0 with a price of zero or less)
                        jumps             0
                        zero volume       1
                        rounded volumes   1
                        note              nothing tells whether a stamp is the beginning or the end of its bar; taken as the beginning, so that no bar is known too early
                        note              stamps carry no zone; taken as UTC
                        bad row           %s, line 3, column 'high': 'x' is not a number; expected a positive decimal such as 42283.58
                        bad row           %s, line 6: repeats the time 2024-01-01T00:15:00Z; expected one bar per time
                        """.formatted(file, file, file));
    }

    @Test
    void shouldReportAnUnknownPeriodInsteadOfRefusing() {
        final Path file = BarText.write(
                folder,
                "ticks.csv",
                BarText.HEADER
                        + "1704067200123,1,1,1,1,1\n1704067200456,1,1,1,1,1\n1704067203789,1,1,1,1,1\n1704067209001,1,1,1,1,1\n");

        final DataReport report = DataInspector.inspect(file);

        assertThat(report.facts().period().isKnown()).isFalse();
        assertThat(report.quality().bars()).isEqualTo(4);
    }

    @Test
    void shouldReportNoSpanWhenEveryRowIsBad() {
        final Path file =
                BarText.write(folder, "bad.csv", BarText.HEADER + "1704067200,1,1,1,1,-1\n1704067260,1,1,1,x,1\n");

        final DataReport report = DataInspector.inspect(file);

        assertThat(report.first()).isNull();
        assertThat(report.quality().badRows()).isEqualTo(2);
        assertThat(report.toText()).doesNotContain("price range");
    }
}
