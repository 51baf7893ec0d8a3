package reprise.risk;

import org.junit.jupiter.api.Test;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Order;
import reprise.order.RejectReason;
import reprise.order.Side;

/** Exposure, buying power and borrow at their boundaries, with what open orders may still do. */
class ExposureChecksTest extends RiskFixture {
    @Test
    void shouldLimitGrossExposureWithOpenOrders() {
        with(limits().maxGrossExposure(Money.parse("100")));
        hold(SECOND, other, -30);
        open(SECOND, limit(other, Side.SELL, 10, 100));
        open(SECOND, limit(other, Side.BUY, 30, 100));
        hold(FIRST, 20);

        expectPass(buy(40));
        expectRefusal(buy(41), RejectReason.MAX_GROSS_EXPOSURE, "101", "100");
        expectPass(sell(20));
        expectPass(sell(80));
        expectRefusal(sell(81), RejectReason.MAX_GROSS_EXPOSURE, "101", "100");
    }

    @Test
    void shouldNotCountExitsOnOneSideAsExposure() {
        with(limits().maxGrossExposure(Money.parse("100")));
        hold(FIRST, 50);
        open(FIRST, sell(50));

        expectPass(buy(50));
    }

    @Test
    void shouldFollowPricesInExposure() {
        with(limits().maxGrossExposure(Money.parse("100")));
        hold(FIRST, other, 40);
        expectPass(buy(60));

        other.onTrade(125, 1);

        expectRefusal(buy(51), RejectReason.MAX_GROSS_EXPOSURE, "101", "100");
        expectPass(buy(50));
    }

    @Test
    void shouldLimitNetExposureOnBothSides() {
        with(limits().maxNetExposure(Money.parse("100")));
        hold(FIRST, other, 60);

        expectPass(buy(40));
        expectRefusal(buy(41), RejectReason.MAX_NET_EXPOSURE, "101", "100");
        expectPass(sell(160));
        expectRefusal(sell(161), RejectReason.MAX_NET_EXPOSURE, "101", "100");
    }

    @Test
    void shouldLimitEachStrategyForItself() {
        with(limits().maxStrategyGrossExposure(Money.parse("100")).maxStrategyNetExposure(Money.parse("80")));
        hold(SECOND, 5000);
        hold(FIRST, other, -60);

        expectPass(buy(40));
        expectRefusal(buy(41), RejectReason.MAX_STRATEGY_EXPOSURE, "101", "100");
        expectPass(sell(20));
        expectRefusal(sell(21), RejectReason.MAX_STRATEGY_EXPOSURE, "81", "80");
    }

    @Test
    void shouldRefuseToMeasureExposureWithoutAPrice() {
        with(limits().maxGrossExposure(Money.parse("100")));

        expectRefusal(limit(euroRate, Side.BUY, 1, 100), RejectReason.NO_MARKET_PRICE, 0, 0);
    }

    @Test
    void shouldHoldOtherCurrenciesToLimitsInTheAccountsOwn() {
        with(RiskLimits.builder(Money.parse("100"), WIDE, 100).maxGrossExposure(Money.parse("90")));
        expectRefusal(limit(euro, Side.BUY, 1, 100), RejectReason.NO_MARKET_PRICE, 0, 0);

        euroRate.onTrade(125, 1);

        expectPass(limit(euro, Side.BUY, 72, 100));
        expectRefusal(limit(euro, Side.BUY, 73, 100), RejectReason.MAX_GROSS_EXPOSURE, "91.25", "90");
        expectRefusal(limit(euro, Side.BUY, 81, 100), RejectReason.MAX_ORDER_NOTIONAL, "101.25", "100");
    }

    @Test
    void shouldSpendNoMoreCashThanThereIsWithWhatOpenOrdersMayCost() {
        with(limits().buyingPower(Money.ONE, Money.parse("0.01")));
        portfolio.cashReported(Money.parse("1010"));

        expectPass(buy(1000));
        expectRefusal(buy(1001), RejectReason.INSUFFICIENT_FUNDS, "1011.01", "1010");

        final Order order = open(SECOND, limit(other, Side.BUY, 400, 200));
        expectPass(buy(200));
        expectRefusal(buy(201), RejectReason.INSUFFICIENT_FUNDS, "203.01", "202");
        expectPass(limit(other, Side.BUY, 500, 200).replacing(order));

        orders.fill(order, 100, Money.parse("200"), 0);
        fills.fill(order, 200, 100, 0, FeeAsset.QUOTE);
        expectPass(buy(201));
        expectRefusal(buy(202), RejectReason.INSUFFICIENT_FUNDS, "204.02", "204");
    }

    @Test
    void shouldReleaseWhatACancelledOrderReserved() {
        with(limits().buyingPower(Money.ONE, 0));
        portfolio.cashReported(Money.parse("100"));
        final Order order = open(FIRST, buy(100));
        expectRefusal(buy(1), RejectReason.INSUFFICIENT_FUNDS, "1", "0");

        orders.end(order, reprise.order.OrderState.CANCELED);

        expectPass(buy(100));
    }

    @Test
    void shouldBuyOnMarginUpToAMultipleOfEquity() {
        with(limits().buyingPower(Money.parse("2"), Money.parse("0.01")));
        portfolio.cashReported(Money.parse("100"));
        hold(FIRST, other, 50);

        expectRefusal(buy(149), RejectReason.INSUFFICIENT_FUNDS, "200.49", "200");
        expectPass(buy(148));
        expectPass(limit(other, Side.SELL, 50, 100));
    }

    @Test
    void shouldForbidShortsThatNobodyLends() {
        expectPass(sell(10));
        expectRefusal(limit(unborrowable, Side.SELL, 1, 100), RejectReason.SHORT_NOT_ALLOWED, 1, 0);
        hold(SECOND, unborrowable, 5);
        expectPass(limit(unborrowable, Side.SELL, 5, 100));
        expectRefusal(limit(unborrowable, Side.SELL, 6, 100), RejectReason.SHORT_NOT_ALLOWED, 1, 0);

        portfolio.borrow().reported(0, 10, 0);
        expectPass(sell(10));
        expectRefusal(sell(11), RejectReason.SHORT_NOT_ALLOWED, 11, 10);
        hold(FIRST, -4);
        expectPass(sell(6));
        expectRefusal(sell(7), RejectReason.SHORT_NOT_ALLOWED, 7, 6);
        expectPass(buy(1));
    }

    @Test
    void shouldForbidShortsInACashAccount() {
        with(limits().buyingPower(Money.ONE, 0));
        hold(FIRST, 5);

        expectPass(sell(5));
        expectRefusal(sell(6), RejectReason.SHORT_NOT_ALLOWED, 1, 0);
    }
}
