package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.message.CommandPublisher;
import reprise.message.Envelope;
import reprise.message.Templates;
import reprise.port.UnjournaledLog;
import reprise.time.EngineClock;

class CommandRouterTest {
    private final List<String> received = new ArrayList<>();
    private final CommandRouter router = new CommandRouter((buffer, offset, lengthBytes) ->
            received.add(Templates.name(Envelope.templateId(buffer, offset)) + " " + lengthBytes));
    private final CommandBatch commands = new CommandBatch(16);
    private final CommandPublisher publisher = new CommandPublisher(commands, new EngineClock());

    @Test
    void shouldHandRequestsToVenuesAndDecisionsToNobody() {
        publisher.cancelOrder(7, 1);
        publisher.reconciliationConcluded(1, 0, 0);
        publisher.queryOrder(7, 1);

        final CommandJournaler journaler = new CommandJournaler(new UnjournaledLog());
        commands.drainTo(journaler, router);

        assertThat(journaler.count()).isEqualTo(3);
        assertThat(received).containsExactly("CancelOrder 44", "QueryOrder 44");
    }
}
