package reprise.app.command;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people ask for by one word and the state keeps in several sections. */
final class StateTopics {
    private static final Map<String, List<String>> SECTIONS = Map.of(
            "orders", List.of("openOrders", "endedOrders", "order", "outcomeWatch"),
            "groups", List.of("orderGroups", "orderGroup", "leg"),
            "positions", List.of("portfolio", "netPosition", "book"),
            "exits", List.of("exits", "protectiveStop"),
            "guard", List.of("dataGuard"),
            "monitor", List.of("riskMonitor", "roundTrips", "bookFlows"));

    private StateTopics() {}

    static Set<String> names() {
        return SECTIONS.keySet();
    }

    /** The sections of a topic; a section is its own topic. */
    static List<String> sections(final String name) {
        return SECTIONS.getOrDefault(name, List.of(name));
    }
}
