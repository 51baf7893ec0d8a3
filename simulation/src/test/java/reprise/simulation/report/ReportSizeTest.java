package reprise.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.simulation.TestMarket;
import reprise.simulation.results.RunFacts;
import reprise.simulation.results.RunResult;

class ReportSizeTest {
    private static final long MOST_BYTES = 2_000_000;
    private static final int INSTRUMENTS = 60;
    private static final int MINUTES = 60_000;
    private static final long STEP_NS = 120 * TestMarket.MINUTE_NS;

    private static List<InstrumentDefinition> instruments() {
        final List<InstrumentDefinition> all = new ArrayList<>();
        for (int i = 0; i < INSTRUMENTS; i++) {
            all.add(new InstrumentDefinition(i, 1, "SYMBOL-OF-A-LENGTH-" + i, "BTC", "USDT", 8, 8, 1, 10, 0));
        }
        return all;
    }

    /** Millions of bars over years, with figures of many digits; a hundred thousand trades. */
    private static ReportCollector longRun(final List<InstrumentDefinition> definitions) {
        final SplittableRandom random = new SplittableRandom(1);
        final ReportCollector collector = new ReportCollector(definitions);
        final List<Instrument> instruments =
                definitions.stream().map(Instrument::new).toList();
        long timeNs = TestMarket.START_NS;
        long equity = Money.parse("1234567.12345678");
        for (int i = 0; i < MINUTES; i++) {
            timeNs += STEP_NS;
            equity += random.nextLong(-Money.parse("999"), Money.parse("1000"));
            collector.onEquity(timeNs, equity, equity, equity / 3 + random.nextInt(1_000_000), -random.nextDouble());
            for (final Instrument instrument : instruments) {
                final long price = 1_234_567_890_123L + random.nextInt(1_000_000_000);
                instrument.bar().set(timeNs, STEP_NS, price, price, price, price, 1);
                collector.onBar(instrument);
            }
            collector.onTrade(KeptPartsTest.trade(
                    i + 1,
                    1 + i / INSTRUMENTS % 8,
                    i % INSTRUMENTS,
                    random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L),
                    false));
        }
        return collector;
    }

    @Test
    void shouldStayBelowTwoMegabytesHoweverLongTheRun() {
        final ReportRun small = ReportRun.of(100, TestMarket.MINUTE_NS, 5);
        final List<InstrumentDefinition> instruments = instruments();
        final RunFacts facts = small.result().facts();
        final RunResult result = new RunResult(
                new RunFacts(
                        facts.runId(),
                        facts.buildHash(),
                        facts.configHash(),
                        facts.currency(),
                        facts.venue(),
                        instruments,
                        List.of("a", "b", "c", "d", "e", "f", "g", "h"),
                        facts.data(),
                        facts.overrides(),
                        facts.parameters()),
                small.result().session(),
                small.result().statistics());
        final ReportFacts said = new ReportFacts("./reprise", "key: value\n".repeat(100_000), List.of());

        final String page = ReportWriter.page(result, said, longRun(instruments));

        assertThat((long) page.length()).isLessThan(MOST_BYTES);
        assertThat(page)
                .contains("The 3,000 trades that won or lost most, of 60,000; trades.csv has all of them.")
                .contains("The 40 of 60 instruments that traded most often.")
                .contains("... cut here");
    }
}
