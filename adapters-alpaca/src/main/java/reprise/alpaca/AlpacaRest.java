package reprise.alpaca;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import reprise.alpaca.rest.RestClient;
import reprise.alpaca.rest.RestClock;
import reprise.alpaca.rest.RestService;

/** Alpaca's REST services, called within one budget of calls. Any thread. */
final class AlpacaRest implements AutoCloseable {
    private final RestClient client;
    private final RestService trading;
    private final RestService data;

    AlpacaRest(final AlpacaConfig config) {
        this(config, RestClock.SYSTEM, new SplittableRandom());
    }

    AlpacaRest(final AlpacaConfig config, final RestClock clock, final RandomGenerator random) {
        final AlpacaConfig.Limits limits = config.limits();
        client = new RestClient(
                new RestClient.Settings(config.keyId(), config.secret(), limits.request(), limits.requestsPerMinute()),
                clock,
                new SharedRandom(random));
        trading = client.service(config.endpoints().trading());
        data = client.service(config.endpoints().data());
    }

    /** Whom to tell that Alpaca's clock is not ours. */
    void tellOfClock(final Consumer<String> ear) {
        client.tellOfClock(ear);
    }

    /** Orders and the account. */
    RestService trading() {
        return trading;
    }

    /** Prices of the past. */
    RestService data() {
        return data;
    }

    @Override
    public void close() {
        client.close();
    }

    /** Lets several threads draw from one generator. */
    private record SharedRandom(RandomGenerator random) implements RandomGenerator {
        @Override
        public long nextLong() {
            synchronized (random) {
                return random.nextLong();
            }
        }
    }
}
