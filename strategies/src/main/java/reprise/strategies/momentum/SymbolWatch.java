package reprise.strategies.momentum;

import reprise.calendar.SessionCalendar;
import reprise.market.Instrument;
import reprise.market.InstrumentStatus;
import reprise.market.Quote;
import reprise.state.StateExchange;

/**
 * What is known of one symbol of the universe: its usual day, its present session, and whether it moves. A bar costs the same whatever came
 * before, but for slots of five minutes that are skipped, each of which counts once. Fixed memory; allocates nothing after construction.
 */
final class SymbolWatch {
    private final Instrument instrument;
    private final DetectionSettings settings;
    private final TimeGrid grid;
    private final TimeProfile profile;
    private final SessionVolume usual;
    private final MinuteRing ring = new MinuteRing(FastMover.LONGEST);
    private final SymbolDays days = new SymbolDays();
    private final FastMover fast;
    private final SlowMover slow;
    private final FastMover.Moment moment;

    private int session = SessionCalendar.NO_SESSION;
    private int firstBucket;
    private int slot;
    private double price;
    private double slotOpen;
    private double slotHigh;
    private double slotLow;
    private double slotVolume;
    private double volumeSoFar;
    private double minute;

    SymbolWatch(final Instrument instrument, final DetectionSettings settings, final TimeGrid grid) {
        this.instrument = instrument;
        this.settings = settings;
        this.grid = grid;
        profile = new TimeProfile(grid.buckets(), settings.market().depth());
        usual = new SessionVolume(grid.maxSlots());
        fast = new FastMover(settings);
        slow = new SlowMover(settings.slow());
        moment = new FastMover.Moment(
                ring, usual, days, profile, settings.market().minutes());
    }

    Instrument instrument() {
        return instrument;
    }

    FastMover fast() {
        return fast;
    }

    SlowMover slow() {
        return slow;
    }

    /** The session that it is in, or was in last before it ended. */
    int session() {
        return session;
    }

    /** The session is over: what is left of it passed without a bar. Returns the highest volume sum in it. */
    double endSession() {
        final int slots = grid.slots(session);
        while (slot < slots) {
            endSlot();
        }
        days.end();
        session = SessionCalendar.NO_SESSION;
        return slow.takeHighest();
    }

    /** A bar closed in a session. Returns whether a slot ended with it, or before it. */
    boolean onBar(final int barSession, final double barMinute) {
        final double open = instrument.toDouble(instrument.bar().open());
        if (session != barSession) {
            begin(barSession, open);
        }
        final int before = slot;
        final int barSlot = TimeGrid.slotBefore(barMinute);
        while (slot < barSlot) {
            endSlot();
        }
        final double close = instrument.toDouble(instrument.bar().close());
        final double volume = instrument.quantityToDouble(instrument.bar().volume());
        take(close, volume);
        minute = barMinute;
        if (barMinute >= (double) (slot + 1) * TimeGrid.SLOT_MINUTES) {
            endSlot();
        }
        return slot > before;
    }

    private void begin(final int barSession, final double open) {
        session = barSession;
        firstBucket = grid.firstBucket(session);
        slot = 0;
        price = open;
        slotVolume = 0;
        volumeSoFar = 0;
        beginSlot();
        profile.settle();
        usual.begin(profile, grid, firstBucket);
        final long barNs = instrument.bar().periodNs();
        ring.begin(instrument.bar().closeTimeNs() - barNs, open);
        days.begin(open);
        slow.begin();
    }

    private void take(final double close, final double volume) {
        price = close;
        slotHigh = Math.max(slotHigh, instrument.toDouble(instrument.bar().high()));
        slotLow = Math.min(slotLow, instrument.toDouble(instrument.bar().low()));
        slotVolume += volume;
        volumeSoFar += volume;
        ring.add(instrument.bar().closeTimeNs(), close, volume, close * volume);
        days.add(close, close * volume);
    }

    private void endSlot() {
        final int bucket = grid.bucket(firstBucket, slot);
        final double z = profile.volumeScore(bucket, slotVolume);
        slow.range(slotHigh, slotLow);
        slow.add(z, slotVolume, price - slotOpen, price * sigma(bucket, TimeGrid.SLOT_MINUTES));
        profile.add(bucket, Math.abs(price / slotOpen - 1), slotVolume);
        slot++;
        beginSlot();
    }

    private void beginSlot() {
        slotOpen = price;
        slotHigh = price;
        slotLow = price;
        slotVolume = 0;
    }

    /** The usual move in so many minutes at a time of day; NaN while unknown. */
    private double sigma(final int bucket, final int minutes) {
        return profile.shape(bucket)
                * days.sigma()
                * Math.sqrt((double) minutes / settings.market().minutes());
    }

    /** Whether enough is known of it, and it may be traded at all. */
    boolean passesGate() {
        final DetectionSettings.Gate gate = settings.gate();
        return days.count() >= gate.minSessions()
                && price >= settings.minPrice()
                && price <= settings.maxPrice()
                && days.meanValue() >= gate.minDailyValue()
                && instrument.status() == InstrumentStatus.TRADING
                && isTight(instrument.quote());
    }

    private boolean isTight(final Quote quote) {
        if (!quote.isSane()) {
            return true;
        }
        final double bid = instrument.toDouble(quote.bidPrice());
        final double ask = instrument.toDouble(quote.askPrice());
        return ask - bid <= settings.gate().maxSpread() * (ask + bid) / 2;
    }

    /** Whether any window moves fast after the last bar. */
    boolean looksFast() {
        return fast.look(
                moment, bucketNow(), minute, volumeSoFar, instrument.bar().periodNs());
    }

    boolean fastHasFaded(final long nowNs) {
        return fast.hasFaded(moment, bucketNow(), nowNs);
    }

    private int bucketNow() {
        return grid.bucket(firstBucket, TimeGrid.slotBefore(minute));
    }

    /** Whether the volume of the slot that just ended is an alarm of a price that is still quiet. */
    boolean looksSlow(final double alarm) {
        final int bucket = grid.bucket(firstBucket, slot - 1);
        return slow.isQuietAlarm(
                alarm, days.returnSoFar(), price, sigma(bucket, SlowMover.SLOTS * TimeGrid.SLOT_MINUTES));
    }

    double relativeVolume() {
        return volumeSoFar / usual.until(minute);
    }

    double valueOver(final int minutes) {
        return ring.covers(minutes) ? ring.valueOver(minutes) : Double.NaN;
    }

    void state(final StateExchange state) {
        session = state.field("session", session);
        firstBucket = state.field("firstBucket", firstBucket);
        slot = state.field("slot", slot);
        price = state.field("price", price);
        slotOpen = state.field("slotOpen", slotOpen);
        slotHigh = state.field("slotHigh", slotHigh);
        slotLow = state.field("slotLow", slotLow);
        slotVolume = state.field("slotVolume", slotVolume);
        volumeSoFar = state.field("volumeSoFar", volumeSoFar);
        minute = state.field("minute", minute);
        profile.state(state);
        usual.state(state);
        ring.state(state);
        days.state(state);
        fast.state(state);
        slow.state(state);
    }
}
