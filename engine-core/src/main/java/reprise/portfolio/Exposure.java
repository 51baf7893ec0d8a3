package reprise.portfolio;

import java.util.Arrays;

/** Market values of one book, or of any other set of positions, summed by currency. Follows from the positions. */
final class Exposure {
    private long[] net = new long[1];
    private long[] gross = new long[1];

    void change(final int currencyId, final long before, final long after) {
        if (currencyId >= net.length) {
            net = Arrays.copyOf(net, currencyId + 1);
            gross = Arrays.copyOf(gross, currencyId + 1);
        }
        net[currencyId] = Math.addExact(net[currencyId], after - before);
        gross[currencyId] = Math.addExact(gross[currencyId], Math.abs(after) - Math.abs(before));
    }

    long net(final Currencies currencies) {
        return sum(net, currencies);
    }

    long gross(final Currencies currencies) {
        return sum(gross, currencies);
    }

    private static long sum(final long[] amounts, final Currencies currencies) {
        long sum = 0;
        for (int id = 0; id < amounts.length; id++) {
            sum = Math.addExact(sum, currencies.valueOf(id, amounts[id]));
        }
        return sum;
    }

    void clear() {
        Arrays.fill(net, 0);
        Arrays.fill(gross, 0);
    }
}
