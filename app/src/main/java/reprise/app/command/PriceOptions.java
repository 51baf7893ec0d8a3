package reprise.app.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reprise.app.wiring.PriceFiles;
import reprise.research.screening.PriceSeries;

/** Which prices statistics are taken of. */
final class PriceOptions {
    @Option(
            names = "--data",
            paramLabel = "[SYMBOL=]PATH",
            arity = "1..*",
            description = {
                "Files of bars, or folders of them. The symbol is what a file's name begins with, up to a dash or dot; files of one"
                        + " symbol that follow one another in time are joined.",
                "Or made-up markets: SYMBOL=synthetic:bars=5000,seed=7,period=1h,price=100.",
            })
    private List<String> data = new ArrayList<>();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** All series, by symbol. */
    List<PriceSeries> all() {
        return files().all(data);
    }

    /** Series of these symbols, in their order. */
    List<PriceSeries> of(final List<String> symbols) {
        return files().of(data, symbols);
    }

    List<String> arguments() {
        return data;
    }

    private PriceFiles files() {
        return new PriceFiles(reading::forDecimals, note -> System.err.println("reprise: " + note));
    }
}
