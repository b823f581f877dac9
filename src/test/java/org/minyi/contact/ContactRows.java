package org.minyi.contact;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Rows of contacts as a source system writes them; every number gives another row, always the same. */
public final class ContactRows {

    public static final String HEADER = "source,reference,module,business,served_at,unit,officer,name,phone";

    private static final List<String> FAMILY = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴");
    private static final List<String> GIVEN = List.of("芳", "娜", "伟", "静", "敏", "强", "磊", "洋", "艳", "勇");
    private static final List<String> BUSINESSES = List.of(
            "110-reception,110-dispatch",
            "case-handling,criminal-case",
            "window-service,household-registration",
            "window-service,exit-entry",
            "traffic-accidents,traffic-accident");

    private ContactRows() {}

    /** One row of the table, of yesterday. */
    public static String csv(String source, int number) {
        return "%s,R%07d,%s,%s,99%02d%02d000000,P%05d,%s,%s"
                .formatted(
                        source,
                        number,
                        BUSINESSES.get(number % BUSINESSES.size()),
                        servedAt(number),
                        1 + number % 20,
                        1 + number % 5,
                        number % 700,
                        name(number),
                        phone(number));
    }

    /** A whole file: the header and so many rows. */
    public static String file(String source, int from, int rows) {
        var file = new StringBuilder(HEADER).append('\n');
        for (int number = from; number < from + rows; number++) {
            file.append(csv(source, number)).append('\n');
        }
        return file.toString();
    }

    /** The same row as a JSON object. */
    public static String json(String source, int number) {
        var cells = csv(source, number).split(",", -1);
        var labels = HEADER.split(",", -1);
        var object = new StringBuilder("{");
        for (int at = 0; at < labels.length; at++) {
            object.append(at == 0 ? "" : ",")
                    .append('"')
                    .append(labels[at])
                    .append("\":\"")
                    .append(cells[at])
                    .append('"');
        }
        return object.append('}').toString();
    }

    public static String name(int number) {
        return FAMILY.get(number % 10)
                + GIVEN.get(number / 10 % 10)
                + (number % 3 == 0 ? "" : GIVEN.get(number / 100 % 10));
    }

    public static String phone(int number) {
        return "13%09d".formatted((number * 7_919L) % 1_000_000_000L);
    }

    private static String servedAt(int number) {
        return "%s %02d:%02d:%02d"
                .formatted(
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1), number % 24, number % 60, number % 60);
    }
}
