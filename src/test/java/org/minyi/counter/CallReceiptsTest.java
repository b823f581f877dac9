package org.minyi.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.Hands;
import org.minyi.channel.phone.CallNews;
import org.minyi.channel.phone.CallNews.What;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneRoom;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Endings;
import org.minyi.desk.Logins;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** Who called and stays unnamed asks with what was read out to them. */
class CallReceiptsTest extends PhoneRoom {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Logins logins;

    @Autowired
    Complaints complaints;

    @Autowired
    Endings endings;

    @Autowired
    Clock clock;

    private final String call = "r-" + UUID.randomUUID();

    @BeforeEach
    void people() {
        logins.give(List.of("caller1", "inspector1"), "minyi");
    }

    @Test
    void an_officer_who_stays_unnamed_asks_and_is_answered_with_the_receipt_that_was_read_out() {
        // given
        answered(Hotline.POLICE);
        var task = onTheLine();
        var receipt = dossier("caller1", task).at("/receipt/code").asText();
        assertThat(receipt).matches("\\d{4} \\d{4} \\d{4} \\d{4}");
        assertThat(dossier("caller1", task).at("/receipt/code").asText())
                .as("read again")
                .isEqualTo(receipt);
        assertThat(shown(receipt).getStatusCode().value())
                .as("nothing is raised yet")
                .isEqualTo(404);

        // when
        new Hands(http)
                .submits(
                        "caller1",
                        task,
                        Hands.fields(
                                "wordKind",
                                "MATTER",
                                "kind",
                                "REPORT",
                                "officerNamed",
                                "UNNAMED",
                                "complaintWords",
                                "单位加班不给调休"));

        // then
        assertThat(shown(receipt).getBody()).contains("looking at whose matter it is", raised(Channel.POLICE_HOTLINE));

        // and when it has ended, and they are not content
        var matter = complaints.numbered(raised(Channel.POLICE_HOTLINE)).orElseThrow();
        endings.settled(matter.id(), "UNFOUNDED");
        var form = new LinkedMultiValueMap<String, String>();
        form.add("receipt", receipt);
        form.add("words", "加班记录可以查到");
        assertThat(http.postForEntity("/counter/en/standing/reopening", form, String.class)
                        .getBody())
                .contains("taken up again");
        assertThat(complaints.of(matter.person()))
                .as("what was said in confidence stays so")
                .hasSize(2)
                .allMatch(one -> one.channel() == Channel.POLICE_HOTLINE);
    }

    @Test
    void a_caller_of_the_public_hotline_has_one_too_and_nobody_reads_it_but_who_speaks_to_them() {
        answered(Hotline.PUBLIC);
        var task = onTheLine();
        var receipt = dossier("caller1", task).at("/receipt/code").asText();

        new Hands(http)
                .submits(
                        "caller1",
                        task,
                        Hands.fields("takenAs", "MATTER", "kind", "COMPLAINT", "complaintWords", "等了两个小时"));

        assertThat(shown(receipt).getBody()).contains(raised(Channel.HOTLINE));
        var matter = complaints.numbered(raised(Channel.HOTLINE)).orElseThrow();
        assertThat(http.withBasicAuth("inspector1", "minyi")
                        .getForObject("/board/api/matters/" + matter.id(), String.class))
                .doesNotContain(receipt, receipt.replace(" ", ""));
    }

    private void answered(Hotline hotline) {
        var at = clock.instant();
        calls.tell(CallNews.of("north", call, What.CALLED, at).to(hotline, "13900000177"));
        calls.tell(CallNews.of("north", call, What.ANSWERED, at.plusSeconds(5)).at("8001"));
    }

    private String onTheLine() {
        return http.withBasicAuth("caller1", "minyi")
                .getForObject("/hotline/api/call", JsonNode.class)
                .at("/task/task")
                .asText();
    }

    private JsonNode dossier(String user, String task) {
        return http.withBasicAuth(user, "minyi").getForObject("/dossier/api/tasks/" + task, JsonNode.class);
    }

    private String raised(Channel channel) {
        return complaints
                .find(channel, "call-" + came("north", call).orElseThrow().id())
                .orElseThrow()
                .number();
    }

    private ResponseEntity<String> shown(String receipt) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("receipt", receipt);
        return http.postForEntity("/counter/en/standing", form, String.class);
    }
}
