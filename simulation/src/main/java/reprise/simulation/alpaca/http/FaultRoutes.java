package reprise.simulation.alpaca.http;

import java.util.Map;
import reprise.simulation.alpaca.account.Refusal;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.fault.Faults;

/** Lets tests of a client in another process set faults. Needs no keys: who can reach it may. */
final class FaultRoutes {
    static final String BASE = "/fault/";

    private static final int MOST_TIMES = 1_000;
    private static final int MOST_MS = 3_600_000;

    private final Faults faults;

    FaultRoutes(final Faults faults) {
        this.faults = faults;
    }

    Reply handle(final Request request) {
        if (!request.method().equals("POST")) {
            return Reply.message(405, "POST sets a fault");
        }
        try {
            final FaultKind kind = FaultKind.parse(request.path().substring(BASE.length()));
            final int times = request.whole("times", 1, MOST_TIMES);
            final long ms = request.query("ms", "0").equals("0") ? 0 : request.whole("ms", 1, MOST_MS);
            faults.set(new Fault(kind, request.query("where", ""), times, ms));
            return Reply.ok(Map.of("fault", kind.text()));
        } catch (final IllegalArgumentException | Refusal e) {
            return Reply.message(422, e.getMessage());
        }
    }
}
