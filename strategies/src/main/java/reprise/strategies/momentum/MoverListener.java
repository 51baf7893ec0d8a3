package reprise.strategies.momentum;

import reprise.market.Instrument;
import reprise.signal.Mover;

/** Is told of movers as they are detected and as they end. */
@FunctionalInterface
interface MoverListener {
    /** The mover is read during the call only. */
    void onMover(Instrument instrument, Mover mover);
}
