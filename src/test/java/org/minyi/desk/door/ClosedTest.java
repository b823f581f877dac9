package org.minyi.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What nobody gets to see or change without a login, whatever it is: what is asked here is found, not listed. */
@MinyiTest
@TestPropertySource(properties = "minyi.simulator=true")
class ClosedTest {

    /** Without any login: what the login page consists of, the health, and the pocket phone of the demonstration. */
    private static final Set<String> OPEN = Set.of(
            "/login", "/login/code", "/login.css", "/minyi.css", "/minyi.svg", "/", "/simulator", "/actuator/health");

    private static final String RESOURCES = "/META-INF/resources";

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

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
        logins.give(List.of("reviewer1"), "minyi");
    }

    @Test
    void no_file_that_is_delivered_is_shown_without_a_login() throws IOException {
        var shown = new ArrayList<String>();
        var files = files();
        for (var file : files) {
            if (!OPEN.contains(file) && !file.startsWith("/simulator/") && !isRefused(get(file))) {
                shown.add(file);
            }
        }
        assertThat(files)
                .hasSizeGreaterThan(60)
                .contains(
                        "/survey/waves.html",
                        "/webjars/camunda/app/tasklist/index.html",
                        "/camunda-welcome/index.html",
                        "/camunda/app/tasklist/camunda-tasklist-bootstrap.js");
        assertThat(shown).isEmpty();
    }

    /** As the web server offers them, and under the address of the web apps as well. */
    private static Set<String> files() throws IOException {
        var found = new TreeSet<String>();
        var resources = new PathMatchingResourcePatternResolver();
        for (var place : List.of("classpath*:META-INF/resources/**/*.*", "classpath*:static/**/*.*")) {
            for (var file : resources.getResources(place)) {
                var address = file.getURL().toString();
                var path = address.contains(RESOURCES)
                        ? address.substring(address.lastIndexOf(RESOURCES) + RESOURCES.length())
                        : address.substring(address.lastIndexOf("/static/") + "/static".length());
                found.add(path.replace(" ", "%20"));
                found.add(path.replace(" ", "%20").replaceFirst("^/webjars/camunda/", "/camunda/"));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/task",
                "/engine-rest;a=b/task",
                "/engine-rest//task",
                "/camunda",
                "/camunda/",
                "/camunda/app/tasklist/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/tasklist/default/;jsessionid=1",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/tasklist/plugin/tasklistPlugins/default/x",
                "/index.html",
                "/survey",
                "/survey/waves",
                "/survey/api/waves",
                "/dossier/api/cards?tasks=x",
                "/actuator",
                "/actuator/env",
                "/actuator/health/../env",
                "/actuator/heapdump",
                "/api/contacts",
                "/api/nothing",
                "/error",
                "/h2-console",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/whatever"
            })
    void no_address_answers_without_a_login(String path) {
        assertThat(isRefused(get(path))).as(path).isTrue();
    }

    @Test
    void no_endpoint_of_ours_answers_without_a_login() {
        var open = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            if (!isOpenToAll(endpoint.path())) {
                var answer = send(endpoint, LoggedIn.nobody(port), Map.of());
                if (answer.statusCode() != 401 && answer.statusCode() != 403 && answer.statusCode() != 404) {
                    open.add(endpoint + " answered " + answer.statusCode());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void no_endpoint_of_ours_changes_anything_for_a_session_without_the_pages_token() {
        var person = LoggedIn.as(port, "reviewer1", "minyi");
        var changing = endpoints().stream()
                .filter(endpoint -> !Set.of("GET", "HEAD", "OPTIONS").contains(endpoint.method()))
                .filter(endpoint ->
                        !endpoint.path().startsWith("/api/") && !endpoint.path().startsWith("/simulator/"))
                .toList();
        assertThat(changing)
                .extracting(Endpoint::path)
                .contains("/survey/api/waves/00000000-0000-0000-0000-000000000001/stop", "/login");

        for (var endpoint : changing) {
            assertThat(send(endpoint, person, Map.of()).statusCode())
                    .as("%s without a token", endpoint)
                    .isIn(302, 403);
            assertThat(send(endpoint, person, Map.of("X-MINYI-CSRF", "guessed")).statusCode())
                    .as("%s with a wrong token", endpoint)
                    .isIn(302, 403);
        }
        assertThat(person.get("/survey/api/waves").statusCode())
                .as("and is not logged out by it")
                .isEqualTo(200);
        assertThat(send(
                                new Endpoint("POST", "/survey/api/waves/00000000-0000-0000-0000-000000000001/stop"),
                                person,
                                Map.of(
                                        "X-MINYI-CSRF",
                                        person.cookie("MINYI-CSRF").orElseThrow()))
                        .statusCode())
                .as("with the token it is looked at")
                .isEqualTo(404);
    }

    /** Nobody is logged in there, and a page of another site can send no JSON. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void the_pocket_phone_takes_nothing_that_another_sites_form_can_send(String type) {
        var nobody = LoggedIn.nobody(port);
        var answer = nobody.send(nobody.request("/simulator/api/messages")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"phone\":\"13800000000\",\"text\":\"1\"}")));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void cookies_say_where_they_may_go_and_our_pages_what_may_run_in_them() {
        var nobody = LoggedIn.nobody(port);
        var page = nobody.get("/login");
        var cookies = page.headers().allValues("Set-Cookie");
        assertThat(cookies).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("JSESSIONID=")
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax"));
        assertThat(cookies)
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("MINYI-CSRF=").containsIgnoringCase("SameSite=Lax"));

        var person = LoggedIn.as(port, "reviewer1", "minyi");
        for (var path : List.of("/login?out", "/survey/waves", "/survey/api/waves", "/index.html")) {
            var headers = person.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
        }
        assertThat(person.get("/survey/api/waves")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");

        var tasklist = person.get("/camunda/app/welcome/default/");
        assertThat(tasklist.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").containsIgnoringCase("SameSite=Lax"));
        assertThat(tasklist.headers().allValues("Content-Security-Policy")).hasSize(1);
    }

    /** An address and a method of our own, with whatever stands in its braces made up. */
    private record Endpoint(String method, String path) {}

    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(mapping -> {
            for (var pattern : mapping.getPatternValues()) {
                var path = pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001");
                var methods = mapping.getMethodsCondition().getMethods();
                for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    endpoints.add(new Endpoint(method.name(), path));
                }
            }
        });
        assertThat(endpoints).hasSizeGreaterThan(10);
        return endpoints;
    }

    private static boolean isOpenToAll(String path) {
        return OPEN.contains(path) || Stream.of("/simulator/", "/error").anyMatch(path::startsWith);
    }

    private static HttpResponse<String> send(Endpoint endpoint, LoggedIn who, Map<String, String> headers) {
        var request = who.request(endpoint.path())
                .header("Content-Type", "application/json")
                .method(
                        endpoint.method(),
                        HttpMethod.GET.matches(endpoint.method())
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{\"reason\":\"x\"}"));
        headers.forEach(request::header);
        return who.send(request);
    }

    private HttpResponse<String> get(String path) {
        return LoggedIn.nobody(port).get(path);
    }

    /** Nobody is shown anything: to log in, that there is nothing, or that the address is none. */
    private static boolean isRefused(HttpResponse<String> answer) {
        return Set.of(400, 401, 403, 404, 405).contains(answer.statusCode());
    }
}
