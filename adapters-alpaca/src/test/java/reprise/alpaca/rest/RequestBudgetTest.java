package reprise.alpaca.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.testkit.RandomCases;

class RequestBudgetTest {
    private final RequestBudget budget = new RequestBudget(4);

    @Test
    void shouldGiveACallWhenTheOldestIsAMinuteAgo() {
        for (int i = 0; i < 4; i++) {
            assertThat(budget.take(Priority.ORDERS, i)).isZero();
        }

        final long waitNs = budget.take(Priority.ORDERS, 10);

        assertThat(waitNs).isEqualTo(RequestBudget.MINUTE_NS - 10);
        assertThat(budget.take(Priority.ORDERS, 10 + waitNs)).isZero();
        assertThat(budget.take(Priority.ORDERS, 10 + waitNs)).isEqualTo(1);
    }

    @Test
    void shouldLeaveAQuarterToOrdersWhenHistoryTakesAllItMay() {
        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(Priority.HISTORY, 0)).isZero();
        }

        assertThat(budget.take(Priority.HISTORY, 0)).isEqualTo(RequestBudget.MINUTE_NS);
        assertThat(budget.take(Priority.ORDERS, 0)).isZero();
        assertThat(budget.take(Priority.ORDERS, 0)).isEqualTo(RequestBudget.MINUTE_NS);
    }

    @Test
    void shouldSayWhenSeveralCallsAreLeft() {
        budget.take(Priority.ORDERS, 0);
        budget.take(Priority.ORDERS, 5);
        budget.take(Priority.ORDERS, 7);

        assertThat(budget.untilLeft(1, 10)).isZero();
        assertThat(budget.untilLeft(2, 10)).isEqualTo(RequestBudget.MINUTE_NS - 10);
        assertThat(budget.untilLeft(3, 10)).isEqualTo(RequestBudget.MINUTE_NS + 5 - 10);
        assertThat(budget.untilLeft(1_000, 10)).as("all there are").isEqualTo(RequestBudget.MINUTE_NS + 7 - 10);
        assertThat(budget.untilLeft(3, RequestBudget.MINUTE_NS + 5)).isZero();
    }

    @Test
    void shouldNeverGiveMoreThanTheBudgetInAnyMinute() {
        RandomCases.check(5, this::neverGivesMoreThanTheBudget);
    }

    private void neverGivesMoreThanTheBudget(final SplittableRandom random) {
        final RequestBudget larger = new RequestBudget(20);
        final Deque<Long> taken = new ArrayDeque<>();
        long nowNs = 0;
        for (int i = 0; i < 2000; i++) {
            nowNs += random.nextLong(RequestBudget.MINUTE_NS / 10);
            final Priority priority = random.nextBoolean() ? Priority.ORDERS : Priority.HISTORY;
            final long waitNs = larger.take(priority, nowNs);
            while (!taken.isEmpty() && nowNs - taken.peekFirst() >= RequestBudget.MINUTE_NS) {
                taken.removeFirst();
            }
            final int allowed = priority == Priority.ORDERS ? 20 : 15;
            assertThat(waitNs == 0).isEqualTo(taken.size() < allowed);
            if (waitNs == 0) {
                taken.addLast(nowNs);
            }
        }
    }
}
