package reprise.simulation.peer;

import java.util.List;

/** Something that a peer ran and published, run by us. */
interface PeerCase {
    /** By which the documentation names it. */
    String title();

    /** Runs it and compares. */
    List<Figure> figures();
}
