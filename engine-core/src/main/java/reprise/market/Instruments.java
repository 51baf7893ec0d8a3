package reprise.market;

import java.util.Arrays;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/** All instruments by dense id. Grows only while instruments are defined, before trading; part of replayed state. */
public final class Instruments implements Snapshotable {
    private Instrument[] byId = {};

    /**
     * Adds an instrument; called by the core only.
     *
     * @param definition whose id must be the next free one.
     * @return the new instrument.
     */
    public Instrument define(final InstrumentDefinition definition) {
        if (definition.instrumentId() != byId.length) {
            throw new IllegalStateException("instrument ids must be dense: expected=" + byId.length + ", got="
                    + definition.instrumentId() + ", symbol=" + definition.symbol());
        }
        final Instrument instrument = new Instrument(definition);
        add(instrument);
        return instrument;
    }

    private void add(final Instrument instrument) {
        byId = Arrays.copyOf(byId, byId.length + 1);
        byId[byId.length - 1] = instrument;
    }

    /**
     * Whether an id is defined.
     *
     * @param instrumentId from anywhere.
     * @return whether {@link #get} would answer.
     */
    public boolean isDefined(final int instrumentId) {
        return instrumentId >= 0 && instrumentId < byId.length;
    }

    /**
     * The instrument of an id.
     *
     * @param instrumentId a defined id.
     * @return the instrument.
     */
    public Instrument get(final int instrumentId) {
        if (!isDefined(instrumentId)) {
            throw new IllegalStateException(
                    "no such instrument: instrumentId=" + instrumentId + ", defined=" + byId.length);
        }
        return byId[instrumentId];
    }

    /**
     * The instrument of a symbol; a linear search, for start-up.
     *
     * @param symbol exact name.
     * @return the instrument.
     */
    public Instrument get(final String symbol) {
        for (int i = 0; i < byId.length; i++) {
            if (byId[i].symbol().equals(symbol)) {
                return byId[i];
            }
        }
        throw new IllegalStateException("no such instrument: symbol=" + symbol);
    }

    /**
     * How many instruments are defined.
     *
     * @return count; ids run from 0 to one less.
     */
    public int count() {
        return byId.length;
    }

    @Override
    public void exchange(final StateExchange state) {
        final int count = state.count("instruments", byId.length, Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            if (state.isRestoring()) {
                add(Instrument.restored(state, i));
            } else {
                byId[i].exchange(state);
            }
        }
    }
}
