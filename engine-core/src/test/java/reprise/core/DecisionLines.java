package reprise.core;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.CommandDispatcher;
import reprise.message.EngineDecisions;
import reprise.testing.CommandLines;
import reprise.testing.TestEngine;

/** The decisions that an engine has put on record, one line a decision: its name and its values. */
final class DecisionLines {
    private final TestEngine engine;
    private int read;

    DecisionLines(final TestEngine engine) {
        this.engine = engine;
    }

    /** Those of the given names since the last call. */
    List<String> take(final String... names) {
        final Set<String> wanted = Set.of(names);
        final List<String> lines = new ArrayList<>();
        final EngineDecisions decisions = (EngineDecisions) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EngineDecisions.class}, (proxy, method, arguments) -> {
                    if (wanted.contains(method.getName())) {
                        lines.add(method.getName() + " "
                                + Arrays.stream(arguments).map(String::valueOf).collect(Collectors.joining(" ")));
                    }
                    return null;
                });
        final CommandDispatcher dispatcher = new CommandDispatcher(new CommandLines(), decisions);
        final List<byte[]> records = engine.commandLog().records();
        for (; read < records.size(); read++) {
            dispatcher.dispatch(new UnsafeBuffer(records.get(read)), 0);
        }
        return lines;
    }
}
