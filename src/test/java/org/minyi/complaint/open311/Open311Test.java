package org.minyi.complaint.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.citizen.WordsBook;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Endings;
import org.minyi.complaint.Kind;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** GeoReport v2 over real HTTP, as the specification's own examples call it. */
@MinyiTest
class Open311Test {

    private static final String V2 = "/open311/v2";

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    ClientKeys keys;

    @Autowired
    Complaints complaints;

    @Autowired
    Endings endings;

    @Autowired
    WordsBook words;

    @Autowired
    TestRestTemplate http;

    private String key;

    @BeforeEach
    void aCityAndAKey() {
        SmallCity.standsIn(organisation, units);
        key = keys.issue(new MachineClient("riverside-app", Set.of(), Set.of("WEB")));
    }

    @Test
    void the_services_are_public_in_both_formats() throws Exception {
        var json = http.getForEntity(V2 + "/services.json", JsonNode.class).getBody();
        var xml = xml(http.getForEntity(V2 + "/services.xml", String.class));

        assertThat(json).hasSize(Kind.values().length);
        assertThat(json.get(0).get("service_code").asText()).isEqualTo("complaint");
        assertThat(json.get(0).get("metadata").asBoolean()).isFalse();
        assertThat(json.get(0).get("type").asText()).isEqualTo("realtime");
        assertThat(xml.getDocumentElement().getTagName()).isEqualTo("services");
        assertThat(xml.getElementsByTagName("service_code").getLength()).isEqualTo(Kind.values().length);
        assertThat(http.getForEntity(V2 + "/services/complaint.json", JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void discovery_names_the_version_and_where_it_is() throws Exception {
        var json = http.getForEntity("/open311/discovery.json", JsonNode.class).getBody();

        assertThat(json.at("/endpoints/0/specification").asText()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(json.at("/endpoints/0/url").asText()).endsWith("/open311/v2");
        assertThat(xml(http.getForEntity("/open311/discovery.xml", String.class))
                        .getElementsByTagName("endpoint")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void a_request_is_a_matter_and_its_client_reads_how_it_stands_until_it_ends() {
        // when
        var posted = post("json", request(Map.of()));

        // then
        assertThat(posted.getStatusCode().value()).isEqualTo(200);
        var number = posted.getBody().at("/0/service_request_id").asText();
        var matter = complaints.numbered(number).orElseThrow();
        assertThat(matter.channel()).isEqualTo(Channel.WEB);
        assertThat(matter.kind()).isEqualTo(Kind.REPORT);
        assertThat(words.read(List.of(matter.words())).get(matter.words()))
                .contains("The lamp is broken.", "Where: 31.23, 121.47");
        var shown = get("/requests/" + number + ".json").getBody().get(0);
        assertThat(shown.get("status").asText()).isEqualTo("open");
        assertThat(shown.get("service_code").asText()).isEqualTo("report");
        assertThat(shown.get("requested_datetime").asText()).matches("20\\d\\d-\\d\\d-\\d\\dT.*\\+08:00");
        assertThat(shown.toString()).doesNotContain("lamp", "令狐", "13800", "31.23");

        // when
        endings.answered(matter.id(), "triage1", words.keep(matter.person(), "It was mended."));

        // then
        var closed = get("/requests/" + number + ".json").getBody().get(0);
        assertThat(closed.get("status").asText()).isEqualTo("closed");
        assertThat(closed.get("status_notes").asText()).isEqualTo("ANSWERED");
        assertThat(get("/requests.json?status=closed").getBody().toString()).contains(number);
        assertThat(get("/requests.json?status=open").getBody().toString()).doesNotContain(number);
        assertThat(get("/requests.json?service_code=praise").getBody()).isEmpty();
        assertThat(get("/requests.json?service_request_id=" + number + ",2026-999999")
                        .getBody())
                .hasSize(1);
    }

    @Test
    void another_client_reads_nothing_of_it_and_a_citizens_own_matter_is_no_request() {
        var number = post("json", request(Map.of()))
                .getBody()
                .at("/0/service_request_id")
                .asText();
        key = keys.issue(new MachineClient("another-app", Set.of(), Set.of("WEB")));

        assertThat(get("/requests/" + number + ".json").getStatusCode().value()).isEqualTo(404);
        assertThat(get("/requests.json").getBody()).isEmpty();
        assertThat(get("/requests.json?service_request_id=" + number).getBody()).isEmpty();
    }

    @Test
    void without_a_key_with_a_wrong_one_and_with_one_of_another_channel_nobody_gets_in() {
        var other = keys.issue(new MachineClient("desk-110", Set.of("110"), Set.of("110")));
        for (var wrong : List.of("", "guessed", other)) {
            key = wrong;
            assertThat(post("json", request(Map.of())).getStatusCode().value())
                    .as(wrong)
                    .isEqualTo(403);
            assertThat(get("/requests.json").getStatusCode().value()).isEqualTo(403);
        }
    }

    @Test
    void what_is_wrong_is_said_in_the_words_of_the_specification_and_repeats_nothing() throws Exception {
        assertThat(description(post("json", request(Map.of("service_code", "")))))
                .contains("service_code was not provided");
        assertThat(post("json", request(Map.of("service_code", "potholes")))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(description(post("json", request(Map.of("lat", "91"))))).contains("lat and long");
        assertThat(description(post("json", request(Map.of("phone", "12345", "description", "")))))
                .contains("phone")
                .doesNotContain("12345");
        assertThat(get("/requests.json?status=lost").getStatusCode().value()).isEqualTo(400);
        assertThat(get("/requests.json?start_date=yesterday").getStatusCode().value())
                .isEqualTo(400);
        assertThat(get("/requests.json?start_date=2020-01-01T00:00:00Z")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(get("/requests.json?jurisdiction_id=other.gov")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        var xml = http.getForEntity(V2 + "/requests.xml", String.class);
        assertThat(xml(xml).getDocumentElement().getTagName()).isEqualTo("errors");
    }

    @Test
    void in_xml_it_says_the_same() throws Exception {
        var number = xml(http.postForEntity(V2 + "/requests.xml", request(Map.of("description", "<&>")), String.class))
                .getElementsByTagName("service_request_id")
                .item(0)
                .getTextContent();

        var shown = xml(http.getForEntity(V2 + "/requests/" + number + ".xml?api_key=" + key, String.class));
        assertThat(shown.getDocumentElement().getTagName()).isEqualTo("service_requests");
        assertThat(shown.getElementsByTagName("status").item(0).getTextContent())
                .isEqualTo("open");
    }

    private HttpEntity<LinkedMultiValueMap<String, String>> request(Map<String, String> others) {
        var form = new LinkedMultiValueMap<String, String>();
        form.set("api_key", key);
        form.set("service_code", "report");
        form.set("lat", "31.23");
        form.set("long", "121.47");
        form.set("first_name", "德棻");
        form.set("last_name", "令狐");
        form.set("phone", "13800003110");
        form.set("description", "The lamp is broken.");
        others.forEach(form::set);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        return new HttpEntity<>(form, headers);
    }

    private ResponseEntity<JsonNode> post(String format, HttpEntity<LinkedMultiValueMap<String, String>> request) {
        return http.postForEntity(V2 + "/requests." + format, request, JsonNode.class);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return http.exchange(
                V2 + path + (path.contains("?") ? "&" : "?") + "api_key=" + key,
                HttpMethod.GET,
                HttpEntity.EMPTY,
                JsonNode.class);
    }

    private static String description(ResponseEntity<JsonNode> refused) {
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        return refused.getBody().at("/0/description").asText();
    }

    private static Document xml(ResponseEntity<String> answer) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.getBody())));
    }
}
