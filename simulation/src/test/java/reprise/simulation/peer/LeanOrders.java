package reprise.simulation.peer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.simulation.TestMarket;
import reprise.simulation.venue.MarketFill;
import reprise.simulation.venue.MatchingRules;
import reprise.simulation.venue.StopFill;

/** LEAN's algorithms of single types of order. */
final class LeanOrders {
    private static final long HUNDRED = 100;

    private LeanOrders() {}

    static List<PeerCase> all() {
        return List.of(new PassedStop(), new StopLimits(), new HourlyLimits());
    }

    private static PeerRun run(final MatchingRules matching, final reprise.simulation.BarList bars) {
        return new PeerRun(LeanFees.VENUE.withMatching(matching), "100000")
                .instrument("SPY", LeanBars.DECIMALS, 0, bars);
    }

    private static Figure equity(final String theirs, final PeerRun run) {
        return Figure.printed("end equity", theirs, run.finalEquity().doubleValue());
    }

    private static Figure fees(final String theirs, final PeerRun run) {
        return Figure.printed("fees", theirs, run.fees().doubleValue());
    }

    /** Sells short at the first close and buys back by a stop that the next bar gaps over. */
    private static final class PassedStop implements PeerCase {
        @Override
        public String title() {
            return "LEAN, stop that is passed, SPY minutes";
        }

        @Override
        public List<Figure> figures() {
            final PeerRun run = run(
                            MatchingRules.PLAIN.withMarketFill(MarketFill.SAME_CLOSE),
                            new LeanBars().minutes(LeanBars.FIRST_DAY))
                    .play(new Strategy());
            return List.of(Figure.equal("orders", "2", run.fills().size()), equity("99995.41", run), fees("2.00", run));
        }

        private static final class Strategy extends PeerStrategy {
            private boolean begun;

            @Override
            public void onBar(final Instrument spy) {
                if (!begun) {
                    begun = true;
                    trade(spy, -HUNDRED);
                }
            }

            /** A stop that the market has passed is refused here, theirs is two below: the next one that is not triggers as soon. */
            @Override
            public void onOrder(final Order order) {
                if (order.state() == OrderState.FILLED && order.side() == Side.SELL) {
                    final Instrument spy = context().instrument(0);
                    submit(new OrderRequest().stop(spy, Side.BUY, HUNDRED, spy.markPrice() + 1, TimeInForce.GTC));
                }
            }
        }
    }

    /** Buys and sells once by stop-limit orders that follow two averages. */
    private static final class StopLimits implements PeerCase {
        @Override
        public String title() {
            return "LEAN, stop-limit orders, SPY days";
        }

        @Override
        public List<Figure> figures() {
            final PeerRun run = run(
                            MatchingRules.PLAIN.withStopFill(StopFill.WORST_IN_BAR),
                            new LeanBars().daily("2013-01-01", "2018-01-01"))
                    .play(new Strategy());
            return List.of(
                    fill("bought", "2013-09-18 at 149.01273079065", run, 0),
                    fill("sold", "2014-10-15 at 161.8088348604", run, 1),
                    equity("101277.61", run),
                    fees("2.00", run));
        }

        private static Figure fill(final String name, final String theirs, final PeerRun run, final int index) {
            final PeerFill fill = run.fills().get(index);
            return Figure.equal(
                    name, theirs, fill.dateWithin() + " at " + Decimals.formatShort(fill.price(), LeanBars.DECIMALS));
        }

        private static final class Strategy extends PeerStrategy {
            private static final double TOLERANCE = 1.001;

            private Line fast;
            private Line slow;
            private boolean buying;
            private boolean selling;

            @Override
            void begin() {
                fast = context().indicator(context().instrument(0), "ema:30");
                slow = context().indicator(context().instrument(0), "ema:60");
            }

            @Override
            public void onBar(final Instrument spy) {
                final boolean isUp = fast.value() > slow.value() * TOLERANCE;
                final boolean isDown = fast.value() < slow.value() * TOLERANCE;
                if (!buying && isUp) {
                    buying = true;
                    order(spy, Side.BUY, spy.bar().high(), "1.10", "1.11");
                } else if (held(spy) > 0 && !selling && isDown) {
                    selling = true;
                    order(spy, Side.SELL, spy.bar().low(), "0.99", "0.98");
                }
            }

            private void order(
                    final Instrument spy, final Side side, final long price, final String stop, final String limit) {
                submit(new OrderRequest()
                        .stopLimit(spy, side, HUNDRED, times(price, stop), times(price, limit), TimeInForce.GTC));
            }

            private static long times(final long price, final String factor) {
                return BigDecimal.valueOf(price)
                        .multiply(new BigDecimal(factor))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
            }
        }
    }

    /** A limit order at the last price at every full hour, to buy for two days and then to sell. */
    private static final class HourlyLimits implements PeerCase {
        private static final long HOUR_NS = 3600 * TestMarket.SECOND_NS;

        @Override
        public String title() {
            return "LEAN, limit orders, SPY seconds";
        }

        @Override
        public List<Figure> figures() {
            final Strategy strategy = new Strategy();
            final PeerRun run =
                    run(MatchingRules.PLAIN, new LeanBars().seconds()).play(strategy);
            return List.of(
                    Figure.equal("orders", "35", strategy.orders),
                    Figure.equal("filled", "34", run.fills().size()),
                    Figure.equal(
                            "position",
                            "-60",
                            run.fills().stream().mapToLong(PeerFill::quantity).sum()),
                    equity("99931.07", run),
                    fees("34.00", run));
        }

        private static final class Strategy extends PeerStrategy {
            private static final long SHARES = 10;
            private static final int FIRST_HOUR = 10;
            private static final long BUYING_DAYS = 2;

            private int orders;

            @Override
            public void onBar(final Instrument spy) {
                final long timeNs = spy.bar().closeTimeNs();
                final long dayNs = Math.floorMod(timeNs, TestMarket.DAY_NS);
                if (dayNs % HOUR_NS == 0 && dayNs / HOUR_NS >= FIRST_HOUR) {
                    final long day = timeNs / TestMarket.DAY_NS - LeanBars.FIRST_DAY.toEpochDay();
                    final Side side = day < BUYING_DAYS ? Side.BUY : Side.SELL;
                    orders++;
                    submit(new OrderRequest().limit(spy, side, SHARES, spy.bar().close(), TimeInForce.GTC));
                }
            }
        }
    }
}
