package reprise.simulation.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.order.Side;
import reprise.research.performance.EquityCurve;
import reprise.simulation.results.BreakdownRow;
import reprise.simulation.results.RunResult;
import reprise.simulation.results.Trade;

/**
 * What the page's script draws, as JSON that may stand inside a script element: all less-than signs are escaped. Times are milliseconds, each
 * after the first as the difference to the one before; prices and money are decimal numbers.
 */
final class ChartData {
    /** Price charts on the page. */
    static final int CHARTS_MAX = 40;

    private static final long NS_PER_MS = 1_000_000;
    private static final int MONEY_DIGITS = 2;
    private static final int SHARE_DIGITS = 5;
    private static final int RATIO_DIGITS = 3;
    private static final int DERIVED_BUCKETS = 1_024;

    private final JsonGenerator json;
    private final ReportCollector collected;
    private final RunResult result;
    private final List<InstrumentDefinition> instruments;
    private final Map<String, Integer> reasons = new HashMap<>();
    private final List<String> reasonTexts = new ArrayList<>();

    private ChartData(final JsonGenerator json, final ReportCollector collected, final RunResult result) {
        this.json = json;
        this.collected = collected;
        this.result = result;
        instruments = result.facts().instruments();
    }

    /**
     * All that is drawn.
     *
     * @param collected of a run that is over.
     * @param result of the run.
     * @param returns that are drawn.
     * @return JSON without a less-than sign.
     */
    static String of(final ReportCollector collected, final RunResult result, final ReturnSeries returns) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            new ChartData(generator, collected, result).write(returns);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("<", "\\u003c");
    }

    private void write(final ReturnSeries returns) throws IOException {
        json.writeStartObject();
        curve("equity", collected.equity(), MONEY_DIGITS);
        curve("benchmark", benchmark(), MONEY_DIGITS);
        curve("drawdown", collected.drawdown(), SHARE_DIGITS);
        curve("exposure", collected.exposure(), SHARE_DIGITS);
        curve("sharpe", rollingSharpe(returns), RATIO_DIGITS);
        distribution(Histogram.of(returns.curve().returns()));
        prices();
        trades(result.facts().strategies());
        json.writeEndObject();
    }

    private SampledSeries benchmark() {
        final SampledSeries series = new SampledSeries(DERIVED_BUCKETS);
        final EquityCurve curve = result.statistics().measures().benchmark().curve();
        for (int i = 0; i < curve.size(); i++) {
            series.add(curve.timeNs(i), curve.equity(i));
        }
        return series;
    }

    private static SampledSeries rollingSharpe(final ReturnSeries returns) {
        final SampledSeries series = new SampledSeries(DERIVED_BUCKETS);
        for (int i = 0; i < returns.rollingSharpe().length; i++) {
            series.add(returns.curve().timeNs(i + 1), returns.rollingSharpe()[i]);
        }
        return series;
    }

    private void curve(final String name, final SampledSeries series, final int digits) throws IOException {
        json.writeObjectFieldStart(name);
        points(series, digits);
        json.writeEndObject();
    }

    private void points(final SampledSeries series, final int digits) throws IOException {
        final List<Long> times = new ArrayList<>();
        final List<Double> values = new ArrayList<>();
        series.forEach((timeNs, value) -> {
            times.add(Math.floorDiv(timeNs, NS_PER_MS));
            values.add(value);
        });
        json.writeArrayFieldStart("t");
        long before = 0;
        for (final long time : times) {
            json.writeNumber(time - before);
            before = time;
        }
        json.writeEndArray();
        json.writeArrayFieldStart("v");
        for (final double value : values) {
            number(value, digits);
        }
        json.writeEndArray();
    }

    private void number(final double value, final int digits) throws IOException {
        decimal(new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN));
    }

    /** As short as it can be written without an exponent. */
    private void decimal(final BigDecimal value) throws IOException {
        final BigDecimal shortest = value.stripTrailingZeros();
        json.writeNumber(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
    }

    private void distribution(final Histogram histogram) throws IOException {
        json.writeObjectFieldStart("distribution");
        json.writeNumberField("first", histogram.firstEdge());
        json.writeNumberField("width", histogram.width());
        json.writeFieldName("counts");
        json.writeArray(histogram.counts(), 0, histogram.counts().length);
        json.writeEndObject();
    }

    /** Of the instruments that traded most, then of others, in the order of the configuration. */
    private void prices() throws IOException {
        final Map<String, Long> counts = result.statistics().measures().breakdown().instruments().stream()
                .collect(Collectors.toMap(BreakdownRow::name, BreakdownRow::trades));
        final List<InstrumentDefinition> shown = instruments.stream()
                .filter(each -> !collected.price(each.instrumentId()).isEmpty())
                .sorted(Comparator.comparingLong(each -> -counts.getOrDefault(each.symbol(), 0L)))
                .limit(CHARTS_MAX)
                .sorted(Comparator.comparingInt(InstrumentDefinition::instrumentId))
                .toList();
        json.writeArrayFieldStart("prices");
        for (final InstrumentDefinition instrument : shown) {
            json.writeStartObject();
            json.writeNumberField("id", instrument.instrumentId());
            points(collected.price(instrument.instrumentId()), instrument.priceDecimals());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void trades(final List<String> strategies) throws IOException {
        json.writeArrayFieldStart("instruments");
        for (final InstrumentDefinition instrument : instruments) {
            json.writeStartArray();
            json.writeString(instrument.symbol());
            json.writeNumber(instrument.priceDecimals());
            json.writeNumber(instrument.quantityDecimals());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("strategies");
        for (final String strategy : strategies) {
            json.writeString(strategy);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("trades");
        for (final Trade trade : collected.trades().trades()) {
            trade(trade);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("reasons");
        for (final String reason : reasonTexts) {
            json.writeString(reason);
        }
        json.writeEndArray();
    }

    private void trade(final Trade trade) throws IOException {
        final InstrumentDefinition instrument = instruments.get(trade.instrumentId());
        json.writeStartArray();
        json.writeNumber(trade.number());
        json.writeNumber(trade.strategyId());
        json.writeNumber(trade.instrumentId());
        json.writeNumber(trade.side() == Side.BUY ? 1 : -1);
        decimal(BigDecimal.valueOf(trade.quantity(), instrument.quantityDecimals()));
        json.writeNumber(Math.floorDiv(trade.entryTimeNs(), NS_PER_MS));
        decimal(BigDecimal.valueOf(trade.entryPrice(), instrument.priceDecimals()));
        json.writeNumber(Math.floorDiv(trade.exitTimeNs(), NS_PER_MS));
        decimal(BigDecimal.valueOf(trade.exitPrice(), instrument.priceDecimals()));
        money(trade.pnl());
        money(trade.fees());
        money(trade.adverse());
        money(trade.favourable());
        json.writeNumber(trade.barsHeld());
        json.writeNumber(trade.isOpen() ? 1 : 0);
        json.writeNumber(reason(trade.entryReason()));
        json.writeNumber(reason(trade.exitReason()));
        json.writeEndArray();
    }

    private void money(final long amount) throws IOException {
        decimal(BigDecimal.valueOf(amount, Money.DECIMALS).setScale(MONEY_DIGITS, RoundingMode.HALF_EVEN));
    }

    private int reason(final String text) {
        return reasons.computeIfAbsent(text, key -> {
            reasonTexts.add(key);
            return reasonTexts.size() - 1;
        });
    }
}
