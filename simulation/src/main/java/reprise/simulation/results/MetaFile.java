package reprise.simulation.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.VenueConfig;

/** Writes meta.json: what a run was made of, what was assumed, what it came to, so that its files can be read without the program. */
final class MetaFile {
    private static final int RATE_DECIMALS = 8;

    private final JsonGenerator json;
    private final UtcTime time = new UtcTime();

    private MetaFile(final JsonGenerator json) {
        this.json = json;
    }

    static void write(final Path path, final RunResult result) {
        try (Writer writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
                JsonGenerator generator = new JsonFactory().createGenerator(writer)) {
            generator.useDefaultPrettyPrinter();
            new MetaFile(generator).write(result);
            generator.writeRaw('\n');
        } catch (final IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    private void write(final RunResult result) throws IOException {
        json.writeStartObject();
        run(result.facts(), result.session());
        assumptions(result.facts().venue(), result.statistics());
        results(result.facts(), result.statistics());
        json.writeEndObject();
    }

    private void run(final RunFacts facts, final SessionSummary session) throws IOException {
        json.writeStringField("runId", facts.runId());
        json.writeStringField("buildHash", facts.buildHash());
        json.writeStringField("configHash", facts.configHash());
        json.writeStringField("commandHash", session.commandHash());
        json.writeStringField("stateHash", session.stateHash());
        json.writeNumberField("bars", session.bars());
        json.writeNumberField("historicalBars", session.historicalBars());
        json.writeNumberField("events", session.events());
        json.writeNumberField("commands", session.commands());
        json.writeStringField("firstTime", time.of(session.firstTimeNs()));
        json.writeStringField("lastTime", time.of(session.lastTimeNs()));
        json.writeBooleanField("stopped", session.stopped());
        strings("strategies", facts.strategies());
        json.writeArrayFieldStart("instruments");
        for (final InstrumentDefinition instrument : facts.instruments()) {
            instrument(instrument);
        }
        json.writeEndArray();
        strings("data", facts.data());
        strings("overrides", facts.overrides());
        json.writeObjectFieldStart("parameters");
        for (final Map.Entry<String, String> parameter : facts.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
    }

    private void strings(final String name, final Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (final String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void instrument(final InstrumentDefinition instrument) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", instrument.instrumentId());
        json.writeStringField("symbol", instrument.symbol());
        json.writeStringField("baseCurrency", instrument.baseCurrency());
        json.writeStringField("quoteCurrency", instrument.quoteCurrency());
        decimal("tickSize", instrument.tickSize(), instrument.priceDecimals());
        decimal("lotSize", instrument.lotSize(), instrument.quantityDecimals());
        decimal("minNotional", instrument.minNotional(), Money.DECIMALS);
        json.writeEndObject();
    }

    private void assumptions(final VenueConfig venue, final RunStatistics statistics) throws IOException {
        final FeeSchedule fees = venue.fees();
        json.writeObjectFieldStart("assumptions");
        strings("fills", FillAssumptions.sentences(venue));
        decimal("makerFee", fees.makerE8(), RATE_DECIMALS);
        decimal("takerFee", fees.takerE8(), RATE_DECIMALS);
        decimal("feePerUnit", fees.perUnit(), Money.DECIMALS);
        decimal("minFeePerOrder", fees.minPerOrder(), Money.DECIMALS);
        decimal("slippage", venue.slippageE8(), RATE_DECIMALS);
        decimal("maxParticipation", venue.maxParticipationE8(), RATE_DECIMALS);
        decimal("leverage", venue.leverageE8(), RATE_DECIMALS);
        json.writeBooleanField("allowShort", venue.allowShort());
        json.writeStringField("calendar", venue.calendar().name());
        json.writeNumberField("barPeriodNs", statistics.periodNs());
        number("periodsPerYear", statistics.metrics().periodsPerYear());
        json.writeNumberField("riskFreeRate", 0);
        json.writeEndObject();
    }

    private void results(final RunFacts facts, final RunStatistics statistics) throws IOException {
        final Metrics metrics = statistics.metrics();
        json.writeObjectFieldStart("results");
        json.writeStringField("currency", facts.currency());
        decimal("equityStart", statistics.equityStart(), Money.DECIMALS);
        decimal("equityFinal", statistics.equityFinal(), Money.DECIMALS);
        decimal("fees", statistics.fees(), Money.DECIMALS);
        decimal("turnover", statistics.turnover(), Money.DECIMALS);
        json.writeNumberField("orders", statistics.orders().submitted());
        json.writeNumberField("fills", statistics.orders().fills());
        json.writeNumberField("trades", statistics.trades());
        number("totalReturn", metrics.totalReturn());
        number("cagr", metrics.cagr());
        number("annualVolatility", metrics.annualVolatility());
        number("sharpe", metrics.sharpe());
        number("sharpeDaily", metrics.sharpeDaily());
        number("sortino", metrics.sortino());
        number("calmar", metrics.calmar());
        number("maxDrawdown", metrics.maxDrawdown());
        number("winRate", metrics.winRate());
        number("profitFactor", metrics.profitFactor());
        number("exposure", metrics.exposure());
        json.writeEndObject();
    }

    /** JSON has no NaN: what is undefined is null. */
    private void number(final String name, final double value) throws IOException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void decimal(final String name, final long value, final int decimals) throws IOException {
        final BigDecimal decimal = BigDecimal.valueOf(value, decimals).stripTrailingZeros();
        json.writeNumberField(name, decimal.scale() < 0 ? decimal.setScale(0) : decimal);
    }
}
