package reprise.alpaca.rest;

import okhttp3.Call;
import okhttp3.EventListener;

/** Whether the first byte of a request may have left. */
final class SentMark {
    /** Sets the mark of each call. */
    static final EventListener LISTENER = new EventListener() {
        @Override
        public void requestHeadersStart(final Call call) {
            final SentMark mark = call.request().tag(SentMark.class);
            if (mark != null) {
                mark.sent = true;
            }
        }
    };

    private volatile boolean sent;

    boolean isSet() {
        return sent;
    }
}
