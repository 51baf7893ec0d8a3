package reprise.simulation.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Compares lists of what was filled. */
final class PeerFills {
    private PeerFills() {}

    /** Both lists must be the same, line by line. */
    static Figure compare(final String name, final String what, final List<String> theirs, final List<String> ours) {
        assertThat(ours).as(name).isEqualTo(theirs);
        return Figure.equal(name, theirs.size() + " " + what, ours.size() + " " + what);
    }
}
