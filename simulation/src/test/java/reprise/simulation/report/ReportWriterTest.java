package reprise.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.research.performance.EquityCurve;
import reprise.simulation.TestMarket;
import reprise.simulation.results.BreakdownRow;
import reprise.simulation.results.DrawdownSpan;
import reprise.simulation.results.Figures;
import reprise.simulation.results.RunStatistics;

class ReportWriterTest {
    private static final Set<String> VOID = Set.of("meta", "input", "br", "link", "img");

    /** 100 days of hours, a trade every few. */
    private static ReportRun ordinaryRun() {
        return ReportRun.of(2_400, 60 * TestMarket.MINUTE_NS, 5);
    }

    private static String between(final String page, final String start, final String end) {
        final int from = page.indexOf(start);
        assertThat(from).as("place of " + start).isNotNegative();
        return page.substring(from + start.length(), page.indexOf(end, from + start.length()));
    }

    private static String figure(final String page, final String name) {
        return between(page, "<dt>" + name + "</dt><dd", "</dd>").replaceFirst("^[^>]*>", "");
    }

    /** What a browser reads as data. */
    private static String json(final String page) {
        return between(page, "<script type=\"application/json\" id=\"run\">", "</script>");
    }

    @Test
    void shouldShowTheFiguresOfTheRun() {
        final ReportRun run = ordinaryRun();
        final RunStatistics statistics = run.result().statistics();

        final String page = run.page();

        assertThat(statistics.trades()).isGreaterThan(200);
        assertThat(figure(page, "Total return"))
                .isEqualTo(Figures.percent(statistics.metrics().totalReturn()));
        assertThat(figure(page, "Sharpe"))
                .isEqualTo(Figures.ratio(statistics.metrics().sharpe()));
        assertThat(figure(page, "Max drawdown"))
                .isEqualTo(Figures.percent(statistics.metrics().maxDrawdown()));
        assertThat(figure(page, "Fees")).isEqualTo(Figures.money(statistics.fees()));
        assertThat(figure(page, "Ended")).isEqualTo(Figures.count(statistics.trades()));
        assertThat(figure(page, "Equity at end")).isEqualTo(Figures.money(statistics.equityFinal()) + " USDT");
        assertThat(figure(page, "Expectancy"))
                .isEqualTo(Figures.money((statistics.grossProfit() + statistics.grossLoss()) / statistics.trades()));
        assertThat(page)
                .contains(
                        run.result().session().commandHash(),
                        run.result().session().stateHash())
                .contains("<pre id=\"command\" tabindex=\"0\">./reprise backtest &#39;patient.yaml&#39;</pre>");
    }

    @Test
    void shouldSayThatEquityHasARowOnlyWhereItChanged() {
        assertThat(ordinaryRun().page())
                .contains("equity.csv has a row whenever equity changed and at the end of each day,"
                        + " and until the next row it is what that row says");
    }

    @Test
    void shouldShowNoReturnAYearOfAShortRun() {
        final String page = ReportRun.of(5_000, TestMarket.MINUTE_NS, 30).page();
        final String ordinary = ordinaryRun().page();

        for (final String name : List.of("CAGR", "Calmar, from bars", "Martin ratio", "Alpha, year")) {
            assertThat(figure(page, name)).as(name).isEqualTo("-");
            assertThat(figure(ordinary, name)).as(name).isNotEqualTo("-");
        }
        assertThat(figure(page, "Sharpe")).isNotEqualTo("-");
        assertThat(page).contains("is given of 30 days or more and undefined of fewer");
    }

    @Test
    void shouldDrawDaysOfAnOrdinaryRunAndHoursOfAShortOne() {
        assertThat(ordinaryRun().page())
                .contains("Distribution of returns by days", "Rolling Sharpe ratio over 90 days");
        assertThat(ReportRun.of(5_000, TestMarket.MINUTE_NS, 30).page())
                .contains("Distribution of returns by hours", "Rolling Sharpe ratio over 21 hours");
    }

    @Test
    void shouldDrawTheHoursOfTheCurveItself() {
        final ReportRun run = ReportRun.of(5_000, TestMarket.MINUTE_NS, 30);
        run.page();

        final EquityCurve hours = run.collected().hours().equity();

        // 83 hours and a third of one.
        assertThat(hours.size()).isEqualTo(85);
        assertThat(hours.totalReturn())
                .isCloseTo(run.result().statistics().metrics().totalReturn(), offset(1e-12));
    }

    @Test
    void shouldWriteTheSameBytesForTheSameRun(@TempDir final Path directory) throws IOException {
        final ReportRun run = ordinaryRun();
        final Path file = ReportWriter.write(directory, run.result(), run.facts(), run.collected());

        final ReportRun again = ordinaryRun();
        assertThat(again.page()).isEqualTo(run.page()).isEqualTo(Files.readString(file));
        assertThat(file).hasFileName("report.html");
    }

    @Test
    void shouldAskNothingOfAnybody() {
        final String page = ordinaryRun().page();

        // Not even in a comment; nor by an element, a rule or a function that could load something.
        assertThat(page)
                .doesNotContain("http:", "https:", "src=", "@import", "url(", "<link", "<iframe", "<img")
                .doesNotContain("fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "import(", "eval(", "Worker(");
        assertThat(Pattern.compile("href=\"(?!#)").matcher(page).find()).isFalse();
    }

    @Test
    void shouldAllowItsOwnScriptAndStyleOnly() throws NoSuchAlgorithmException {
        final String page = ordinaryRun().page();
        final String policy = between(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">");

        assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'sha256-" + sha256(between(page, "<script>", "</script>")) + "'")
                .contains("style-src 'sha256-" + sha256(between(page, "<style>", "</style>")) + "'")
                .doesNotContain("unsafe");
        assertThat(page).doesNotContain("style=\"").doesNotContainPattern("<[^>]* on[a-z]+=");
    }

    private static String sha256(final String text) throws NoSuchAlgorithmException {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldEscapeWhateverUsersName() throws IOException {
        final String evil = "</script><script>alert('&\"1\"')</script>";
        final String symbol = "<script>alert(2)</script>";
        final String page =
                ReportRun.of(300, TestMarket.MINUTE_NS, 5, symbol, evil).page();

        assertThat(Pattern.compile("<script").matcher(page).results().count()).isEqualTo(2);
        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;/script&gt;&lt;script&gt;alert(&#39;&amp;&quot;1&quot;&#39;)&lt;/script&gt;")
                .contains("&lt;script&gt;alert(2)&lt;/script&gt;");
        assertThat(texts(json(page))).contains(evil, symbol);
    }

    private static List<String> texts(final String json) throws IOException {
        final List<String> texts = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    texts.add(parser.getText());
                }
            }
        }
        return texts;
    }

    @Test
    void shouldShowWhatEachStrategyCameToOnEachInstrumentWhereThereAreTwoOfBoth() {
        final ReportRun run = ReportRun.ofTwoOnTwo("first", "<b>");
        final List<BreakdownRow> rows =
                run.result().statistics().measures().breakdown().strategyInstruments();

        final String table =
                between(run.page(), "<caption>By strategy and instrument, ended trades</caption>", "</table>");

        assertThat(rows).hasSize(4);
        final List<String> names = List.of("first", "first", "&lt;b&gt;", "&lt;b&gt;");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(table)
                    .containsPattern("<tr><th scope=\"row\">" + names.get(i) + "</th><th scope=\"row\">"
                            + rows.get(i).names().get(1) + "</th><td class=\"num (gain|loss)\">"
                            + Figures.money(rows.get(i).pnl()) + "</td>");
        }
        assertThat(table).contains("<th scope=\"col\">Strategy</th><th scope=\"col\">Instrument</th>");
        assertThat(ordinaryRun().page()).doesNotContain("By strategy and instrument");
    }

    /** The sum of one table is that of the other; what is open is in neither. */
    @Test
    void shouldShowWhatOfAStrategyIsOfEndedTradesAndWhatItsSharpeRatioIsOf() {
        final ReportRun run = ReportRun.of(2_396, 60 * TestMarket.MINUTE_NS, 5);
        final RunStatistics statistics = run.result().statistics();
        final long ended =
                statistics.measures().breakdown().instruments().get(0).pnl();
        final long all = statistics.strategies().strategies().get(0).pnl();

        final String page = run.page();

        assertThat(statistics.openTrades()).hasSize(1);
        assertThat(all).isNotEqualTo(ended).isEqualTo(statistics.equityFinal() - statistics.equityStart());
        assertThat(between(page, "<caption>By strategy, with open positions</caption>", "</table>"))
                .containsSubsequence(
                        ">P&amp;L<",
                        ">Of ended trades<",
                        ">Sharpe of daily P&amp;L<",
                        ">" + Figures.money(all) + "<",
                        ">" + Figures.money(ended) + "<");
        assertThat(between(page, "<caption>By instrument, ended trades</caption>", "</table>"))
                .contains(">" + Figures.money(ended) + "<");
        assertThat(between(page, ">Sharpe of daily P&amp;L<", "<caption>"))
                .contains("Its Sharpe ratio is that of its daily P&amp;L, as on constant capital;");
    }

    @Test
    void shouldShowTradesByTheMonthInWhichTheyEnded() {
        final ReportRun run = ordinaryRun();
        final List<BreakdownRow> months =
                run.result().statistics().measures().breakdown().months();

        final String table = between(run.page(), "<caption>By month of exit, ended trades</caption>", "</table>");

        assertThat(months).hasSize(4).first().extracting(BreakdownRow::name).isEqualTo("2024-01");
        assertThat(months)
                .allSatisfy(month -> assertThat(table)
                        .containsPattern("<tr><th scope=\"row\">" + month.name() + "</th><td class=\"num (gain|loss)\">"
                                + Figures.money(month.pnl()) + "</td>"));
    }

    @Test
    void shouldSayHowLongTheDeepestDrawdownLasted() {
        final ReportRun run = ordinaryRun();
        final RunStatistics statistics = run.result().statistics();
        final DrawdownSpan span = statistics.metrics().maxDrawdownSpan();
        final long endNs = span.isRecovered() ? span.endNs() : statistics.lastTimeNs();

        assertThat(figure(run.page(), "  lasted"))
                .isEqualTo(Figures.duration(endNs - span.startNs()) + (span.isRecovered() ? "" : " so far"));
    }

    @Test
    void shouldCloseEveryElementThatItOpens() {
        assertClosed(ordinaryRun().page());
        assertClosed(ReportRun.ofTwoOnTwo("first", "second").page());
    }

    private static void assertClosed(final String page) {
        final String body = page.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>|<!--.*?-->|<!DOCTYPE html>", "");
        final Deque<String> open = new ArrayDeque<>();
        final Matcher tag = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>").matcher(body);
        while (tag.find()) {
            if (tag.group(1).isEmpty()) {
                if (!VOID.contains(tag.group(2))) {
                    open.push(tag.group(2));
                }
            } else {
                assertThat(open.pop()).as("open at " + tag.start()).isEqualTo(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
        assertThat(body).doesNotContain("{{").doesNotContain("NaN").doesNotContain("null");
    }

    @Test
    void shouldNameEveryControl() {
        final String page = ordinaryRun().page();
        final Matcher control = Pattern.compile("<(select|input)[^>]*>").matcher(page);
        while (control.find()) {
            final String before = page.substring(0, control.start());
            assertThat(before.lastIndexOf("<label")).as(control.group()).isGreaterThan(before.lastIndexOf("</label>"));
        }
        final Matcher chart = Pattern.compile("<div class=\"plot[^>]*>").matcher(page);
        int charts = 0;
        while (chart.find()) {
            charts++;
            assertThat(chart.group()).contains("tabindex=\"0\"").containsPattern("aria-label=\"[^\"]+\"");
        }
        assertThat(charts).isEqualTo(6);
    }

    @Test
    void shouldReportARunWithoutBars() {
        final String page = ReportRun.of(0, TestMarket.MINUTE_NS, 5).page();

        assertThat(figure(page, "Sharpe")).isEqualTo("-");
        assertThat(page).contains("no bars").doesNotContain("NaN").doesNotContain("{{");
    }

    @Test
    void shouldReportARunWithoutTrades() {
        final String page = ReportRun.of(500, TestMarket.MINUTE_NS, 1_000).page();

        assertThat(figure(page, "Win rate")).isEqualTo("-");
        assertThat(page).contains("All 0 trades").doesNotContain("NaN");
    }
}
