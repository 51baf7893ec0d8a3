package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import reprise.market.BracketStyle;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.strategy.StrategyContext;
import reprise.testing.Definitions;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

/** An engine that does what a word says, and says in words what it does. Every fill costs a fee of 1. */
final class ScenarioEngine implements AutoCloseable {
    private static final Pattern ORDER_ID = Pattern.compile("(?<=\\b(?:submit|cancel|replace|query|order|entry) )\\d+");
    private static final long SECOND_NS = 1_000_000_000L;

    /** Prices are in cents, and so are amounts here. */
    private static final long CENT = Money.ONE / 100;

    private final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0", "I1");
    private final TestEngine engine;
    private final DecisionLines decisions;
    private final Map<String, Long> idByName = new HashMap<>();
    private final Map<String, String> nameById = new HashMap<>();
    private long timeNs = SECOND_NS;
    private int children;

    /** The first instrument's venue has the order types that are listed, or all, makes brackets as is said, or not, and may take AMOUNTS. */
    ScenarioEngine(final String abilities) {
        final List<String> words = abilities.isEmpty() ? List.of() : List.of(abilities.split(" "));
        final BracketStyle brackets = Stream.of(BracketStyle.values())
                .filter(style -> words.contains(style.name()))
                .findFirst()
                .orElse(BracketStyle.ENGINE);
        final int bits = words.stream()
                .filter(word -> !word.equals(brackets.name()) && !word.equals("AMOUNTS"))
                .mapToInt(type -> 1 << OrderType.valueOf(type).ordinal())
                .sum();
        final Definitions definition = Definitions.anInstrument()
                .withAbilities(bits == 0 ? -1 : bits, -1)
                .withBrackets(brackets);
        engine = new TestEngine(
                CoreConfig.with(TestEngine.WIDE_LIMITS),
                CoreObserver.NONE,
                words.contains("AMOUNTS") ? definition.withAmounts() : definition,
                strategy);
        engine.commands();
        decisions = new DecisionLines(engine);
    }

    List<String> act(final String[] words) {
        engine.events().at(timeNs);
        final List<String> done = new ArrayList<>();
        switch (words[0]) {
            case "buy", "sell" -> submit(words, done);
            case "bracket" -> bracket(words, done);
            case "pair" -> pair(words, done);
            case "target" -> ask(context -> target(context, words), done);
            case "cancel" -> ask(context -> context.cancel(id(words[1])), done);
            case "replace" -> ask(context -> replace(context, words), done);
            case "is", "position", "cash", "engine", "instrument", "terms", "emulated", "exposed" -> look(words);
            case "trade", "quote", "bar", "split", "wait", "connect", "disconnect", "halt", "active" -> happen(words);
            case "resume", "view", "theirs", "theirCash", "foreign", "strange", "complete" -> view(words);
            case "found" ->
                assertThat(takeDifferences())
                        .isEqualTo(words.length == 1 ? List.of() : List.of(String.join(" ", words)));
            default -> report(engine.events(), id(words[1]), words);
        }
        nameNewOrders();
        engine.commands().forEach(command -> done.add(named(command)));
        return done;
    }

    private void nameNewOrders() {
        for (int i = 0; i < engine.core().orders().openCount(); i++) {
            final long orderId = engine.core().orders().openAt(i).orderId();
            if (!idByName.containsValue(orderId)) {
                name("C" + ++children, orderId);
            }
        }
    }

    private void name(final String name, final long orderId) {
        idByName.put(name, orderId);
        nameById.put(OrderIds.format(orderId), name);
    }

    private String named(final String command) {
        return ORDER_ID.matcher(command)
                .replaceAll(match -> Matcher.quoteReplacement(nameById.getOrDefault(match.group(), match.group())));
    }

    private long id(final String name) {
        return idByName.getOrDefault(name, 999_999L);
    }

    private static RejectReason reason(final String[] words, final RejectReason usual) {
        return words.length > 2 ? RejectReason.valueOf(words[2]) : usual;
    }

    private static long number(final String word) {
        return Long.parseLong(word);
    }

    /** The strategy acts when it hears of the other instrument. */
    private void ask(final Function<StrategyContext, RejectReason> question, final List<String> done) {
        strategy.next(context -> {
            final RejectReason reason = question.apply(context);
            if (reason != RejectReason.NONE) {
                done.add("refused " + reason);
            }
        });
        engine.events().onQuote(1, 0, 10, 1, 11, 1);
    }

    private void submit(final String[] words, final List<String> done) {
        final OrderRequest request = request(words);
        ask(context -> context.submit(request), done);
        nameIfAccepted(words[1], request);
    }

    /** bracket E buy 10 limit 100 stop 95 target 110. */
    private void bracket(final String[] words, final List<String> done) {
        final int exits = words.length - 4;
        final String[] entry = Arrays.copyOfRange(words, 1, exits);
        final String name = entry[0];
        entry[0] = entry[1];
        entry[1] = name;
        final OrderRequest request = request(entry);
        ask(context -> context.submitBracket(request, number(words[exits + 1]), number(words[exits + 3])), done);
        nameIfAccepted(words[1], request);
    }

    /** pair sell A 10 limit 110 and sell B 10 stop 95. */
    private void pair(final String[] words, final List<String> done) {
        final int and = Arrays.asList(words).indexOf("and");
        final OrderRequest first = request(Arrays.copyOfRange(words, 1, and));
        final OrderRequest second = request(Arrays.copyOfRange(words, and + 1, words.length));
        ask(context -> context.submitOneCancelsOther(first, second), done);
        nameIfAccepted(words[2], first);
        nameIfAccepted(words[and + 2], second);
    }

    private void nameIfAccepted(final String name, final OrderRequest request) {
        if (request.orderId() != OrderIds.NULL_ORDER_ID) {
            name(name, request.orderId());
        }
    }

    /** buy A 10 limit 100 [IOC]. */
    private OrderRequest request(final String[] words) {
        final OrderRequest request = new OrderRequest();
        final Side side = Side.valueOf(words[0].toUpperCase(java.util.Locale.ROOT));
        final long quantity = number(words[2]);
        final List<String> rest = Arrays.asList(words).subList(3, words.length);
        final TimeInForce tif = Stream.of(TimeInForce.values())
                .filter(value -> rest.contains(value.name()))
                .findFirst()
                .orElse(TimeInForce.GTC);
        final boolean stopLimit = rest.contains("stop") && rest.contains("limit");
        final reprise.market.Instrument instrument = engine.instrument(0);
        switch (rest.get(0)) {
            case "market" -> request.market(instrument, side, quantity, tif);
            case "amount" -> request.marketFor(instrument, side, quantity * CENT, tif);
            case "limit" -> request.limit(instrument, side, quantity, number(rest.get(1)), tif);
            case "maker" -> request.limitMaker(instrument, side, quantity, number(rest.get(1)), tif);
            case "trail" -> request.trailingStop(instrument, side, quantity, number(rest.get(1)), tif);
            default -> {
                final long stopPrice = number(rest.get(1));
                if (stopLimit) {
                    request.stopLimit(instrument, side, quantity, stopPrice, number(rest.get(3)), tif);
                } else {
                    request.stop(instrument, side, quantity, stopPrice, tif);
                }
            }
        }
        return rest.contains("held") ? request.heldByEngine() : request;
    }

    /** target 10; target amount 1000. */
    private RejectReason target(final StrategyContext context, final String[] words) {
        return words.length == 2
                ? context.target(engine.instrument(0), number(words[1]))
                : context.targetAmount(engine.instrument(0), number(words[2]) * CENT);
    }

    private RejectReason replace(final StrategyContext context, final String[] words) {
        return words.length == 4
                ? context.replace(id(words[1]), number(words[2]), number(words[3]))
                : context.replace(id(words[1]), number(words[2]), number(words[3]), number(words[4]));
    }

    private void look(final String[] words) {
        final Order order = words.length > 1 ? engine.core().orders().find(id(words[1])) : null;
        switch (words[0]) {
            case "is" ->
                assertThat(order.state() + " " + order.filledQuantity() + "/" + order.quantity())
                        .isEqualTo(words[2] + " " + words[3]);
            case "terms" ->
                assertThat(order.limitPrice() + " " + order.terms().stopPrice()).isEqualTo(words[2] + " " + words[3]);
            case "exposed" ->
                assertThat(order.exposedQuantity() + " " + order.exposedValue() / CENT)
                        .isEqualTo(words[2] + " " + words[3]);
            case "emulated" -> assertThat(order.isEmulated()).isEqualTo(Boolean.valueOf(words[2]));
            case "position" -> assertThat(engine.net(0).quantity()).isEqualTo(number(words[1]));
            case "cash" ->
                assertThat(engine.core().portfolio().cash()
                                - engine.core().portfolio().paidIn())
                        .isEqualTo(number(words[1]));
            case "instrument" ->
                assertThat(engine.core().tradingStates().get(TradingScope.INSTRUMENT, 0))
                        .hasToString(words[1]);
            default -> assertThat(engine.core().tradingState()).hasToString(words[1]);
        }
    }

    private void happen(final String[] words) {
        final EventPublisher events = engine.events();
        switch (words[0]) {
            case "trade" -> engine.trade(0, number(words[1]));
            case "quote" -> events.onQuote(0, 0, number(words[1]), 1, number(words[2]), 1);
            case "bar" ->
                events.onBar(0, timeNs, 1, number(words[1]), number(words[2]), number(words[3]), number(words[4]), 1);
            case "wait" -> {
                timeNs += number(words[1]) * SECOND_NS;
                events.at(timeNs).onClockTicked();
            }
            case "split" -> events.onSplit(0, 0, number(words[1]), number(words[2]));
            case "connect" -> events.onVenueConnected(1);
            case "disconnect" -> events.onVenueDisconnected(1);
            case "halt" -> events.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);
            default -> events.onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);
        }
    }

    private void view(final String[] words) {
        final EventPublisher events = engine.events();
        switch (words[0]) {
            case "resume" -> events.onRunResumed("run", "build", "config", false);
            case "view" -> events.onReconciliationBegan(1, 0);
            case "theirs" -> events.onPositionReported(1, 0, number(words[1]), number(words[2]));
            case "theirCash" ->
                events.onAccountReported(1, engine.core().portfolio().paidIn() + number(words[1]), "USD");
            case "foreign" -> events.onForeignOrderReported(1, 0, Side.BUY, number(words[1]), 100, "strange-1");
            case "strange" ->
                events.onOrderReported(999_999, 0, ReportedStatus.WORKING, number(words[1]), number(words[2]), 0);
            default -> events.onReconciliationEnded(1);
        }
    }

    /** Such as "found POSITION COMPARE_AGAIN 5 7". */
    private List<String> takeDifferences() {
        return decisions.take("differenceFound").stream()
                .map(line -> line.split(" "))
                .map(words -> "found " + String.join(" ", Arrays.copyOfRange(words, 4, words.length)))
                .toList();
    }

    private static void report(final EventPublisher events, final long orderId, final String[] words) {
        switch (words[0]) {
            case "accept" -> events.onOrderAccepted(orderId, 0);
            case "reject" -> events.onOrderRejected(orderId, 0, reason(words, RejectReason.VENUE_OTHER), "");
            case "part", "done", "bust" -> execution(events, orderId, words);
            case "cancelled" -> events.onOrderCancelled(orderId, 0);
            case "expired" -> events.onOrderExpired(orderId, 0);
            case "replaced" ->
                events.onOrderReplaced(
                        orderId, 0, number(words[2]), number(words[3]), words.length > 4 ? number(words[4]) : 0);
            case "cancelRejected" -> events.onCancelRejected(orderId, 0, reason(words, RejectReason.TOO_LATE));
            case "replaceRejected" -> events.onReplaceRejected(orderId, 0, RejectReason.TOO_LATE);
            case "restated" -> events.onOrderRestated(orderId, 0, number(words[2]));
            case "triggered" -> events.onOrderTriggered(orderId, 0);
            case "unknown" -> events.onOrderOutcomeUnknown(orderId, 0);
            case "notFound" -> events.onOrderNotFound(orderId, 0);
            case "reported" ->
                events.onOrderReported(
                        orderId,
                        0,
                        ReportedStatus.valueOf(words[2]),
                        number(words[3]),
                        number(words[4]),
                        number(words[5]));
            default -> throw new IllegalArgumentException("no such word: " + words[0]);
        }
    }

    /** part A x1 4@100. */
    private static void execution(final EventPublisher events, final long orderId, final String[] words) {
        final long executionId = number(words[2].substring(1));
        final long quantity = number(words[3].split("@")[0]);
        final long price = number(words[3].split("@")[1]);
        switch (words[0]) {
            case "part" ->
                events.onOrderPartiallyFilled(
                        orderId, executionId, 0, price, quantity, 1, FeeAsset.QUOTE, Liquidity.UNKNOWN);
            case "done" ->
                events.onOrderFilled(orderId, executionId, 0, price, quantity, 1, FeeAsset.QUOTE, Liquidity.UNKNOWN);
            default -> events.onExecutionBusted(orderId, executionId, 0, price, quantity, 1, FeeAsset.QUOTE);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
