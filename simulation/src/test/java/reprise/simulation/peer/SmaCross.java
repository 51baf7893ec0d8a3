package reprise.simulation.peer;

import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.number.Rounding;

/**
 * All equity long when a fast average crosses a slow one upwards, short when it crosses it downwards. As the peer does it, the size is that
 * which the price of the fill allows, which nobody knows when ordering: the opens are told beforehand.
 */
final class SmaCross extends PeerStrategy {
    /** Positions stay open at the end. */
    static final int STAYS_OPEN = -1;

    private final int fastBars;
    private final int slowBars;
    private final long[] opens;
    private final long feeE8;
    private final int lastBar;
    private Line fast;
    private Line slow;
    private double fastBefore = Double.NaN;
    private double slowBefore = Double.NaN;
    private int bar;

    SmaCross(final int fastBars, final int slowBars, final long[] opens, final long feeE8, final int lastBar) {
        this.fastBars = fastBars;
        this.slowBars = slowBars;
        this.opens = opens;
        this.feeE8 = feeE8;
        this.lastBar = lastBar;
        // The first call comes with the first bar that has both averages.
        bar = slowBars - 2;
    }

    @Override
    void begin() {
        final Instrument instrument = context().instrument(0);
        fast = context().indicator(instrument, "sma:" + fastBars);
        slow = context().indicator(instrument, "sma:" + slowBars);
    }

    @Override
    public void onBar(final Instrument instrument) {
        bar++;
        if (bar + 1 == lastBar) {
            trade(instrument, -held(instrument));
        } else if (fastBefore < slowBefore && fast.value() > slow.value()) {
            turn(instrument, 1);
        } else if (fastBefore > slowBefore && fast.value() < slow.value()) {
            turn(instrument, -1);
        }
        fastBefore = fast.value();
        slowBefore = slow.value();
    }

    private void turn(final Instrument instrument, final int direction) {
        if (bar + 1 >= opens.length) {
            return;
        }
        final long open = opens[bar + 1];
        final long held = held(instrument);
        final long equity = context().equity()
                + instrument.notional(open - instrument.bar().close(), held)
                - fee(Math.abs(instrument.notional(open, held)));
        trade(instrument, -held);
        final long unit = instrument.notional(open, 1);
        trade(instrument, direction * Math.max(0, equity / (unit + fee(unit))));
    }

    private long fee(final long notional) {
        return Money.fraction(notional, feeE8, Rounding.CEILING);
    }
}
