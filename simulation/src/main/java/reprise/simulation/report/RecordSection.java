package reprise.simulation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.simulation.results.Figures;
import reprise.simulation.results.FillAssumptions;
import reprise.simulation.results.MetricConventions;
import reprise.simulation.results.RunFacts;
import reprise.simulation.results.RunResult;
import reprise.simulation.venue.Delay;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.LatencyModel;
import reprise.simulation.venue.VenueConfig;

/** What a run was made of: assumptions, conventions, data, hashes. Enough to do it again, and to doubt it. */
final class RecordSection {
    private static final int MILLISECOND_DECIMALS = 6;

    private RecordSection() {}

    /** A list of sentences. */
    static String assumptions(final RunResult result) {
        final Html html = new Html().raw(facts(costs(result.facts()))).raw("<ul>");
        FillAssumptions.sentences(result.facts().venue()).forEach(sentence -> html.element("li", sentence));
        html.raw("</ul>\n").element("h3", "Conventions").raw("<ul>");
        MetricConventions.sentences(result).forEach(sentence -> html.element("li", sentence));
        return html.raw("</ul>").toString();
    }

    private static Map<String, String> costs(final RunFacts facts) {
        final VenueConfig venue = facts.venue();
        final FeeSchedule fees = venue.fees();
        final Map<String, String> costs = new LinkedHashMap<>();
        costs.put("Fees, maker", Figures.basisPoints(fees.makerE8()) + " bp");
        costs.put("Fees, taker", Figures.basisPoints(fees.takerE8()) + " bp");
        if (fees.perUnit() != 0 || fees.minPerOrder() != 0) {
            costs.put("Fee per unit", amount(fees.perUnit(), facts.currency()));
            costs.put("Least fee of an order", amount(fees.minPerOrder(), facts.currency()));
        }
        costs.put("Slippage of market orders", Figures.basisPoints(venue.slippageE8()) + " bp");
        final LatencyModel latency = venue.latency();
        costs.put(
                "Latency on average",
                "market data " + milliseconds(latency.feed()) + ", orders " + milliseconds(latency.orders())
                        + ", reports " + milliseconds(latency.reports()));
        costs.put("Short selling", venue.allowShort() ? "allowed" : "not allowed");
        return costs;
    }

    private static String amount(final long money, final String currency) {
        return Decimals.formatShort(money, Money.DECIMALS) + " " + currency;
    }

    private static String milliseconds(final Delay delay) {
        return Decimals.formatShort(delay.meanNs(), MILLISECOND_DECIMALS) + " ms";
    }

    /** A block for each source. */
    static String data(final List<DataSource> sources) {
        final Html html = new Html();
        for (final DataSource source : sources) {
            html.raw("<section class=\"source\">").element("h3", source.name());
            if (source.facts().isEmpty()) {
                html.element("p", "note", "Nothing was read from a file: there is nothing to find fault with.");
            } else {
                html.raw(facts(source.facts()));
            }
            if (!source.findings().isEmpty()) {
                html.raw("<ul>");
                source.findings().forEach(finding -> html.element("li", finding));
                html.raw("</ul>");
            }
            html.raw("</section>\n");
        }
        return html.toString();
    }

    /** The hashes that make a run comparable with another. */
    static String hashes(final RunResult result) {
        final RunFacts facts = result.facts();
        final Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put("Program", facts.buildHash());
        hashes.put("Configuration", facts.configHash());
        hashes.put(
                "Commands (" + Figures.count(result.session().commands()) + ")",
                result.session().commandHash().isEmpty()
                        ? "not all were read; replay tells"
                        : result.session().commandHash());
        hashes.put(
                "Final state (" + Figures.count(result.session().events()) + " events)",
                result.session().stateHash());
        facts.parameters().forEach((name, value) -> hashes.put("Run with " + name, value));
        return facts(hashes);
    }

    private static String facts(final Map<String, String> facts) {
        final Html html = new Html().raw("<dl class=\"facts\">");
        facts.forEach((name, value) ->
                html.raw("<div>").element("dt", name).element("dd", value).raw("</div>"));
        return html.raw("</dl>").toString();
    }
}
