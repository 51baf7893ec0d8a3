package reprise.simulation.trial;

import java.lang.reflect.Proxy;

/** Makes an implementer of a part of the vocabulary that hears everything and does nothing. For checks only: it is slow. */
final class Ignoring {
    private Ignoring() {}

    static <T> T all(final Class<T> vocabulary) {
        return vocabulary.cast(Proxy.newProxyInstance(
                vocabulary.getClassLoader(), new Class<?>[] {vocabulary}, (proxy, method, arguments) -> null));
    }
}
