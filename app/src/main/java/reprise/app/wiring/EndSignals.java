package reprise.app.wiring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hears the operating system's requests to end, SIGTERM and SIGINT, in place of the Java machine, which would end with a code of its own.
 * Java has no supported way to do so; the one that there is in every JDK is found at run time, and where it is not, or the signals belong to
 * somebody else (as under {@code nohup} or {@code -Xrs}), they do what they did before.
 */
final class EndSignals implements AutoCloseable {
    /** Asks to end. */
    static final String TERM = "TERM";

    /** Somebody pressed Ctrl-C. */
    static final String INT = "INT";

    private final Map<String, Object> before = new LinkedHashMap<>();

    /**
     * Hears from now on.
     *
     * @param listener is told the name of each signal, on a thread of its own.
     */
    EndSignals(final Consumer<String> listener) {
        for (final String name : new String[] {TERM, INT}) {
            try {
                final Object handler = Proxy.newProxyInstance(
                        EndSignals.class.getClassLoader(), new Class<?>[] {handlerType()}, new Handler(name, listener));
                before.put(name, handle(name, handler));
            } catch (final ReflectiveOperationException e) {
                // It ends the process at once then, which is recoverable.
            }
        }
    }

    private static Class<?> handlerType() throws ReflectiveOperationException {
        return Class.forName("sun.misc.SignalHandler");
    }

    /** Returns the handler before. */
    private static Object handle(final String name, final Object handler) throws ReflectiveOperationException {
        final Class<?> type = Class.forName("sun.misc.Signal");
        final Object signal = type.getConstructor(String.class).newInstance(name);
        return type.getMethod("handle", type, handlerType()).invoke(null, signal, handler);
    }

    /** Signals do again what they did before. */
    @Override
    public void close() {
        before.forEach((name, handler) -> {
            try {
                handle(name, handler);
            } catch (final ReflectiveOperationException e) {
                throw new IllegalStateException("a signal that was taken cannot be given back: " + name, e);
            }
        });
        before.clear();
    }

    /** What the Java machine calls. */
    private record Handler(String name, Consumer<String> listener) implements InvocationHandler {
        @Override
        public Object invoke(final Object proxy, final Method method, final Object[] arguments) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> name.hashCode();
                case "toString" -> "handler of " + name;
                default -> {
                    listener.accept(name);
                    yield null;
                }
            };
        }
    }
}
