package org.minyi.demonstration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.minyi.contact.Business;

/**
 * What the source systems of Lanhe tell of one day: six hundred contacts, always the same for the same date, with what
 * makes real deliveries awkward among them.
 */
final class DayOfContacts {

    static final int COUNT = 600;
    static final String NO_SUCH_UNIT = "990199990000";

    private static final String HEADER = "source,reference,module,business,served_at,unit,officer,name,phone,minor\n";

    /** Ten thousand mobiles of one block; nobody real is ever written to, because only the simulator is. */
    private static final int CITIZENS = 10_000;

    private static final String BLOCK = "1380000";
    private static final int PHONE = 8;

    /** Of a hundred contacts. A business that a process owner added is met now and then. */
    private static final Map<String, Integer> SHARES = Map.ofEntries(
            Map.entry("110-dispatch", 26),
            Map.entry("household-registration", 14),
            Map.entry("vehicle-driver", 14),
            Map.entry("traffic-accident", 10),
            Map.entry("administrative-case", 8),
            Map.entry("criminal-case", 7),
            Map.entry("exit-entry", 6),
            Map.entry("hotline", 4),
            Map.entry("public-security-licence", 3),
            Map.entry("external-channel", 3),
            Map.entry("scene-investigation", 3),
            Map.entry("forensic-identification", 1),
            Map.entry("opinion-survey", 1));

    /** The sub-centre that alone does a business, and its counter where it has one; all others are done by stations. */
    private static final Map<String, String> PLACES = Map.of(
            "traffic-accident", "14",
            "vehicle-driver", "1406",
            "exit-entry", "1706",
            "public-security-licence", "1606",
            "criminal-case", "15",
            "forensic-identification", "15");

    private static final int STATIONS_OF = 13;
    private static final int POSTS = 5;
    private static final int OPENS = 8 * 60;
    private static final int OPEN_FOR = 12 * 60;

    private final LocalDate day;
    private final List<Business> businesses;
    private final Random chance;
    private final Set<Integer> met = new HashSet<>();

    DayOfContacts(LocalDate day, List<Business> businesses) {
        this.day = day;
        this.chance = new Random(day.toEpochDay());
        this.businesses = businesses.stream()
                .flatMap(business -> Stream.generate(() -> business).limit(SHARES.getOrDefault(business.code(), 1)))
                .toList();
    }

    /** The day as one delivery. */
    String csv() {
        var lines = new StringBuilder(HEADER);
        var before = citizen();
        for (int number = 1; number <= COUNT; number++) {
            var who = is(number, 60, 23) ? before : citizen();
            lines.append(line(number, who)).append('\n');
            before = who;
        }
        return lines.toString();
    }

    /** Numbers that told us long ago never to ask again. */
    static List<String> optedOut() {
        var numbers = new ArrayList<String>();
        for (int citizen = 13; citizen < CITIZENS; citizen += 97) {
            numbers.add(mobile(citizen));
        }
        return numbers;
    }

    /** The mobile phones of the day, as their network knows them. */
    List<String> mobiles() {
        return csv().lines()
                .map(line -> line.split(",", -1)[PHONE].replaceFirst("^\\+86 ", ""))
                .filter(phone -> phone.startsWith(BLOCK))
                .distinct()
                .toList();
    }

    /** Whose a mobile phone of Lanhe is; its number where it is none. */
    static String ownerOf(String phone) {
        return phone.matches(BLOCK + "\\d{4}")
                ? PeoplesNames.of(Integer.parseInt(phone.substring(BLOCK.length())) % PeoplesNames.COUNT)
                : phone;
    }

    private String line(int number, int citizen) {
        var business = businesses.get(chance.nextInt(businesses.size()));
        var place = place(business.code());
        var unknown = is(number, 150, 77);
        int minute = OPENS + chance.nextInt(OPEN_FOR);
        return String.join(
                ",",
                business.module(),
                "%s-%04d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), number),
                business.module(),
                business.code(),
                "%sT%02d:%02d:00+08:00".formatted(day, minute / 60, minute % 60),
                unknown ? NO_SUCH_UNIT : "9901" + place + "0000",
                unknown ? "" : "officer" + place + (chance.nextBoolean() ? "b" : ""),
                name(number, citizen),
                phone(number, citizen),
                Boolean.toString(is(number, 75, 31)));
    }

    private String place(String business) {
        var place = PLACES.getOrDefault(business, "%02d".formatted(1 + chance.nextInt(STATIONS_OF)));
        return place.length() == 4 ? place : place + "%02d".formatted(1 + chance.nextInt(POSTS));
    }

    /** Somebody nobody met this day. */
    private int citizen() {
        int citizen = chance.nextInt(CITIZENS);
        while (!met.add(citizen)) {
            citizen = chance.nextInt(CITIZENS);
        }
        return citizen;
    }

    /** Now and then somebody else of the family gives the same number. */
    private static String name(int number, int citizen) {
        return PeoplesNames.of((citizen + (is(number, 120, 55) ? 1 : 0)) % PeoplesNames.COUNT);
    }

    private static String phone(int number, int citizen) {
        if (is(number, 50, 7)) {
            return "";
        }
        if (is(number, 40, 11)) {
            return "0990-80%05d".formatted(citizen);
        }
        return is(number, 100, 45) ? "+86 " + mobile(citizen) : mobile(citizen);
    }

    private static String mobile(int citizen) {
        return BLOCK + "%04d".formatted(citizen);
    }

    /** One line of so many has this peculiarity. */
    private static boolean is(int number, int of, int which) {
        return number % of == which;
    }
}
