package reprise.message;

import org.agrona.DirectBuffer;

/**
 * Turns the bytes of a command or a decision back into exactly one call. Single-threaded; allocates nothing.
 */
public final class CommandDispatcher {
    private final RequestDispatcher requests;
    private final DecisionDispatcher decisions;

    /**
     * A dispatcher that calls a target for each of the two vocabularies.
     *
     * @param commands is called once per command.
     * @param decisions is called once per decision.
     */
    public CommandDispatcher(final EngineCommands commands, final EngineDecisions decisions) {
        this.requests = new RequestDispatcher(commands);
        this.decisions = new DecisionDispatcher(decisions);
    }

    /**
     * Makes the call that a record stands for.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @throws IllegalStateException if the record is not one of these messages, or of another schema: such a record is never skipped.
     */
    public void dispatch(final DirectBuffer buffer, final int offset) {
        final int templateId = Templates.checkedTemplateId(Envelope.kind(buffer, offset));
        if (templateId < Templates.FIRST_DECISION) {
            requests.dispatch(templateId, buffer, offset);
        } else {
            decisions.dispatch(templateId, buffer, offset);
        }
    }
}
