package reprise.simulation.alpaca.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.calendar.SessionCalendar;
import reprise.simulation.alpaca.account.Activity;
import reprise.simulation.alpaca.account.Refusal;
import reprise.simulation.alpaca.account.Venue;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.TradingDays;
import reprise.simulation.alpaca.wire.AccountWire;
import reprise.simulation.alpaca.wire.OrderWire;
import reprise.simulation.alpaca.wire.Stamps;

/** What a client may read of account, positions, assets and hours. Handlers run under the venue's lock. */
final class AccountRoutes {
    private static final int PAGE = 100;
    private static final int MOST_DAYS = 10_000;

    private final Venue venue;
    private final long startNs;

    AccountRoutes(final Venue venue) {
        this.venue = venue;
        startNs = venue.market().nowNs();
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/account", request -> Reply.ok(AccountWire.account(venue, startNs))),
                Route.of("GET", "/v2/account/configurations", request -> Reply.ok(AccountWire.configurations(venue))),
                Route.of("GET", "/v2/account/activities", this::activities),
                Route.of("GET", "/v2/account/activities/{}", this::activitiesOfType),
                Route.of("GET", "/v2/positions", request -> Reply.ok(AccountWire.positions(venue))),
                Route.of("GET", "/v2/positions/{}", this::position),
                Route.of("GET", "/v2/assets", this::assets),
                Route.of("GET", "/v2/assets/(.+)", this::asset),
                Route.of("GET", "/v2/clock", request -> Reply.ok(clock())),
                Route.of("GET", "/v2/calendar", this::calendar));
    }

    private Reply activitiesOfType(final Request request) {
        return request.part(0).equals("FILL") ? activities(request) : Reply.ok(List.of());
    }

    private Reply activities(final Request request) {
        final List<String> types = request.list("activity_types");
        if (!types.isEmpty() && !types.contains("FILL")) {
            return Reply.ok(List.of());
        }
        final long afterNs = request.time("after", Long.MIN_VALUE);
        final long untilNs = request.time("until", Long.MAX_VALUE);
        final String date = request.query("date", null);
        final List<Activity> selected = new ArrayList<>(venue.reports().activities().stream()
                .filter(activity -> activity.execution().timeNs() > afterNs
                        && activity.execution().timeNs() < untilNs
                        && (date == null
                                || date.equals(
                                        TradingDays.date(activity.execution().timeNs(), TradingDays.NEW_YORK)
                                                .toString())))
                .toList());
        if (!"asc".equals(request.query("direction", "desc"))) {
            Collections.reverse(selected);
        }
        return Reply.ok(
                page(selected, request).stream().map(OrderWire::activity).toList());
    }

    private static List<Activity> page(final List<Activity> activities, final Request request) {
        final String token = request.query("page_token", null);
        int from = 0;
        if (token != null) {
            while (from < activities.size()
                    && !OrderWire.activityId(activities.get(from)).equals(token)) {
                from++;
            }
            from = Math.min(from + 1, activities.size());
        }
        final int to = Math.min(activities.size(), from + request.whole("page_size", PAGE, PAGE));
        return activities.subList(from, to);
    }

    private Reply position(final Request request) {
        final Asset asset = venue.market()
                .assetOfPosition(request.part(0))
                .filter(found -> venue.books().position(found).quantity().signum() != 0)
                .orElseThrow(() -> Refusal.notFound("position does not exist"));
        return Reply.ok(AccountWire.position(venue, asset));
    }

    private Reply assets(final Request request) {
        final String assetClass = request.query("asset_class", "us_equity");
        final boolean inactive = "inactive".equals(request.query("status", "active"));
        return Reply.ok(venue.market().assets().stream()
                .filter(asset -> !inactive && asset.assetClass().wireName().equals(assetClass))
                .map(AccountWire::asset)
                .toList());
    }

    private Reply asset(final Request request) {
        final String name = request.part(0).replace("%2F", "/").replace("%2f", "/");
        return Reply.ok(AccountWire.asset(venue.market()
                .asset(name)
                .or(() -> venue.market().assetOfPosition(name))
                .orElseThrow(() -> Refusal.notFound("asset not found for " + name))));
    }

    private Map<String, Object> clock() {
        final long nowNs = venue.market().nowNs();
        final SessionCalendar calendar = venue.market().hours().calendar();
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("timestamp", Stamps.newYork(nowNs));
        fields.put("is_open", venue.market().hours().isOpen(nowNs));
        fields.put("next_open", Stamps.newYork(calendar.nextOpenNs(nowNs)));
        fields.put("next_close", Stamps.newYork(calendar.nextCloseNs(nowNs)));
        return fields;
    }

    private Reply calendar(final Request request) {
        final SessionCalendar calendar = SessionCalendar.usEquities();
        final LocalDate today = TradingDays.date(venue.market().nowNs(), TradingDays.NEW_YORK);
        final LocalDate start = date(request, "start", today.minusYears(1));
        final LocalDate end = date(request, "end", today.plusYears(1));
        final List<Object> days = new ArrayList<>();
        int session = calendar.sessionAtOrAfter(TradingDays.startNs(start, TradingDays.NEW_YORK));
        while (session < calendar.sessionCount()
                && calendar.epochDay(session) <= end.toEpochDay()
                && days.size() < MOST_DAYS) {
            days.add(day(calendar, session++));
        }
        return Reply.ok(days);
    }

    private static LocalDate date(final Request request, final String name, final LocalDate otherwise) {
        final String text = request.query(name, null);
        try {
            return text == null ? otherwise : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (final DateTimeParseException e) {
            throw Refusal.unprocessable("invalid " + name + ": " + text);
        }
    }

    /** Hours of the session with a colon, those of the extended session without. */
    private static Map<String, Object> day(final SessionCalendar calendar, final int session) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("date", LocalDate.ofEpochDay(calendar.epochDay(session)).toString());
        fields.put("open", hours(calendar.openNs(session)));
        fields.put("close", hours(calendar.closeNs(session)));
        fields.put("session_open", hours(calendar.preMarketNs(session)).replace(":", ""));
        fields.put("session_close", hours(calendar.postMarketNs(session)).replace(":", ""));
        final int next = Math.min(session + 1, calendar.sessionCount() - 1);
        fields.put(
                "settlement_date", LocalDate.ofEpochDay(calendar.epochDay(next)).toString());
        return fields;
    }

    private static String hours(final long timeNs) {
        return Stamps.newYork(timeNs).substring("yyyy-MM-ddT".length(), "yyyy-MM-ddTHH:mm".length());
    }
}
