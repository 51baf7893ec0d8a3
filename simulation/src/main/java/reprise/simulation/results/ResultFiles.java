package reprise.simulation.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import reprise.market.InstrumentDefinition;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.Side;

/**
 * The files of a run in one directory: equity.csv, trades.csv and orders.csv, and pairs.csv and pairs-daily.csv where
 * pairs are traded, are written while the run goes on, meta.json when it is over.
 * Prices and quantities have the decimals of their instrument, money has eight, times are UTC. equity.csv has a row whenever equity changed and
 * at the end of each day; until the next row equity is what the last one says. Each order says why it was sent, each trade why it began and
 * ended. Works on the core's thread until closed.
 */
public final class ResultFiles implements ResultSink, AutoCloseable {
    private static final String EQUITY_HEADER = "time,equity,cash,exposure,drawdown";
    private static final String TRADES_HEADER =
            "trade,strategy,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,pnl,"
                    + "fees,bars_held,open,entry_reason,exit_reason,mae,mfe";
    private static final String ORDERS_HEADER =
            "order,created,ended,strategy,symbol,side,type,time_in_force,quantity,limit_price,state,"
                    + "filled,average_price,fees,reason,purpose,entry_order";

    private static final String PAIRS_HEADER =
            "trade,strategy,pair,symbol1,symbol2,side,entry_time,exit_time,entry_z,exit_z,quantity1,entry_price1,exit_price1,"
                    + "quantity2,entry_price2,exit_price2,pnl,fees,hold_hours,exit_reason,opened";
    private static final String PAIR_DAYS_HEADER = "time,trades,pnl,sharpe,max_drawdown,win_rate,average_hold_hours";
    private static final double NS_PER_HOUR = 3.6e12;

    private final Path directory;
    private final List<InstrumentDefinition> instruments;
    private final CsvFile equity;
    private final CsvFile trades;
    private final CsvFile orders;
    private CsvFile pairs;
    private CsvFile pairDays;

    /**
     * Begins the files of a run.
     *
     * @param directory made if absent; files of the same names are replaced.
     * @param instruments by dense id.
     * @throws UncheckedIOException if it cannot be written.
     */
    public ResultFiles(final Path directory, final List<InstrumentDefinition> instruments) {
        this.directory = directory;
        this.instruments = List.copyOf(instruments);
        try {
            Files.createDirectories(directory);
        } catch (final IOException e) {
            throw new UncheckedIOException(directory + " cannot be made", e);
        }
        equity = new CsvFile(directory.resolve("equity.csv"), EQUITY_HEADER);
        trades = new CsvFile(directory.resolve("trades.csv"), TRADES_HEADER);
        orders = new CsvFile(directory.resolve("orders.csv"), ORDERS_HEADER);
    }

    /**
     * Where the files are.
     *
     * @return the directory.
     */
    public Path directory() {
        return directory;
    }

    @Override
    public void onEquity(
            final long timeNs, final long equityNow, final long cash, final long exposure, final double drawdown) {
        equity.time(timeNs)
                .money(equityNow)
                .money(cash)
                .money(exposure)
                .fraction(drawdown)
                .endRow();
    }

    @Override
    public void onTrade(final Trade trade) {
        final InstrumentDefinition instrument = instruments.get(trade.instrumentId());
        trades.number(trade.number())
                .number(trade.strategyId())
                .text(trade.symbol())
                .text(trade.side() == Side.BUY ? "LONG" : "SHORT")
                .decimal(trade.quantity(), instrument.quantityDecimals())
                .time(trade.entryTimeNs())
                .decimal(trade.entryPrice(), instrument.priceDecimals())
                .time(trade.exitTimeNs())
                .decimal(trade.exitPrice(), instrument.priceDecimals())
                .money(trade.pnl())
                .money(trade.fees())
                .number(trade.barsHeld())
                .text(trade.isOpen() ? "true" : "false")
                .text(trade.entryReason())
                .text(trade.exitReason())
                .money(trade.adverse())
                .money(trade.favourable())
                .endRow();
    }

    @Override
    public void onOrder(final Order order, final String symbol, final long timeNs) {
        final InstrumentDefinition instrument = instruments.get(order.instrumentId());
        orders.text(OrderIds.format(order.orderId())).time(order.createdTimeNs());
        if (order.isOpen()) {
            orders.text("");
        } else {
            orders.time(timeNs);
        }
        orders.number(order.strategyId())
                .text(symbol)
                .text(order.side().name())
                .text(order.type().name())
                .text(order.timeInForce().name())
                .decimal(order.quantity(), instrument.quantityDecimals());
        if (order.type() == OrderType.LIMIT) {
            orders.decimal(order.limitPrice(), instrument.priceDecimals());
        } else {
            orders.text("");
        }
        orders.text(order.state().name()).decimal(order.filledQuantity(), instrument.quantityDecimals());
        if (order.filledQuantity() > 0) {
            orders.decimal(
                    AveragePrice.of(instrument, order.filledNotional(), order.filledQuantity()),
                    instrument.priceDecimals());
        } else {
            orders.text("");
        }
        orders.money(order.fees())
                .text(
                        order.state() == OrderState.REJECTED
                                ? order.rejectReason().name()
                                : "")
                .text(order.purpose().name())
                .text(entry(order))
                .endRow();
    }

    @Override
    public void onPairTrade(final PairRoundTrip trade) {
        if (pairs == null) {
            pairs = new CsvFile(directory.resolve("pairs.csv"), PAIRS_HEADER);
        }
        pairs.number(trade.number())
                .number(trade.strategyId())
                .number(trade.pairId())
                .text(trade.leg1().symbol())
                .text(trade.leg2().symbol())
                .text(trade.leg1().side() == Side.BUY ? "LONG_SPREAD" : "SHORT_SPREAD")
                .time(trade.entryTimeNs())
                .time(trade.exitTimeNs())
                .fraction(trade.entryZ())
                .fraction(trade.exitZ());
        leg(trade.leg1());
        leg(trade.leg2());
        pairs.money(trade.pnl())
                .money(trade.fees())
                .fraction(trade.holdNs() / NS_PER_HOUR)
                .text(trade.exitReason())
                .text(trade.wasOpen() ? "true" : "false")
                .endRow();
    }

    private void leg(final PairRoundTrip.Leg leg) {
        final InstrumentDefinition instrument = instruments.get(leg.instrumentId());
        pairs.decimal(leg.quantity(), instrument.quantityDecimals())
                .decimal(leg.entryPrice(), instrument.priceDecimals())
                .decimal(leg.exitPrice(), instrument.priceDecimals());
    }

    @Override
    public void onPairDay(
            final long timeNs, final PairStatistics soFar, final double sharpe, final double maxDrawdown) {
        if (pairDays == null) {
            pairDays = new CsvFile(directory.resolve("pairs-daily.csv"), PAIR_DAYS_HEADER);
        }
        pairDays.time(timeNs)
                .number(soFar.trades())
                .money(soFar.pnl())
                .fraction(sharpe)
                .fraction(maxDrawdown)
                .fraction(soFar.winRate())
                .fraction(soFar.averageHoldNs() / NS_PER_HOUR)
                .endRow();
    }

    private static String entry(final Order order) {
        final long entryOrderId = order.terms().entryOrderId();
        return entryOrderId == OrderIds.NULL_ORDER_ID ? "" : OrderIds.format(entryOrderId);
    }

    /**
     * The run is over: writes meta.json.
     *
     * @param result of the run.
     */
    public void writeMeta(final RunResult result) {
        MetaFile.write(directory.resolve("meta.json"), result);
    }

    /** Completes the files; further calls have no effect. */
    @Override
    public void close() {
        equity.close();
        trades.close();
        orders.close();
        if (pairs != null) {
            pairs.close();
        }
        if (pairDays != null) {
            pairDays.close();
        }
    }
}
