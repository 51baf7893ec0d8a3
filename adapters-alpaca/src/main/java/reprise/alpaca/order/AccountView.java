package reprise.alpaca.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reprise.alpaca.json.FlatReader;
import reprise.alpaca.rest.Priority;
import reprise.alpaca.rest.RestAnswer;
import reprise.alpaca.rest.RestService;
import reprise.alpaca.wire.AccountStanding;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.number.Money;

/** Cash and positions, as the venue has them at one time. Immutable. */
final class AccountView {
    private final long cash;
    private final String currency;
    private final List<Holding> holdings;

    private AccountView(final long cash, final String currency, final List<Holding> holdings) {
        this.cash = cash;
        this.currency = currency;
        this.holdings = holdings;
    }

    private record Holding(InstrumentDefinition instrument, long quantity, long averagePrice) {}

    /** Reads both; null if either cannot be had. An account that may not trade ends the run. */
    static AccountView read(final RestService trading, final AlpacaInstruments instruments, final Notices notices) {
        final List<Map<String, String>> positions = list("positions", trading, notices);
        final List<Map<String, String>> account = list("account", trading, notices);
        if (positions == null
                || account == null
                || account.size() != 1
                || account.get(0).get("cash") == null) {
            return null;
        }
        final List<String> problems = AccountStanding.problems(account.get(0));
        if (!problems.isEmpty()) {
            notices.fatal(String.join("; ", problems));
        }
        try {
            final List<Holding> holdings = new ArrayList<>();
            for (final Map<String, String> position : positions) {
                final InstrumentDefinition instrument = instruments.find(position.get("symbol"));
                if (instrument == null) {
                    notices.tell("the account holds " + position.get("symbol")
                            + ", which is no instrument of this run: left alone");
                } else {
                    holdings.add(holding(instrument, position));
                }
            }
            final long cash = units(account.get(0).get("cash"), Money.DECIMALS, RoundingMode.HALF_EVEN);
            return new AccountView(cash, account.get(0).getOrDefault("currency", "USD"), holdings);
        } catch (final ArithmeticException | NumberFormatException impossible) {
            notices.tell("the account has a number that cannot be: " + impossible.getMessage());
            return null;
        }
    }

    private static List<Map<String, String>> list(final String what, final RestService trading, final Notices notices) {
        final RestAnswer answer = trading.get("/v2/" + what, Priority.ORDERS);
        if (!answer.isDone()) {
            notices.tell("the " + what + " could not be read: " + answer);
            return null;
        }
        return FlatReader.read(answer.body());
    }

    private static Holding holding(final InstrumentDefinition instrument, final Map<String, String> position) {
        // Down: a part of a unit cannot be sold, and half of one rounded up would be refused.
        final long quantity = units(position.get("qty"), instrument.quantityDecimals(), RoundingMode.DOWN);
        final boolean isShort = "short".equals(position.get("side")) && quantity > 0;
        return new Holding(
                instrument,
                isShort ? -quantity : quantity,
                units(
                        position.getOrDefault("avg_entry_price", "0"),
                        instrument.priceDecimals(),
                        RoundingMode.HALF_EVEN));
    }

    private static long units(final String text, final int decimals, final RoundingMode rounding) {
        if (text == null) {
            throw new NumberFormatException("none");
        }
        return new BigDecimal(text).setScale(decimals, rounding).unscaledValue().longValueExact();
    }

    /** Whether another view says the same. */
    boolean isSame(final AccountView other) {
        return cash == other.cash && currency.equals(other.currency) && holdings.equals(other.holdings);
    }

    void tell(final int venueId, final long timeNs, final EventPublisher events) {
        for (final Holding holding : holdings) {
            events.at(timeNs)
                    .onPositionReported(
                            venueId, holding.instrument.instrumentId(), holding.quantity, holding.averagePrice);
        }
        events.at(timeNs).onAccountReported(venueId, cash, currency);
    }
}
