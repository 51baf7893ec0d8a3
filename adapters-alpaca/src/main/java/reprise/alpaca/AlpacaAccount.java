package reprise.alpaca;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import reprise.alpaca.json.FlatReader;
import reprise.alpaca.rest.Priority;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.wire.AccountStanding;

/**
 * What Alpaca says of the account, for checks before a run. Amounts are in the venue's own words; a field that the venue did not send is
 * empty.
 *
 * @param number of the account.
 * @param status ACTIVE if it may trade.
 * @param currency of all amounts.
 * @param cash on the account.
 * @param equity cash and positions.
 * @param buyingPower what may be bought for.
 * @param shortingEnabled whether anything may be sold short.
 * @param problems why it cannot trade, each in a sentence that says what to do; empty if it can.
 * @param clockSkew how far the venue's clock is ahead of ours; null if it could not be asked.
 */
public record AlpacaAccount(
        String number,
        String status,
        String currency,
        String cash,
        String equity,
        String buyingPower,
        boolean shortingEnabled,
        List<String> problems,
        Duration clockSkew) {
    /** From which difference of clocks on something is wrong. */
    public static final Duration MAX_SKEW = Duration.ofSeconds(2);

    /**
     * Asks.
     *
     * @param config how Alpaca is used.
     * @return the account.
     * @throws AlpacaUnavailableException if it could not be asked, with the reason.
     */
    public static AlpacaAccount read(final AlpacaConfig config) {
        try (AlpacaRest rest = new AlpacaRest(config)) {
            final RestAnswer answer = rest.trading().get("/v2/account", Priority.ORDERS);
            final List<Map<String, String>> objects = answer.isDone() ? FlatReader.read(answer.body()) : null;
            if (objects == null || objects.size() != 1) {
                throw AlpacaUnavailableException.of("the account", answer);
            }
            return of(objects.get(0), skew(rest));
        }
    }

    private static AlpacaAccount of(final Map<String, String> fields, final Duration skew) {
        return new AlpacaAccount(
                fields.getOrDefault("account_number", ""),
                fields.getOrDefault("status", ""),
                fields.getOrDefault("currency", ""),
                fields.getOrDefault("cash", ""),
                fields.getOrDefault("equity", ""),
                fields.getOrDefault("buying_power", ""),
                Boolean.parseBoolean(fields.get("shorting_enabled")),
                AccountStanding.problems(fields),
                skew);
    }

    /** Against the middle of the time that the question took. */
    private static Duration skew(final AlpacaRest rest) {
        final Instant asked = Instant.now();
        final RestAnswer answer = rest.trading().get("/v2/clock", Priority.ORDERS);
        final Instant answered = Instant.now();
        final List<Map<String, String>> objects = answer.isDone() ? FlatReader.read(answer.body()) : null;
        if (objects == null || objects.size() != 1 || objects.get(0).get("timestamp") == null) {
            return null;
        }
        try {
            final Instant theirs =
                    OffsetDateTime.parse(objects.get(0).get("timestamp")).toInstant();
            return Duration.between(asked.plus(Duration.between(asked, answered).dividedBy(2)), theirs);
        } catch (final DateTimeParseException notATime) {
            return null;
        }
    }
}
