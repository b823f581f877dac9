package org.minyi.desk.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;

@MinyiTest
class DoorsTest {

    @Autowired
    TestRestTemplate browser;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @LocalServerPort
    int port;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("officer1", "admin1", "auditor1"), "minyi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine/default/user",
                "/engine-rest/deployment",
                "/engine-rest/engine"
            })
    void nobody_reads_the_engine_without_a_login(String path) {
        assertThat(browser.getForEntity(path, String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void the_right_password_opens_and_a_wrong_one_does_not() {
        assertThat(browser.withBasicAuth("officer1", "minyi")
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(browser.withBasicAuth("officer2", "wrong")
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void an_officer_makes_neither_users_nor_grants_nor_filters_nor_deployments() {
        var officer = browser.withBasicAuth("officer1", "minyi");

        assertThat(officer.postForEntity(
                                "/engine-rest/user/create",
                                json(
                                        "{'profile':{'id':'x','firstName':'x'},'credentials':{'password':'long and unknown'}}"),
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(officer.postForEntity(
                                "/engine-rest/authorization/create",
                                json(
                                        "{'type':1,'permissions':['ALL'],'userId':'officer1','resourceType':7,'resourceId':'*'}"),
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(officer.postForEntity(
                                "/engine-rest/filter/create",
                                json("{'resourceType':'Task','name':'x','query':{'assigneeExpression':'${1}'}}"),
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup;x=y/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api//admin//setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/cockpit/auth/user/default/login/cockpit",
                "/camunda/api/admin/auth/user/default/%6cogin/admin"
            })
    void nobody_sets_up_an_administrator_or_logs_in_past_the_login_page(String path) {
        var answer = browser.exchange(
                RequestEntity.post(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .body("{\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"x\"}}"),
                String.class);

        assertThat(answer.getStatusCode().value()).isIn(404, 400);
    }

    @ParameterizedTest
    @CsvSource({"tasklist, officer1", "cockpit, auditor1", "admin, admin1", "welcome, officer1"})
    void no_web_app_leads_to_the_set_up_page(String app, String user) {
        var answer = LoggedIn.as(port, user, "minyi").get("/camunda/app/" + app + "/default/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("app-name=\"" + app + "\"");
    }

    private static org.springframework.http.HttpEntity<String> json(String text) {
        var headers = new org.springframework.http.HttpHeaders();
        headers.setContentType(org.springframework.http.MediaType.APPLICATION_JSON);
        return new org.springframework.http.HttpEntity<>(text.replace('\'', '"'), headers);
    }

    @Test
    void of_many_who_open_a_page_at_once_everybody_gets_one_that_runs() throws Exception {
        var officer = LoggedIn.as(port, "officer1", "minyi");
        var clients = Executors.newFixedThreadPool(8);
        try {
            Callable<HttpResponse<String>> tasklist = () -> officer.get("/camunda/app/tasklist/default/");
            for (var page : clients.invokeAll(Collections.nCopies(400, tasklist))) {
                assertThatItsScriptsRun(page.get());
            }
        } finally {
            clients.shutdown();
        }
    }

    private static void assertThatItsScriptsRun(HttpResponse<String> page) {
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        var scripts = Pattern.compile("<script[^>]* nonce=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(script -> script.group(1))
                .toList();
        assertThat(scripts).isNotEmpty().allMatch(nonce -> policy.contains("'nonce-" + nonce + "'"));
    }
}
