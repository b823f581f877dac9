package org.minyi.city;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An invented person whose name, number and address stand nowhere else: wherever one of them is found, this person was
 * told about there.
 *
 * @param given the two characters after the family name; seldom enough to be looked for alone
 * @param marker stands in everything that is said by or about this person, and may be read by whoever may read the words
 */
record Canary(int number, String family, String given, String phone, String address, String marker) {

    static final String FIRST = "翀翯翮翾瑢瑨璟璠璿珩珺琇琎琮瑗璆璜珣琚瓒璁玚珖珽琤";
    static final String SECOND = "骉骎骐骓骙骞骧骯骥骦骃骢骠骀驎驒驫騄騑騠";
    static final String STREET = "鳑鲏巷";
    static final String MARKER = "QZ%04dX";

    private static final List<String> FAMILIES = List.of("欧阳", "王", "司马", "李", "诸葛", "张", "慕容");

    static List<Canary> flock(int size) {
        return IntStream.range(0, size).mapToObj(Canary::of).toList();
    }

    private static Canary of(int number) {
        return new Canary(
                number,
                FAMILIES.get(number % FAMILIES.size()),
                "" + FIRST.charAt(number % FIRST.length()) + SECOND.charAt(number / FIRST.length()),
                // Spread over all numbers, and never two the same: 7919 is prime.
                isOnLandline(number)
                        ? "0208%07d".formatted((3_141_592L + number * 791_917L) % 10_000_000L)
                        : "1%d%08d".formatted(38 + number % 2, (31_415_926L + number * 7_919_017L) % 100_000_000L),
                "%s%04d号".formatted(STREET, number),
                MARKER.formatted(number));
    }

    /** Some whose matters go to their ends, one to each of the five: nobody can write to them. */
    private static boolean isOnLandline(int number) {
        return number > CanaryFlows.RAISED_FROM && number % 20 == 19;
    }

    boolean isOnLandline() {
        return isOnLandline(number);
    }

    String name() {
        return family + given;
    }

    /** What somebody says who hides nothing; every third writes the number as people do. */
    String words() {
        var written = phone.substring(0, 3) + " " + phone.substring(3, 7) + " " + phone.substring(7);
        return "%s：我叫%s，电话%s，住%s，等了两个小时。".formatted(marker, name(), number % 3 == 0 ? written : phone, address);
    }

    @Override
    public String toString() {
        return "canary " + number;
    }
}
