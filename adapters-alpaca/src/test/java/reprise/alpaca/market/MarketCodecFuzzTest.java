package reprise.alpaca.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reprise.market.InstrumentDefinition;
import reprise.testkit.SharedFiles;

/** Whatever comes, the codec says exactly what a slow reader with exact decimals says, and takes for JSON what a library does. */
class MarketCodecFuzzTest {
    private static final int MUTATIONS = 100_000;
    private static final String SYMBOLS = "AAPL|MSFT|TSLA|BTC/USD|ETH/USD";

    private final CodecBench bench = new CodecBench();
    private final Map<String, InstrumentDefinition> bySymbol = CodecBench.bySymbol();
    private final JsonFactory json = new JsonFactory();

    @Test
    void shouldSayOfDamagedAndInventedFramesWhatTheSlowReaderSays() {
        final FrameMutations mutations = new FrameMutations(new SplittableRandom(20_260_223));
        long events = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            final String frame = mutations.frame();
            events += check(i % 4 == 0 ? frame : mutations.damaged(frame));
        }

        assertThat(events).isGreaterThan(MUTATIONS / 8);
        for (final Problem problem : Problem.values()) {
            assertThat(bench.codec.problems(problem)).as(problem.name()).isGreaterThan(10);
        }
    }

    @Test
    void shouldSayOfRecordedAnswersAsFramesWhatTheSlowReaderSays() throws IOException {
        final List<String> frames = recordedFrames();
        long events = 0;
        for (final String frame : frames) {
            events += check(frame);
        }
        assertThat(events).isGreaterThan(100);

        final FrameMutations mutations = new FrameMutations(new SplittableRandom(7));
        for (int i = 0; i < MUTATIONS / 10; i++) {
            check(mutations.damaged(mutations.oneOf(frames)));
        }
    }

    private int check(final String frame) {
        final long malformed = bench.codec.problems(Problem.MALFORMED);
        final ReferenceCodec reference = new ReferenceCodec(bySymbol);

        final boolean complete = reference.decode(frame);
        final List<String> told = bench.decode(frame);

        final boolean accepted = bench.codec.problems(Problem.MALFORMED) == malformed;
        final boolean isAscii = frame.chars().allMatch(c -> c < 0x80);
        if (!told.equals(reference.events) || accepted != complete || isAscii && isArray(frame) != complete) {
            assertThat(told).as(frame).isEqualTo(reference.events);
            assertThat(accepted).as("well-formed: " + frame).isEqualTo(complete);
            assertThat(isArray(frame)).as("by the library: " + frame).isEqualTo(complete);
        }
        return told.size();
    }

    private boolean isArray(final String frame) {
        try (JsonParser parser = json.createParser(frame)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null;
        } catch (final IOException malformed) {
            return false;
        }
    }

    /** Every trade, quote and bar of the recorded REST answers, as a stream would send it. */
    private static List<String> recordedFrames() throws IOException {
        final List<String> frames = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SharedFiles.file("protocols/fixtures/alpaca"))) {
            for (final Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                final String text = Files.readString(file);
                collect(new ReferenceJson(text).value(), frames);
                if (file.endsWith("ws-model-messages.json")) {
                    frames.add(text);
                }
            }
        }
        return frames;
    }

    private static void collect(final Object value, final List<String> frames) {
        if (value instanceof Map<?, ?> map) {
            for (final String symbol : SYMBOLS.split("\\|")) {
                frame(map, symbol, frames);
            }
            map.values().forEach(inner -> collect(inner, frames));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, frames));
        }
    }

    private static void frame(final Map<?, ?> map, final String symbol, final List<String> frames) {
        final String type = map.containsKey("bp") && map.containsKey("ap")
                ? "q"
                : map.containsKey("o") && map.containsKey("h") ? "b" : map.containsKey("p") ? "t" : "";
        if (!type.isEmpty() && map.containsKey("t")) {
            final StringBuilder fields = new StringBuilder();
            map.forEach((key, field) -> {
                if (field instanceof String text) {
                    fields.append(",\"")
                            .append(key)
                            .append("\":\"")
                            .append(text)
                            .append('"');
                } else if (field instanceof BigDecimal number) {
                    fields.append(",\"").append(key).append("\":").append(number);
                }
            });
            frames.add("[{\"T\":\"" + type + "\",\"S\":\"" + symbol + '"' + fields + "}]");
        }
    }
}
