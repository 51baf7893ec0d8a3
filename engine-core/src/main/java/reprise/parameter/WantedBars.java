package reprise.parameter;

import java.util.ArrayList;
import java.util.List;
import reprise.bar.BarSpec;

/**
 * Bars that parameters ask for.
 *
 * @param parameter by which they are asked for.
 * @param spec what bars.
 * @param symbols of the instruments whose bars they are: the one that the parameters name; else those of their lists and records; none if they
 *     do not say.
 */
public record WantedBars(String parameter, BarSpec spec, List<String> symbols) {
    /**
     * What a record asks for.
     *
     * @param parameters as read by {@link ParameterRecords}.
     * @return one for each of its parameters that is given and stands for bars.
     */
    public static List<WantedBars> of(final Record parameters) {
        final List<WantedBars> wanted = new ArrayList<>();
        final List<ParameterSpec> specs = ParameterSpec.of(parameters.getClass());
        for (final ParameterSpec spec : specs) {
            if (spec.of(parameters) instanceof BarSpec bars) {
                wanted.add(new WantedBars(spec.name(), bars, symbols(specs, parameters)));
            }
        }
        return wanted;
    }

    private static List<String> symbols(final List<ParameterSpec> specs, final Record parameters) {
        final List<String> single = singles(specs, parameters);
        return single.isEmpty() ? listed(specs, parameters) : single.subList(0, 1);
    }

    private static List<String> singles(final List<ParameterSpec> specs, final Record record) {
        return specs.stream()
                .filter(spec -> spec.says().kind() == Kind.SYMBOL && spec.of(record) instanceof String)
                .map(spec -> (String) spec.of(record))
                .toList();
    }

    private static List<String> listed(final List<ParameterSpec> specs, final Record parameters) {
        final List<String> symbols = new ArrayList<>();
        for (final ParameterSpec spec : specs) {
            if (spec.isRecords()) {
                final List<ParameterSpec> each =
                        ParameterSpec.ofRecords(spec.element().asSubclass(Record.class));
                ((List<?>) spec.of(parameters)).forEach(record -> symbols.addAll(singles(each, (Record) record)));
            } else if (spec.says().kind() == Kind.SYMBOL) {
                ((List<?>) spec.of(parameters)).forEach(symbol -> symbols.add((String) symbol));
            }
        }
        return symbols.stream().distinct().toList();
    }
}
