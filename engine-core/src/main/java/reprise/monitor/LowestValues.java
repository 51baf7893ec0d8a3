package reprise.monitor;

/**
 * The lowest of many values, by a heap of bounded size with the largest of them on top: {@code n log k} steps at worst for {@code k} of
 * {@code n}, whatever their order. Allocates nothing after construction.
 */
final class LowestValues {
    private final double[] heap;
    private int size;
    private int wanted;

    LowestValues(final int capacity) {
        heap = new double[capacity];
    }

    void begin(final int newWanted) {
        wanted = newWanted;
        size = 0;
    }

    void add(final double value) {
        if (size < wanted) {
            heap[size] = value;
            siftUp(size);
            size++;
        } else if (value < heap[0]) {
            heap[0] = value;
            siftDown();
        }
    }

    /** The largest of the lowest. */
    double highest() {
        return heap[0];
    }

    /** The largest but one; the largest if there is no other. */
    double secondHighest() {
        if (size < 2) {
            return heap[0];
        }
        return size == 2 ? heap[1] : Math.max(heap[1], heap[2]);
    }

    private void siftUp(final int start) {
        int child = start;
        while (child > 0) {
            final int parent = (child - 1) >>> 1;
            if (heap[parent] >= heap[child]) {
                return;
            }
            swap(parent, child);
            child = parent;
        }
    }

    private void siftDown() {
        int parent = 0;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[parent] >= heap[child]) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    }

    private void swap(final int a, final int b) {
        final double value = heap[a];
        heap[a] = heap[b];
        heap[b] = value;
    }
}
