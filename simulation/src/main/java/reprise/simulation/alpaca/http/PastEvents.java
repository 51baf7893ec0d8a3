package reprise.simulation.alpaca.http;

import java.util.List;

/** What streams have told of orders. Asked under the venue's lock. */
@FunctionalInterface
public interface PastEvents {
    /**
     * Events of a span of time.
     *
     * @param sinceNs the earliest, nanoseconds since the epoch.
     * @param untilNs the latest.
     * @param sinceId the least id; empty for any.
     * @param untilId the greatest id; empty for any.
     * @return each as JSON, in their order.
     */
    List<String> between(long sinceNs, long untilNs, String sinceId, String untilId);
}
