package org.minyi.desk.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
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
            "/login",
            "/login/code",
            "/login.css",
            "/minyi.css",
            "/minyi.svg",
            "/",
            "/simulator",
            "/actuator/health",
            "/counter.css");

    private static final String EVERY_ROLE = "everyrole";

    private static final String RESOURCES = "/META-INF/resources";

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Members members;

    @Autowired
    Logins logins;

    @LocalServerPort
    int port;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        if (members.find(EVERY_ROLE).isEmpty()) {
            var roles = Arrays.stream(Role.values())
                    .filter(role -> role.level() == Level.CENTRE)
                    .collect(Collectors.toSet());
            organisation.enlist(List.of(new Member(EVERY_ROLE, "Every Role", SmallCity.CENTRE, roles)));
        }
        logins.give(List.of("reviewer1", EVERY_ROLE), "minyi");
    }

    /** With no proxy named, nobody is believed who says where they call from: all six come from here. */
    @Test
    void whoever_guesses_under_six_addresses_is_counted_as_the_one_source_they_are() {
        var byPage = new ArrayList<Integer>();
        var byScript = new ArrayList<Integer>();
        for (int guess = 1; guess <= 6; guess++) {
            var address = "203.0.113." + guess;
            String[] lies = {
                "X-Forwarded-For", address, "Forwarded", "for=" + address, "X-Real-IP", address, "X-Client-IP", address
            };
            var nobody = LoggedIn.nobody(port);
            byPage.add(nobody.login("caller1", "guess " + guess, lies).statusCode());
            var shown = Base64.getEncoder().encodeToString(("liaison1:guess " + guess).getBytes(UTF_8));
            byScript.add(nobody.send(nobody.request("/engine-rest/task/count")
                            .header("Authorization", "Basic " + shown)
                            .headers(lies))
                    .statusCode());
        }
        assertThat(byPage).containsExactly(401, 401, 401, 401, 401, 429);
        assertThat(byScript).containsExactly(401, 401, 401, 401, 401, 429);
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
        var person = LoggedIn.as(port, EVERY_ROLE, "minyi");
        var changing = endpoints().stream()
                .filter(endpoint -> !Set.of("GET", "HEAD", "OPTIONS").contains(endpoint.method()))
                // Where no session opens anything.
                .filter(endpoint -> Stream.of("/api/", "/hooks/", "/simulator/", "/counter/", "/open311/")
                        .noneMatch(endpoint.path()::startsWith))
                .toList();
        assertThat(changing)
                .extracting(Endpoint::path)
                .contains("/survey/api/waves/00000000-0000-0000-0000-000000000001/stop", "/login");

        for (var endpoint : changing) {
            assertThat(isRefusedForItsToken(send(endpoint, person, Map.of())))
                    .as("%s without a token", endpoint)
                    .isTrue();
            assertThat(isRefusedForItsToken(send(endpoint, person, Map.of("X-MINYI-CSRF", "guessed"))))
                    .as("%s with a wrong token", endpoint)
                    .isTrue();
        }
        assertThat(person.get("/survey/api/waves").statusCode())
                .as("and is not logged out by it")
                .isEqualTo(200);
        // Whoever may do all of it is let in with the token: nothing else was the reason.
        var token = Map.of("X-MINYI-CSRF", person.cookie("MINYI-CSRF").orElseThrow());
        for (var endpoint : changing) {
            assertThat(isRefusedForItsToken(send(endpoint, person, token)))
                    .as("%s with the token", endpoint)
                    .isFalse();
        }
    }

    /** In the words for it; the login's own pages lead back to themselves. */
    private static boolean isRefusedForItsToken(HttpResponse<String> answer) {
        return answer.statusCode() == 403
                ? answer.body().contains("the token of the page is missing")
                : answer.statusCode() == 302
                        && answer.headers().firstValue("Location").orElseThrow().endsWith("/login?again");
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
        return OPEN.contains(path)
                || Stream.of(
                                "/simulator/",
                                "/error",
                                // The citizens' pages, which have their own test (CounterTest), and what they may file.
                                "/counter",
                                "/a/",
                                "/open311/discovery",
                                "/open311/v2/services")
                        .anyMatch(path::startsWith);
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
