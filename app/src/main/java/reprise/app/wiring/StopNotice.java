package reprise.app.wiring;

import reprise.app.output.Render;
import reprise.core.EngineCore;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.pipeline.OrderlyStop;

/** Says in a line what a stopped run leaves behind at its venue. */
final class StopNotice {
    private StopNotice() {}

    static String of(final EngineCore core) {
        final int unanswered = OrderlyStop.unanswered(core.orders());
        final int held = held(core.orders());
        final int working = core.orders().openCount() - unanswered - held;
        return "reprise: stopped after event " + Render.count(core.sequence()) + ": " + Render.count(working)
                + " orders work on at the venue, " + Render.count(held) + " are held, " + Render.count(positions(core))
                + " positions are open"
                + (unanswered == 0
                        ? "; the venue has answered all"
                        : "; " + Render.count(unanswered)
                                + " orders have no answer and will be asked for at the next start");
    }

    private static int held(final Orders orders) {
        int count = 0;
        for (int i = 0; i < orders.openCount(); i++) {
            count += orders.openAt(i).state() == OrderState.HELD ? 1 : 0;
        }
        return count;
    }

    private static int positions(final EngineCore core) {
        int count = 0;
        for (int id = 0; id < core.instruments().count(); id++) {
            count += core.portfolio().net(id).quantity() == 0 ? 0 : 1;
        }
        return count;
    }
}
