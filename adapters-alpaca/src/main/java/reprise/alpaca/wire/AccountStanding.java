package reprise.alpaca.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether an account may trade, by what the venue says of it. */
public final class AccountStanding {
    /** An account whose owner has changed an address or the like trades on. */
    private static final Set<String> TRADING = Set.of("ACTIVE", "ACCOUNT_UPDATED");

    private AccountStanding() {}

    /**
     * Why it may not.
     *
     * @param account fields of the venue's account object.
     * @return sentences that say what to do; none if it may trade.
     */
    public static List<String> problems(final Map<String, String> account) {
        final List<String> problems = new ArrayList<>();
        final String status = account.getOrDefault("status", "ACTIVE");
        if (!TRADING.contains(status)) {
            problems.add("the account is " + status + ", not ACTIVE: finish its set-up at Alpaca");
        }
        addIf(problems, account, "account_blocked", "the account is blocked: ask Alpaca");
        addIf(problems, account, "trading_blocked", "the account may not trade: ask Alpaca");
        addIf(problems, account, "trade_suspended_by_user", "trading is suspended in the account's own settings");
        return List.copyOf(problems);
    }

    private static void addIf(
            final List<String> problems, final Map<String, String> account, final String field, final String problem) {
        if (Boolean.parseBoolean(account.get(field))) {
            problems.add(problem);
        }
    }
}
