package reprise.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import reprise.message.Templates;

/** What the publishers of a pipeline share: the counts of who waited for the input ring, and of the quotes that nobody will see. */
final class InputCounters {
    private final WaitCounter marketData = new WaitCounter();
    private final WaitCounter orders = new WaitCounter();
    private final WaitCounter operator = new WaitCounter();
    private final AtomicLong conflatedQuotes = new AtomicLong();

    /** A message of that template had to wait. */
    void waited(final int templateId, final long ns) {
        if (Templates.isMarketEvent(templateId)) {
            marketData.waited(ns);
        } else if (Templates.isOperatorEvent(templateId)) {
            operator.waited(ns);
        } else {
            orders.waited(ns);
        }
    }

    void conflated() {
        conflatedQuotes.incrementAndGet();
    }

    PipelineLoad.Waits marketData() {
        return marketData.waits();
    }

    PipelineLoad.Waits orders() {
        return orders.waits();
    }

    PipelineLoad.Waits operator() {
        return operator.waits();
    }

    long conflatedQuotes() {
        return conflatedQuotes.get();
    }
}
