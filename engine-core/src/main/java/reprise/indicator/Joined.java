package reprise.indicator;

import reprise.state.StateExchange;

/** A line of one set as another set sees it, so that windows there count the bars of that set. Constant time. */
final class Joined extends Indicator {
    private final Line line;

    Joined(final Line line) {
        this.line = line;
    }

    @Override
    protected void update() {
        emit(line.value());
    }

    @Override
    protected void state(final StateExchange state) {
        // Remembers nothing.
    }
}
