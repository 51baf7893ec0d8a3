package reprise.simulation.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every venue promises, card by card. The letter of a number is its group: D data, O orders, C changes of orders, Q questions, R races, U
 * unknown outcomes, G orders that belong together, M amounts of money, N new connections, A the account, L life of the venue object.
 */
public final class VenueContract {
    private static final List<ContractCard> CARDS = Stream.of(
                    DataCards.cards(),
                    OrderCards.cards(),
                    ChangeCards.cards(),
                    QueryCards.cards(),
                    RaceCards.cards(),
                    OutcomeCards.cards(),
                    GroupCards.cards(),
                    AmountCards.cards(),
                    ReconnectCards.cards(),
                    AccountCards.cards(),
                    LifeCards.cards())
            .flatMap(List::stream)
            .toList();

    private static final Pattern SELECTION =
            Pattern.compile("([A-Z])(\\d{1,3})?(?:\\.\\.(?:\\1)?(\\d{1,3}))?", Pattern.CASE_INSENSITIVE);

    private VenueContract() {}

    /**
     * All cards.
     *
     * @return in the order in which they are run.
     */
    public static List<ContractCard> cards() {
        return CARDS;
    }

    /**
     * Some of the cards.
     *
     * @param selections such as D3, O1..O9 or R for all races; none for all cards.
     * @return in the order in which they are run.
     * @throws IllegalArgumentException if a selection names none.
     */
    public static List<ContractCard> cards(final List<String> selections) {
        if (selections.isEmpty()) {
            return CARDS;
        }
        final List<ContractCard> selected = new ArrayList<>();
        for (final String selection : selections) {
            final List<ContractCard> found = CARDS.stream()
                    .filter(card -> isIn(card.number(), selection))
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("no such card: '" + selection
                        + "'; D3 is one, O1..O9 are nine, R is all whose number begins with it; there are "
                        + groups());
            }
            selected.addAll(found);
        }
        return CARDS.stream().filter(selected::contains).toList();
    }

    private static boolean isIn(final String number, final String selection) {
        final Matcher matcher = SELECTION.matcher(selection.strip());
        if (!matcher.matches() || !number.substring(0, 1).equalsIgnoreCase(matcher.group(1))) {
            return false;
        }
        if (matcher.group(2) == null) {
            return matcher.group(3) == null;
        }
        final int first = Integer.parseInt(matcher.group(2));
        final int last = Integer.parseInt(Objects.requireNonNullElse(matcher.group(3), matcher.group(2)));
        final int own = Integer.parseInt(number.substring(1));
        return own >= first && own <= last;
    }

    private static String groups() {
        return CARDS.stream()
                .collect(Collectors.groupingBy(card -> card.number().charAt(0), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(group -> group.getKey() + "1.." + group.getKey() + group.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * The cards as a table in Markdown.
     *
     * @return a line for each, with a line end behind it.
     */
    public static String table() {
        final StringBuilder table = new StringBuilder("| card | promise | needs |\n|---|---|---|\n");
        for (final ContractCard card : CARDS) {
            table.append("| ")
                    .append(card.number())
                    .append(" | ")
                    .append(card.title())
                    .append(" | ")
                    .append(card.needs().stream().map(Need::text).collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        return table.toString();
    }
}
