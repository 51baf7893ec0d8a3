package reprise.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reprise.app.ExitCode;
import reprise.app.config.ConfigException;
import reprise.app.config.Nearest;
import reprise.app.config.StrategyKinds;
import reprise.app.output.Json;
import reprise.app.output.TextTable;
import reprise.parameter.ParameterSpec;
import reprise.strategy.StrategyKind;

/** Lists the kinds of strategies that a configuration may name, or the parameters of one. */
@Command(
        name = "strategies",
        mixinStandardHelpOptions = true,
        description = "List the kinds of strategies, users' own in plugins/ included, or the parameters of one.",
        footer = {
            "",
            "Examples:",
            "  reprise strategies           all kinds",
            "  reprise strategies trend     its parameters: default, range, unit, and whether it may be changed while running",
        })
public final class StrategiesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A kind of strategy.")
    private String name;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        final Map<String, StrategyKind<?>> kinds = StrategyKinds.all();
        if (name == null) {
            list(kinds);
        } else if (kinds.containsKey(name)) {
            show(kinds.get(name));
        } else {
            throw new ConfigException("'" + name + "' is no strategy" + Nearest.suggestion(name, kinds.keySet())
                    + "; there are: " + String.join(", ", kinds.keySet()));
        }
        return ExitCode.OK;
    }

    private void list(final Map<String, StrategyKind<?>> kinds) {
        if (json) {
            final List<Object> all = new ArrayList<>();
            kinds.values()
                    .forEach(kind -> all.add(Map.of(
                            "name", kind.name(), "summary", kind.summary(), "from", StrategyKinds.origin(kind))));
            Json.print(System.out, Map.of("command", "strategies", "strategies", all));
            return;
        }
        final TextTable table = new TextTable("<kind", "<from", "<what it does");
        kinds.values().forEach(kind -> table.row(kind.name(), StrategyKinds.origin(kind), kind.summary()));
        System.out.print(table);
    }

    private void show(final StrategyKind<?> kind) {
        final List<Row> rows = new ArrayList<>();
        addRows(rows, "", ParameterSpec.of(kind.parameters()));
        if (json) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("command", "strategies");
            fields.put("name", kind.name());
            fields.put("summary", kind.summary());
            fields.put("parameters", rows.stream().map(Row::fields).toList());
            Json.print(System.out, fields);
            return;
        }
        System.out.println(kind.name() + ": " + kind.summary());
        System.out.println();
        final TextTable table =
                new TextTable("<parameter", "<default", "<range", "<unit", "<while running", "<meaning");
        rows.forEach(row -> table.row(
                row.name(),
                row.defaultText(),
                row.range(),
                row.spec().says().unit(),
                row.spec().says().live() ? "may change" : "fixed",
                row.spec().says().meaning()));
        System.out.print(table);
    }

    private static void addRows(final List<Row> rows, final String prefix, final List<ParameterSpec> specs) {
        for (final ParameterSpec spec : specs) {
            if (spec.isNested()) {
                addRows(
                        rows,
                        prefix + spec.name() + ".",
                        ParameterSpec.of(spec.type().asSubclass(Record.class)));
                continue;
            }
            rows.add(new Row(prefix + spec.name(), spec));
            if (spec.isRecords()) {
                addRows(
                        rows,
                        prefix + spec.name() + ".NAME.",
                        ParameterSpec.ofRecords(spec.element().asSubclass(Record.class)));
            }
        }
    }

    /** One parameter, by its full name. */
    private record Row(String name, ParameterSpec spec) {
        String defaultText() {
            if (!spec.says().value().isEmpty()) {
                return spec.says().value();
            }
            return spec.says().optional() ? "none" : "required";
        }

        String range() {
            final String min = spec.says().min();
            final String max = spec.says().max();
            if (min.isEmpty() && max.isEmpty()) {
                return spec.typeName();
            }
            if (max.isEmpty()) {
                return "from " + min;
            }
            return min.isEmpty() ? "up to " + max : min + " to " + max;
        }

        Map<String, Object> fields() {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("type", spec.typeName());
            fields.put("default", defaultText());
            fields.put("min", spec.says().min());
            fields.put("max", spec.says().max());
            fields.put("unit", spec.says().unit());
            fields.put("live", spec.says().live());
            fields.put("meaning", spec.says().meaning());
            return fields;
        }
    }
}
