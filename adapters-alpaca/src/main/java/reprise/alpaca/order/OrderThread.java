package reprise.alpaca.order;

import reprise.message.EventPublisher;

/**
 * What each thread that works on orders has for itself.
 *
 * @param events its publisher.
 * @param rest reads for it.
 * @param encoder writes for it.
 */
record OrderThread(EventPublisher events, RestOrders rest, OrderEncoder encoder) {}
