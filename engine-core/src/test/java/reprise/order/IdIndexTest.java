package reprise.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdIndexTest {
    private static final int CAPACITY = 16;

    @Test
    void shouldFindWhatIsInItWhereverIdsComeFrom() {
        final Random random = new Random(5);
        final IdIndex index = new IdIndex(CAPACITY);
        final Map<Long, Integer> expected = new HashMap<>();
        long lastId = 0;
        for (int i = 0; i < 20_000; i++) {
            // Mostly one after the other, now and then far away; some stay for long.
            lastId += random.nextInt(50) == 0 ? 1_000_000 + random.nextInt(64) : 1;
            if (expected.size() == CAPACITY) {
                final Long[] ids = expected.keySet().toArray(new Long[0]);
                final long gone = ids[random.nextInt(ids.length)];
                index.remove(gone);
                index.remove(gone);
                expected.remove(gone);
            }
            index.add(lastId, i);
            expected.put(lastId, i);
            for (long id = lastId - 2L * CAPACITY; id <= lastId + CAPACITY; id++) {
                assertThat(index.find(id)).isEqualTo(expected.getOrDefault(id, IdIndex.MISSING));
            }
            expected.forEach((id, number) -> assertThat(index.find(id)).isEqualTo(number));
        }
    }

    @Test
    void shouldFindNothingWhereNothingIs() {
        final IdIndex index = new IdIndex(CAPACITY);

        assertThat(index.find(0)).isEqualTo(IdIndex.MISSING);
        assertThat(index.find(-1)).isEqualTo(IdIndex.MISSING);
        assertThat(index.find(Long.MIN_VALUE)).isEqualTo(IdIndex.MISSING);
        index.remove(7);
        assertThat(index.find(7)).isEqualTo(IdIndex.MISSING);
        index.add(-1, 3);
        assertThat(index.find(-1)).isEqualTo(3);
    }
}
