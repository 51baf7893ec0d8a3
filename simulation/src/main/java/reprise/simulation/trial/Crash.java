package reprise.simulation.trial;

/** The process dies here. */
final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process dies");
    }
}
