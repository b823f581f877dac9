package org.minyi.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minyi.MinyiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

@MinyiTest
class WatchedFolderTest {

    @TempDir
    Path incoming;

    @Autowired
    ContactIntake intake;

    @Autowired
    ContactTables tables;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient db;

    private WatchedFolder folder;

    @BeforeEach
    void aFolder() {
        folder = node();
    }

    @Test
    void a_file_is_taken_over_once_it_stopped_growing() throws IOException {
        var file = incoming.resolve("monday.csv");
        Files.writeString(file, ContactRows.file("GROWING", 0, 10));
        folder.look();
        assertThat(file).exists();
        Files.writeString(file, ContactRows.file("GROWING", 0, 20));
        folder.look();
        assertThat(file).exists();

        folder.look();

        assertThat(file).doesNotExist();
        assertThat(incoming.resolve("done/monday.csv")).exists();
        assertThat(json.readTree(incoming.resolve("done/monday.csv.answer.json").toFile())
                        .get("accepted")
                        .asInt())
                .isEqualTo(20);
        assertThat(stored("GROWING")).isEqualTo(20);
    }

    @Test
    void unfinished_hidden_and_other_files_stay_where_they_are() throws IOException {
        for (var name : List.of("a.csv.part", ".b.csv", "c.txt", "d.tmp")) {
            Files.writeString(incoming.resolve(name), ContactRows.file("OTHER", 0, 1));
        }

        looked(folder);

        assertThat(names(incoming)).containsExactly(".b.csv", "a.csv.part", "c.txt", "d.tmp");
    }

    @Test
    void what_is_refused_lies_apart_with_the_sentence_why_and_holds_up_nothing() throws IOException {
        Files.writeString(incoming.resolve("a.csv"), "source,reference\n");
        Files.write(incoming.resolve("b.json"), new byte[] {1, 0, 3});
        Files.write(incoming.resolve("c.csv"), ContactRows.file("BESIDE", 0, 3).getBytes(Charset.forName("GB18030")));

        looked(folder);

        assertThat(names(incoming.resolve("refused")))
                .containsExactly("a.csv", "a.csv.answer.json", "b.json", "b.json.answer.json");
        assertThat(Files.readString(incoming.resolve("refused/a.csv.answer.json")))
                .contains("The header lacks module, business");
        assertThat(names(incoming.resolve("done"))).containsExactly("c.csv", "c.csv.answer.json");
    }

    @Test
    void a_name_that_came_before_does_not_overwrite_its_predecessor() throws IOException {
        Files.writeString(incoming.resolve("day.json"), "[" + ContactRows.json("NAMES", 1) + "]");
        looked(folder);
        Files.writeString(incoming.resolve("day.json"), "[" + ContactRows.json("NAMES", 1) + "]");
        looked(folder);

        assertThat(names(incoming.resolve("done"))).hasSize(4).allMatch(name -> name.startsWith("day"));
        assertThat(stored("NAMES")).isEqualTo(1);
    }

    @Test
    void a_node_that_died_before_it_moved_the_file_repeats_it_harmlessly() throws IOException {
        var file = incoming.resolve("night.csv");
        Files.writeString(file, ContactRows.file("NIGHT", 0, 12));
        try (var delivery = Delivery.of(file, Format.CSV)) {
            intake.take(delivery);
        }

        looked(node());

        assertThat(Files.readString(incoming.resolve("done/night.csv.answer.json")))
                .contains("\"accepted\" : 0", "\"repeated\" : 12");
    }

    @Test
    void two_nodes_do_not_take_the_same_file() throws Exception {
        for (int number = 0; number < 6; number++) {
            Files.writeString(incoming.resolve(number + ".csv"), ContactRows.file("NODES", number * 500, 500));
        }
        var other = node();
        folder.look();
        other.look();
        Callable<Void> one = () -> look(folder);
        Callable<Void> two = () -> look(other);

        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (var done : nodes.invokeAll(List.of(one, two))) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        looked(folder);

        assertThat(names(incoming.resolve("done"))).hasSize(12);
        for (int number = 0; number < 6; number++) {
            assertThat(Files.readString(incoming.resolve("done/" + number + ".csv.answer.json")))
                    .contains("\"accepted\" : 500");
        }
    }

    private WatchedFolder node() {
        var settings = new ContactSettings(DataSize.ofMegabytes(1), incoming, Duration.ofSeconds(1));
        return new WatchedFolder(settings, intake, tables, json, clock, transactions);
    }

    private static Void look(WatchedFolder node) {
        node.look();
        return null;
    }

    private static void looked(WatchedFolder node) {
        node.look();
        node.look();
    }

    private int stored(String source) {
        return db.sql("select count(*) from contact where source = :source")
                .param("source", source)
                .query(Integer.class)
                .single();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
