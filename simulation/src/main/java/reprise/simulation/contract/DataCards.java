package reprise.simulation.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reprise.market.InstrumentStatus;
import reprise.simulation.contract.MarketNews.Bar;
import reprise.simulation.contract.MarketNews.BarKind;
import reprise.simulation.contract.MarketNews.HistoricalTrade;
import reprise.simulation.contract.MarketNews.Status;
import reprise.simulation.contract.MarketNews.Trade;
import reprise.simulation.contract.MarketNews.TradeRevised;
import reprise.simulation.contract.MarketNews.TradesMissing;

/** Prices: subscription, gap, duplicate, disorder, silence. */
final class DataCards {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int MINUTES_BACK = 30;
    private static final long HELD_MS = 300;
    private static final long VOLUME = 1_000;
    private static final Duration BREATH = Duration.ofMillis(50);

    private DataCards() {}

    static List<ContractCard> cards() {
        final List<ContractCard> cards = new ArrayList<>(connections());
        cards.addAll(changes());
        return cards;
    }

    private static List<ContractCard> connections() {
        return List.of(
                ContractCard.of(
                        "D1", "the market is heard without being asked for", DataCards::hears, Need.OPEN_MARKET),
                ContractCard.of(
                        "D2",
                        "bars since those that the engine has come first, in order, each once",
                        DataCards::history,
                        Need.OPEN_MARKET),
                ContractCard.of("D3", "a bar is told once, when it closes, as it was", DataCards::bar, Need.CONTROL),
                ContractCard.of("D4", "trades come in the order of the market", DataCards::order, Need.CONTROL),
                ContractCard.of(
                        "D5",
                        "gap: bars of a time without connection are told once it is back",
                        DataCards::gap,
                        Need.of(VenueFault.DROP_DATA)),
                ContractCard.of(
                        "D6",
                        "duplicate: a bar that comes twice is told once",
                        DataCards::duplicate,
                        Need.of(VenueFault.REPEAT_DATA)),
                ContractCard.of(
                        "D7",
                        "disorder: bars are told in order, however they come",
                        DataCards::disorder,
                        Need.of(VenueFault.SWAP_DATA)),
                ContractCard.of(
                        "D8",
                        "silence: a connection that says nothing is opened anew",
                        DataCards::silence,
                        Need.of(VenueFault.SILENCE_DATA)),
                ContractCard.of(
                        "D9",
                        "a place that is still taken is waited for",
                        DataCards::heldSlot,
                        Need.of(VenueFault.HOLD_DATA_SLOT)));
    }

    private static List<ContractCard> changes() {
        return List.of(
                ContractCard.of("D10", "a halt is told, and its end", DataCards::halt, Need.of(VenueFault.HALT)),
                ContractCard.of(
                        "D11",
                        "a bar that late trades change is told as changed, not as another",
                        DataCards::lateTrade,
                        Need.of(VenueFault.LATE_TRADE)),
                ContractCard.of(
                        "D12",
                        "a trade that is corrected is told as corrected, not as another",
                        DataCards::correction,
                        Need.of(VenueFault.CORRECT_TRADE)),
                ContractCard.of(
                        "D13",
                        "gap: trades of a time without connection are told as trades of the past, each once",
                        DataCards::missedTrades,
                        Need.of(VenueFault.DROP_DATA)));
    }

    /** Waits until the venue listens: whoever subscribes hears only what happens from then on. */
    private static void awaitListening(final ContractSession s) {
        final long from = s.probe().position();
        final long startNanoTime = System.nanoTime();
        boolean hears = false;
        while (!hears
                && System.nanoTime() - startNanoTime
                        < s.environment().patience().toNanos()) {
            s.environment().control().ifPresent(control -> control.tradeAt(s.price()));
            hears = s.probe().await(BREATH, () -> s.probe().market().after(from).isAlive());
        }
        s.expect(hears, "a price of " + s.instrument().symbol() + " as it is now");
    }

    private static void hears(final ContractSession s) {
        awaitListening(s);
        s.note(s.probe().market().describe());
    }

    private static void history(final ContractSession s) {
        final boolean isControlled = s.environment().control().isPresent();
        awaitListening(s);
        final long nowNs = isControlled ? closeBars(s, 3) : s.probe().market().lastTimeNs() / MINUTE_NS * MINUTE_NS;
        final long knownNs = nowNs - (isControlled ? 2 : MINUTES_BACK) * MINUTE_NS;
        s.restartWithBars(knownNs);
        s.await(
                "bars after the one that is known",
                () -> isControlled
                        ? s.probe().market().closeTimesNs().equals(List.of(nowNs - MINUTE_NS, nowNs))
                        : !s.probe().market().bars().isEmpty());
        final List<Bar> bars = s.probe().market().bars();
        s.note(bars.size() + " bars");
        expectInOrder(s);
        s.expect(bars.get(0).closeTimeNs() > knownNs, "no bar that the engine has already");
        for (final Bar bar : bars) {
            s.expect(
                    bar.low() <= Math.min(bar.open(), bar.close()) && bar.high() >= Math.max(bar.open(), bar.close()),
                    "a bar whose low and high are lowest and highest, not " + bar);
        }
    }

    /** Closes bars in a row; returns when the last closed. */
    private static long closeBars(final ContractSession s, final int count) {
        long closeNs = 0;
        for (int i = 0; i < count; i++) {
            closeNs = closeBar(s);
        }
        return closeNs;
    }

    private static long closeBar(final ContractSession s) {
        return s.control().closeBar(s.price(100), s.price(102), s.price(99), s.price(101), volume(s));
    }

    private static long volume(final ContractSession s) {
        return VOLUME * s.instrument().lotSize();
    }

    private static void expectInOrder(final ContractSession s) {
        final List<Long> times = s.probe().market().closeTimesNs();
        s.expect(times.equals(times.stream().sorted().distinct().toList()), "bars in order, each once, not " + times);
    }

    private static void awaitBar(final ContractSession s, final long closeNs) {
        s.await(
                "the bar that closed at " + closeNs,
                () -> s.probe().market().closeTimesNs().contains(closeNs));
    }

    private static void bar(final ContractSession s) {
        awaitListening(s);
        final long closeNs = closeBar(s);
        awaitBar(s, closeNs);
        final long nextNs = closeBar(s);
        awaitBar(s, nextNs);
        final Bar wanted = new Bar(
                BarKind.CLOSED, closeNs, MINUTE_NS, s.price(100), s.price(102), s.price(99), s.price(101), volume(s));
        final List<Bar> told = s.probe().market().bars().stream()
                .filter(bar -> bar.closeTimeNs() == closeNs)
                .toList();
        s.expect(told.equals(List.of(wanted)), wanted + ", not " + told);
    }

    private static void order(final ContractSession s) {
        awaitListening(s);
        final List<Long> prices = List.of(s.price(101), s.price(102), s.price(101), s.price(103));
        prices.forEach(price -> s.control().tradeAt(price));
        s.await(
                "trades at " + prices,
                () -> s.probe().market().all(Trade.class).stream()
                        .map(Trade::price)
                        .filter(price -> price != s.price())
                        .toList()
                        .equals(prices));
    }

    private static void gap(final ContractSession s) {
        awaitListening(s);
        awaitBar(s, closeBar(s));
        s.control().let(VenueFault.DROP_DATA, VenueRequest.NONE, 0);
        expectNoneMissing(s);
    }

    private static void silence(final ContractSession s) {
        awaitListening(s);
        awaitBar(s, closeBar(s));
        s.control().let(VenueFault.SILENCE_DATA, VenueRequest.NONE, 0);
        expectNoneMissing(s);
    }

    private static void heldSlot(final ContractSession s) {
        awaitListening(s);
        awaitBar(s, closeBar(s));
        s.control().let(VenueFault.HOLD_DATA_SLOT, VenueRequest.NONE, HELD_MS);
        expectNoneMissing(s);
    }

    private static void expectNoneMissing(final ContractSession s) {
        final long firstNs = closeBar(s);
        final long secondNs = closeBar(s);
        awaitBar(s, firstNs);
        awaitBar(s, secondNs);
        expectInOrder(s);
        awaitListening(s);
        awaitBar(s, closeBar(s));
        expectInOrder(s);
        s.note(s.probe().market().bars().size() + " bars, none missing, none twice");
    }

    private static void duplicate(final ContractSession s) {
        awaitListening(s);
        s.control().let(VenueFault.REPEAT_DATA, VenueRequest.NONE, 0);
        awaitBar(s, closeBar(s));
        awaitBar(s, closeBar(s));
        expectInOrder(s);
    }

    private static void disorder(final ContractSession s) {
        awaitListening(s);
        s.control().let(VenueFault.SWAP_DATA, VenueRequest.NONE, 0);
        closeBar(s);
        awaitBar(s, closeBar(s));
        awaitBar(s, closeBar(s));
        expectInOrder(s);
        s.note(s.probe().market().bars().size() + " of 3 bars told");
    }

    private static void halt(final ContractSession s) {
        awaitListening(s);
        s.control().let(VenueFault.HALT, VenueRequest.NONE, 0);
        s.await("a halt", () -> statuses(s).contains(InstrumentStatus.HALTED));
        s.control().let(VenueFault.RESUME, VenueRequest.NONE, 0);
        s.await("the end of the halt", () -> lastStatus(s) == InstrumentStatus.TRADING);
    }

    private static List<InstrumentStatus> statuses(final ContractSession s) {
        return s.probe().market().all(Status.class).stream().map(Status::status).toList();
    }

    private static InstrumentStatus lastStatus(final ContractSession s) {
        return statuses(s).get(statuses(s).size() - 1);
    }

    private static void lateTrade(final ContractSession s) {
        awaitListening(s);
        final long closeNs = closeBar(s);
        awaitBar(s, closeNs);
        s.control().let(VenueFault.LATE_TRADE, VenueRequest.NONE, 0);
        s.await(
                "the bar told anew",
                () -> s.probe().market().all(Bar.class).stream()
                        .anyMatch(bar -> bar.kind() == BarKind.REVISED && bar.closeTimeNs() == closeNs));
        expectInOrder(s);
    }

    private static void correction(final ContractSession s) {
        awaitListening(s);
        s.control().let(VenueFault.CORRECT_TRADE, VenueRequest.NONE, 0);
        s.await(
                "a trade that is corrected",
                () -> !s.probe().market().all(TradeRevised.class).isEmpty());
    }

    private static void missedTrades(final ContractSession s) {
        awaitListening(s);
        awaitBar(s, closeBar(s));
        final List<Long> prices = List.of(s.price(101), s.price(102), s.price(103));
        s.control().let(VenueFault.DROP_DATA, VenueRequest.NONE, 0);
        prices.forEach(price -> s.control().tradeAt(price));
        s.await(
                "that trades are missing, and that none are any more",
                () -> s.probe().market().all(TradesMissing.class).stream()
                        .map(TradesMissing::missing)
                        .toList()
                        .equals(List.of(true, false)));
        awaitListening(s);
        final List<Long> past = s.probe().market().all(HistoricalTrade.class).stream()
                .map(HistoricalTrade::price)
                .filter(prices::contains)
                .toList();
        final List<Long> all = new ArrayList<>(past);
        s.probe().market().all(Trade.class).stream()
                .map(Trade::price)
                .filter(prices::contains)
                .forEach(all::add);
        // The connection may be back before the last of them.
        s.expect(past.contains(prices.get(0)), prices.get(0) + " as a trade of the past, not " + past);
        s.expect(all.equals(prices), "trades at " + prices + ", each once, not " + all);
    }
}
