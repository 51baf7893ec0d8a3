package reprise.simulation.peer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.TestMarket;
import reprise.simulation.peer.RoundTrips.RoundTrip;
import reprise.simulation.venue.LimitFillRule;
import reprise.simulation.venue.VenueConfig;

/** What backtesting.py asserts of stops and limits. */
final class BacktestingPyOrders {
    private static final String GOOG = "GOOG.csv";

    private BacktestingPyOrders() {}

    static List<PeerCase> all() {
        return List.of(new TrailingStop(), new WellKnown());
    }

    /** All equity long above an average, out by a stop that follows three average ranges below the close. */
    private static final class TrailingStop implements PeerCase {
        private static final int DECIMALS = 8;

        @Override
        public String title() {
            return "backtesting.py, trailing stop on GOOG";
        }

        @Override
        public List<Figure> figures() {
            final BacktestingPyBars bars = BacktestingPyBars.read(GOOG, DECIMALS, TestMarket.DAY_NS);
            final PeerRun run = bars.run(VenueConfig.PLAIN.withShortsAndLeverageE8(2 * Money.ONE), new Strategy(bars));
            return List.of(
                    Figure.equal("trades", "57", RoundTrips.of(run.fills()).size()));
        }

        private static final class Strategy extends PeerStrategy {
            private static final int RANGE_BARS = 40;
            private static final int RANGES = 3;
            private static final int AVERAGE_BARS = 10;

            private final OrderRequest stop = new OrderRequest();
            private final long[] opens;
            private final double[] ranges;
            private Line average;
            private long stopOrderId;
            private double stopPrice;
            private int bar = AVERAGE_BARS - 2;

            Strategy(final BacktestingPyBars bars) {
                opens = bars.opens();
                ranges = averageRanges(bars);
            }

            /** The first ones stand for those before: the peer's strategy looks that far ahead. */
            private static double[] averageRanges(final BacktestingPyBars bars) {
                final double[] highs = bars.column(2);
                final double[] lows = bars.column(3);
                final double[] closes = bars.closes();
                final double[] averages = new double[highs.length];
                Arrays.setAll(averages, bar -> {
                    double sum = 0;
                    final int last = Math.max(bar, RANGE_BARS - 1);
                    for (int i = last - RANGE_BARS + 1; i <= last; i++) {
                        final double before = i == 0 ? highs[0] : closes[i - 1];
                        sum += Math.max(highs[i], before) - Math.min(lows[i], i == 0 ? lows[0] : before);
                    }
                    return sum / RANGE_BARS;
                });
                return averages;
            }

            @Override
            void begin() {
                average = context().indicator(context().instrument(0), "sma:" + AVERAGE_BARS);
            }

            @Override
            public void onBar(final Instrument instrument) {
                bar++;
                final double close = instrument.toDouble(instrument.bar().close());
                if (bar + 2 == opens.length) {
                    finish(instrument);
                } else if (held(instrument) > 0) {
                    follow(instrument, close - RANGES * ranges[bar]);
                } else if (close > average.value() && bar + 1 < opens.length) {
                    trade(instrument, context().equity() / instrument.notional(opens[bar + 1], 1));
                }
            }

            private void finish(final Instrument instrument) {
                if (stopOrderId != 0) {
                    context().cancel(stopOrderId);
                }
                trade(instrument, -held(instrument));
            }

            private void follow(final Instrument instrument, final double price) {
                if (stopOrderId == 0) {
                    stopPrice = price;
                    submit(stop.stop(instrument, Side.SELL, held(instrument), scaled(stopPrice), TimeInForce.GTC));
                    stopOrderId = stop.orderId();
                } else if (price > stopPrice) {
                    stopPrice = price;
                    context().replace(stopOrderId, held(instrument), 0, scaled(stopPrice));
                }
            }

            private static long scaled(final double price) {
                return Math.round(price * Decimals.powerOfTen(DECIMALS));
            }

            @Override
            public void onOrder(final Order order) {
                if (order.type() == OrderType.STOP && order.state() == OrderState.FILLED) {
                    stopOrderId = 0;
                }
            }
        }
    }

    /** Orders with a stop and a limit at known days, on a tenth of margin, until the account has nothing left. */
    private static final class WellKnown implements PeerCase {
        private static final String RUIN = "2009-09-21";

        @Override
        public String title() {
            return "backtesting.py, stop and limit of one order on GOOG, ten times the equity";
        }

        @Override
        public List<Figure> figures() {
            final BacktestingPyBars bars =
                    BacktestingPyBars.read(GOOG, 2, TestMarket.DAY_NS).where(day -> day.compareTo(RUIN) <= 0);
            final VenueConfig venue =
                    VenueConfig.PLAIN.withShortsAndLeverageE8(10 * Money.ONE).withLimitFillRule(LimitFillRule.TOUCH);
            final PeerRun run = bars.run(venue, new Strategy());
            final List<PeerFill> fills = run.fills();
            final RoundTrip first = RoundTrips.of(fills.subList(0, 2)).get(0);
            final double peak = Arrays.stream(run.equity()).max().orElseThrow();
            final double second = run.finalEquity().doubleValue() - 10_000 - first.profit();
            return List.of(
                    Figure.equal("fills", "3", fills.size()),
                    Figure.equal("first entry", "2006-11-01", first.entry().dateWithin()),
                    Figure.equal("first exit", "2007-10-31", first.exit().date()),
                    Figure.printed("first profit", "23469", first.profit()),
                    Figure.equal("second entry", "2008-11-14", fills.get(2).dateWithin()),
                    Figure.printed("peak of equity", "46961", peak),
                    Figure.printed("second profit, at the close of " + RUIN, "-34420", second),
                    Figure.differing(
                            "equity then",
                            "0",
                            "-951",
                            run.finalEquity(),
                            "they end an account that has lost all, and forgive the rest"));
        }

        private static final class Strategy extends PeerStrategy {
            private final OrderRequest order = new OrderRequest();

            @Override
            public void onBar(final Instrument goog) {
                switch (LocalDate.ofEpochDay(Math.floorDiv(goog.bar().closeTimeNs() - 1, TestMarket.DAY_NS))
                        .toString()) {
                    case "2006-10-19" -> submit(order.stopLimit(goog, Side.BUY, 100, 484_00, 466_00, TimeInForce.GTC));
                    case "2007-10-30" -> trade(goog, -held(goog));
                    case "2008-11-11" ->
                        submit(order.stopLimit(goog, Side.SELL, 200, goog.bar().low(), 324_90, TimeInForce.GTC));
                    default -> {
                        // waits
                    }
                }
            }
        }
    }
}
