package reprise.alpaca.market;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.market.InstrumentDefinition;
import reprise.market.InstrumentStatus;

/** A codec with what it says, for three instruments of different scales. */
final class CodecBench implements CodecListener {
    static final List<InstrumentDefinition> INSTRUMENTS = List.of(
            new InstrumentDefinition(0, 1, "AAPL", "AAPL", "USD", 2, 0, 1, 1, 0),
            new InstrumentDefinition(1, 1, "BTC/USD", "BTC", "USD", 2, 8, 1, 1, 0),
            new InstrumentDefinition(2, 1, "TSLA", "TSLA", "USD", 4, 3, 1, 1, 0),
            new InstrumentDefinition(3, 1, "MSFT", "MSFT", "USD", 2, 0, 1, 1, 0),
            new InstrumentDefinition(4, 1, "ETH/USD", "ETH", "USD", 8, 9, 1, 1, 0));

    /** All of them trade. */
    static InstrumentStatus[] trading() {
        final InstrumentStatus[] statuses = new InstrumentStatus[INSTRUMENTS.size()];
        Arrays.fill(statuses, InstrumentStatus.TRADING);
        return statuses;
    }

    final TextEvents events = new TextEvents();
    final List<String> controls = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final MarketCodec codec = new MarketCodec(new SymbolTable(INSTRUMENTS), events, this);

    static Map<String, InstrumentDefinition> bySymbol() {
        final Map<String, InstrumentDefinition> bySymbol = new LinkedHashMap<>();
        INSTRUMENTS.forEach(instrument -> bySymbol.put(instrument.symbol(), instrument));
        return bySymbol;
    }

    List<String> decode(final String frame) {
        final byte[] bytes = frame.getBytes(StandardCharsets.ISO_8859_1);
        events.lines.clear();
        codec.decode(bytes, bytes.length);
        return events.lines;
    }

    Map<Problem, Long> counts() {
        final Map<Problem, Long> counts = new EnumMap<>(Problem.class);
        for (final Problem problem : Problem.values()) {
            if (codec.problems(problem) > 0) {
                counts.put(problem, codec.problems(problem));
            }
        }
        return counts;
    }

    @Override
    public boolean onControl(final byte[] bytes, final int start, final int length) {
        final String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        controls.add(text);
        return !text.contains("strange");
    }

    @Override
    public void onProblem(
            final Problem problem, final long count, final byte[] bytes, final int start, final int length) {
        problems.add(problem + " " + count + " " + new String(bytes, start, length, StandardCharsets.UTF_8));
    }
}
