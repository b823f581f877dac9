package org.minyi.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** How all links do and what they cost, counted when somebody asks. */
@Service
public class LinkReport {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Carried NOTHING = new Carried(0, 0, 0, 0, 0, 0);

    private final Operators operators;
    private final LinkMinutes minutes;
    private final LinkPrices prices;
    private final Clock clock;

    LinkReport(Operators operators, LinkMinutes minutes, LinkPrices prices, Clock clock) {
        this.operators = operators;
        this.minutes = minutes;
        this.prices = prices;
        this.clock = clock;
    }

    /** Each link of this node, and each that carried something this month, by name. */
    public List<LinkFigures> all() {
        var counted = counted();
        var up = new LinkedHashMap<String, Boolean>();
        operators.all().forEach(link -> up.put(link.name(), link.operator().isUp()));
        var names = new TreeSet<>(up.keySet());
        names.addAll(counted.day().keySet());
        names.addAll(counted.month().keySet());
        return names.stream().map(link -> figures(link, up.get(link), counted)).toList();
    }

    /** Those whose operator has stopped reporting. */
    public List<String> silent() {
        var silent = new ArrayList<String>();
        carriedAQuarterAgo().forEach((link, carried) -> {
            if (Reporting.isSilent(carried)) {
                silent.add(link);
            }
        });
        return silent;
    }

    /** Every stretch of time that is asked about, each counted once for all links. */
    private record Counted(
            Instant midnight,
            Instant first,
            Map<String, Carried> minute,
            Map<String, Carried> quarter,
            Map<String, Carried> day,
            Map<String, Carried> settled,
            Map<String, Carried> today,
            Map<String, Carried> month) {}

    private Counted counted() {
        var now = clock.instant();
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var zone = clock.getZone();
        var today = now.atZone(zone).toLocalDate();
        var midnight = today.atStartOfDay(zone).toInstant();
        var first = today.withDayOfMonth(1).atStartOfDay(zone).toInstant();
        return new Counted(
                midnight,
                first,
                minutes.carried(minute.minus(Duration.ofMinutes(1)), minute),
                carriedAQuarterAgo(),
                minutes.carried(now.minus(DAY), now),
                minutes.carried(now.minus(DAY), now.minus(Reporting.STRETCH)),
                minutes.carried(midnight, now),
                minutes.carried(first, now));
    }

    private Map<String, Carried> carriedAQuarterAgo() {
        var now = clock.instant();
        return minutes.carried(now.minus(Reporting.STRETCH.multipliedBy(2)), now.minus(Reporting.STRETCH));
    }

    private LinkFigures figures(String link, Boolean up, Counted counted) {
        var minute = counted.minute().getOrDefault(link, NOTHING);
        var quarter = counted.quarter().getOrDefault(link, NOTHING);
        var day = counted.day().getOrDefault(link, NOTHING);
        return new LinkFigures(
                link,
                up,
                minute.accepted() / 60.0,
                minute.parts() / 60.0,
                day,
                rate(quarter),
                rate(counted.settled().getOrDefault(link, NOTHING)),
                day.reported() == 0 ? null : Math.min(1, (double) day.delivered() / day.reported()),
                Reporting.isSilent(quarter),
                spent(link, counted.midnight(), counted.today()),
                spent(link, counted.first(), counted.month()));
    }

    private static Double rate(Carried carried) {
        return carried.accepted() == 0 ? null : carried.reportRate();
    }

    private LinkFigures.Spent spent(String link, Instant since, Map<String, Carried> all) {
        var carried = all.getOrDefault(link, NOTHING);
        var price = prices.of(link);
        return new LinkFigures.Spent(
                since,
                carried.accepted(),
                carried.parts(),
                price.map(one -> one.multiply(java.math.BigDecimal.valueOf(carried.parts())))
                        .orElse(null),
                price.map(one -> prices.currency()).orElse(null));
    }
}
