package org.minyi.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.minyi.contact.Businesses;
import org.minyi.organisation.Level;
import org.minyi.organisation.Unit;
import org.minyi.organisation.Units;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What people of Lanhe call the city hotline about; they have the pocket phones of yesterday's contacts. */
@Component
@ConditionalOnProperty("minyi.simulator")
class HandedOver {

    private static final List<String> WORDS = List.of(
            "我前天去派出所办户口，等了两个小时，没有人告诉我还缺什么材料。",
            "报警以后过了四十分钟才有人来，态度也不好，希望给个说法。",
            "楼下烧烤摊每天吵到半夜，打了三次110，第二天还是一样。",
            "被拖走的电动车找不到登记，窗口让我去另一个所，那边又让我回来。");

    private static final Duration WANTED_WITHIN = Duration.ofDays(5);

    private final Businesses businesses;
    private final Units units;
    private final ObjectMapper json;
    private final Clock clock;
    private final Random chance = new Random();

    HandedOver(Businesses businesses, Units units, ObjectMapper json, Clock clock) {
        this.businesses = businesses;
        this.units = units;
        this.json = json;
        this.clock = clock;
    }

    String nextReference() {
        return "GD%s-%s"
                .formatted(
                        LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE),
                        UUID.randomUUID().toString().substring(0, 6));
    }

    /** Somebody, about some post. */
    JsonNode body() {
        var phone = any(new DayOfContacts(LocalDate.now(clock).minusDays(1), businesses.all()).mobiles());
        var posts = units.all().stream()
                .filter(unit -> unit.level() == Level.POST)
                .map(Unit::code)
                .toList();
        var due = clock.instant().plus(WANTED_WITHIN).truncatedTo(ChronoUnit.MINUTES);
        return json.createObjectNode()
                .put("name", DayOfContacts.ownerOf(phone))
                .put("phone", phone)
                .put("matterKind", "COMPLAINT")
                .put("unit", any(posts).value())
                .put("business", "household-registration")
                .put("words", any(WORDS))
                .put("dueBy", due.atOffset(ZoneOffset.UTC).toString());
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }
}
