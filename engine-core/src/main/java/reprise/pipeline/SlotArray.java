package reprise.pipeline;

import com.lmax.disruptor.EventFactory;

/** Slots outside a ring. */
final class SlotArray {
    private SlotArray() {}

    static RingSlot[] allocate(final int count) {
        final EventFactory<RingSlot> factory = RingSlot.factory(count);
        final RingSlot[] slots = new RingSlot[count];
        for (int i = 0; i < count; i++) {
            slots[i] = factory.newInstance();
        }
        return slots;
    }
}
