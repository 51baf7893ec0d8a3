package reprise.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStateTest {
    /** Rows are the states before, columns the states after, both in the order of the enum; x marks a legal step. */
    private static final String[] TABLE = {
        //                  Held PendNew New PartFilled PendCancel PendReplace Unknown Filled Canceled Expired Rejected
        "HELD               .    x       .   .          .          .           .       x      x        x       x",
        "PENDING_NEW        .    .       x   x          x          .           x       x      x        x       x",
        "NEW                .    .       .   x          x          x           x       x      x        x       x",
        "PARTIALLY_FILLED   .    .       x   .          x          x           x       x      x        x       x",
        "PENDING_CANCEL     .    x       x   x          .          x           x       x      x        x       x",
        "PENDING_REPLACE    .    .       x   x          x          .           x       x      x        x       x",
        "UNKNOWN            .    x       x   x          x          x           .       x      x        x       x",
        "FILLED             .    .       .   .          .          .           .       .      x        x       x",
        "CANCELED           .    .       .   .          .          .           .       x      .        x       x",
        "EXPIRED            .    .       .   .          .          .           .       x      .        .       .",
        "REJECTED           .    .       .   .          .          .           .       x      .        .       .",
    };

    @ParameterizedTest
    @EnumSource
    void shouldAllowExactlyTheStepsOfTheTable(final OrderState before) {
        final String[] row = TABLE[before.ordinal()].split(" +");

        assertThat(row).hasSize(1 + OrderState.values().length);
        assertThat(row[0]).isEqualTo(before.name());
        for (final OrderState after : OrderState.values()) {
            assertThat(before.canBecome(after))
                    .as("%s -> %s", before, after)
                    .isEqualTo(row[1 + after.ordinal()].equals("x"));
        }
    }

    @Test
    void shouldStateEveryState() {
        assertThat(TABLE).hasSize(OrderState.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeOpenUpToTheEndStates(final OrderState state) {
        final boolean ended = state == OrderState.FILLED
                || state == OrderState.CANCELED
                || state == OrderState.EXPIRED
                || state == OrderState.REJECTED;

        assertThat(state.isOpen()).isEqualTo(!ended);
    }
}
