package reprise.market;

import java.util.ArrayList;
import java.util.List;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/** All instruments by dense id. Grows only while instruments are defined, before trading; part of replayed state. */
public final class Instruments implements Snapshotable {
    private final List<Instrument> byId = new ArrayList<>();

    /**
     * Adds an instrument; called by the core only.
     *
     * @param definition whose id must be the next free one.
     * @return the new instrument.
     */
    public Instrument define(final InstrumentDefinition definition) {
        if (definition.instrumentId() != byId.size()) {
            throw new IllegalStateException("instrument ids must be dense: expected=" + byId.size() + ", got="
                    + definition.instrumentId() + ", symbol=" + definition.symbol());
        }
        final Instrument instrument = new Instrument(definition);
        byId.add(instrument);
        return instrument;
    }

    /**
     * Whether an id is defined.
     *
     * @param instrumentId from anywhere.
     * @return whether {@link #get} would answer.
     */
    public boolean isDefined(final int instrumentId) {
        return instrumentId >= 0 && instrumentId < byId.size();
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
                    "no such instrument: instrumentId=" + instrumentId + ", defined=" + byId.size());
        }
        return byId.get(instrumentId);
    }

    /**
     * The instrument of a symbol; a linear search, for start-up.
     *
     * @param symbol exact name.
     * @return the instrument.
     */
    public Instrument get(final String symbol) {
        for (int i = 0; i < byId.size(); i++) {
            if (byId.get(i).symbol().equals(symbol)) {
                return byId.get(i);
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
        return byId.size();
    }

    @Override
    public void exchange(final StateExchange state) {
        final int count = state.count("instruments", byId.size(), Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            if (state.isRestoring()) {
                byId.add(Instrument.restored(state, i));
            } else {
                byId.get(i).exchange(state);
            }
        }
    }
}
