package reprise.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.simulation.data.TickReport;

/** What was found in a file of ticks, as JSON. */
final class TickFindings {
    private TickFindings() {}

    static Map<String, Object> fields(final TickReport report) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("command", "data inspect");
        fields.put("file", report.facts().source());
        fields.put("format", report.facts().format());
        fields.put("compression", report.facts().compression());
        fields.put("time", report.facts().timeForm());
        fields.put("zone", report.facts().zone().toString());
        fields.put("instruments", report.facts().symbols());
        final List<Map<String, Object>> parts = new ArrayList<>();
        report.parts().forEach(part -> parts.add(part(part)));
        fields.put("ticks", parts);
        fields.put("notes", report.facts().notes());
        return fields;
    }

    private static Map<String, Object> part(final TickReport.Part part) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("instrument", part.symbol());
        fields.put("kind", part.kind().name());
        fields.put("count", part.quality().ticks());
        fields.put("first", part.first());
        fields.put("last", part.last());
        fields.put("lowestPrice", part.lowestPrice());
        fields.put("highestPrice", part.highestPrice());
        fields.put("priceDecimals", part.priceDecimals());
        fields.put("quantityDecimals", part.quantityDecimals());
        fields.put("longestSilenceNs", part.quality().longestSilenceNs());
        fields.put("findings", part.findings());
        fields.put("messages", part.messages());
        return fields;
    }
}
