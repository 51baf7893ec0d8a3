package reprise.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void shouldKeepOrderAndExactNumbersAndWriteNotANumberAsNull() {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("z", 1L);
        fields.put("price", new BigDecimal("1.10"));
        fields.put("nothing", Double.NaN);
        fields.put("list", List.of(Map.of("a", true), "text \"quoted\""));

        assertThat(Json.line(fields))
                .isEqualTo("{\"z\":1,\"price\":1.10,\"nothing\":null,\"list\":[{\"a\":true},\"text \\\"quoted\\\"\"]}");
    }
}
