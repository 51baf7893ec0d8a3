package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reprise.parameter.MapParameters;
import reprise.parameter.ParameterException;
import reprise.parameter.ParameterRecords;

class BreakoutStrategyTest {
    private static BreakoutStrategy.Parameters read(Map<String, String> values) {
        return ParameterRecords.read(
                BreakoutStrategy.Parameters.class, new MapParameters(values, List.of("BTCUSDT")));
    }

    @Test
    void readsItsParameters() {
        assertEquals(
                new BreakoutStrategy.Parameters("BTCUSDT", 100_000_000_000L, 55, 0),
                read(Map.of("instrument", "BTCUSDT", "length", "55")));
    }

    @Test
    void refusesALengthThatMakesNoSense() {
        assertThrows(ParameterException.class, () -> read(Map.of("instrument", "BTCUSDT", "length", "1")));
    }
}
