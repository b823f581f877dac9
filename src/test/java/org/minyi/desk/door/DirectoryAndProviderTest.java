package org.minyi.desk.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.LoggedIn;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The city's directory and its provider of identities, both on this machine. */
@MinyiTest
@TestPropertySource(properties = "minyi.login.second-factor-roles=auditor")
class DirectoryAndProviderTest {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static InMemoryDirectoryServer directory;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void theCitysServers(DynamicPropertyRegistry settings) throws Exception {
        var configuration = new InMemoryDirectoryServerConfig("dc=lanhe,dc=test");
        configuration.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("loopback", InetAddress.getLoopbackAddress(), 0, null));
        configuration.addAdditionalBindCredentials("cn=reader", "reads people");
        configuration.setAuthenticationRequiredOperationTypes(
                com.unboundid.ldap.sdk.OperationType.SEARCH, com.unboundid.ldap.sdk.OperationType.COMPARE);
        directory = new InMemoryDirectoryServer(configuration);
        directory.add("dn: dc=lanhe,dc=test", "objectClass: domain", "dc: lanhe");
        for (var person : List.of("liu.yang", "stranger", "officer1", "nobody")) {
            directory.add(
                    "dn: uid=" + person + ",dc=lanhe,dc=test",
                    "objectClass: inetOrgPerson",
                    "uid: " + person,
                    "cn: " + person,
                    "sn: " + person,
                    "userPassword: of the directory");
        }
        directory.startListening();
        PROVIDER.start(InetAddress.getLoopbackAddress(), 0);
        settings.add(
                "minyi.login.ldap.url", () -> "ldap://localhost:" + directory.getListenPort() + "/dc=lanhe,dc=test");
        settings.add("minyi.login.ldap.user", () -> "cn=reader");
        settings.add("minyi.login.ldap.password", () -> "reads people");
        settings.add("minyi.login.oidc.issuer", () -> PROVIDER.issuerUrl("city").toString());
        settings.add("minyi.login.oidc.client", () -> "minyi");
        settings.add("minyi.login.oidc.secret", () -> "of the provider");
    }

    @AfterAll
    static void noMoreServers() {
        directory.shutDown(true);
        PROVIDER.shutdown();
    }

    @BeforeEach
    void a_member_with_no_password_here() {
        SmallCity.standsIn(organisation, units);
        if (db.sql("select count(*) from member where user_id = 'liu.yang'")
                        .query(Integer.class)
                        .single()
                == 0) {
            organisation.enlist(List.of(new Member("liu.yang", "Liu Yang", SmallCity.CENTRE, Set.of(Role.REVIEWER))));
        }
        logins.give(List.of("officer1"), "given here");
        db.sql("delete from login_attempt").update();
    }

    @Test
    void a_member_comes_in_with_the_password_of_the_directory_however_the_name_is_written() {
        assertThat(LoggedIn.as(port, "liu.yang", "of the directory")
                        .get("/survey/api/waves")
                        .statusCode())
                .isEqualTo(200);
        assertThat(LoggedIn.as(port, "LIU.Yang", "of the directory")
                        .get("/camunda/api/admin/auth/user/default")
                        .body())
                .contains("\"liu.yang\"");
        assertThat(LoggedIn.nobody(port).login("liu.yang", "wrong").statusCode())
                .isEqualTo(401);
        assertThat(LoggedIn.nobody(port).login("*", "of the directory").statusCode())
                .as("a name is no filter")
                .isEqualTo(401);
    }

    @Test
    void whoever_is_in_the_directory_but_no_member_here_is_told_so() {
        // The engine has a user called nobody, an administrator of its own that nobody is.
        for (var name : List.of("stranger", "nobody")) {
            var answer = LoggedIn.nobody(port).login(name, "of the directory");

            assertThat(answer.statusCode()).as(name).isEqualTo(401);
            assertThat(answer.body()).as(name).contains("not a member here");
        }
    }

    @Test
    void a_password_given_here_opens_beside_that_of_the_directory() {
        LoggedIn.as(port, "officer1", "given here");
        LoggedIn.as(port, "officer1", "of the directory");
    }

    @Test
    void guesses_at_a_name_in_different_letters_are_counted_together() {
        for (var name : List.of("liu.yang", "LIU.YANG", "Liu.Yang", "lIU.YANG", "liu.YANG")) {
            assertThat(LoggedIn.nobody(port).login(name, "guess").statusCode()).isEqualTo(401);
        }
        assertThat(LoggedIn.nobody(port).login("LIU.yang", "of the directory").statusCode())
                .isEqualTo(429);
    }

    @Test
    void a_name_that_only_a_directory_takes_for_a_members_opens_nothing_and_is_counted() {
        for (var i = 0; i < 5; i++) {
            assertThat(LoggedIn.nobody(port)
                            .login("ｌiu.yang", "of the directory")
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(LoggedIn.nobody(port).login("ｌiu.yang", "of the directory").statusCode())
                .isEqualTo(429);
        assertThat(LoggedIn.nobody(port).login("líu.yang", "of the directory").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_member_comes_in_by_the_provider_and_the_web_apps_know_who_it_is() throws Exception {
        var browser = browser();

        var led = byProvider(browser, "liu.yang");

        assertThat(led.uri().getPath()).isNotEqualTo("/login");
        assertThat(get(browser, "/survey/api/waves").statusCode()).isEqualTo(200);
        assertThat(get(browser, "/camunda/api/admin/auth/user/default").body()).contains("\"liu.yang\"");
    }

    @Test
    void the_session_with_which_somebody_went_to_the_provider_is_not_the_one_that_comes_back() throws Exception {
        var browser = browser();
        get(browser, "/login");
        var before = session(browser);

        byProvider(browser, "liu.yang");

        assertThat(session(browser)).isNotEqualTo(before);
        assertThat(get(browser, "/survey/api/waves").statusCode()).isEqualTo(200);
        assertThat(LoggedIn.nobody(port)
                        .get("/survey/api/waves", "Cookie", "JSESSIONID=" + before)
                        .statusCode())
                .as("whoever chose the old one is not in with it")
                .isEqualTo(401);
    }

    private static String session(HttpClient browser) {
        return ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                        .map(HttpCookie::getValue)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whoever_the_provider_knows_but_we_do_not_is_told_so_and_stays_outside() throws Exception {
        for (var name : List.of("stranger", "nobody")) {
            var browser = browser();

            var led = byProvider(browser, name);

            assertThat(led.uri()).as(name).hasPath("/login").hasQuery("noMember");
            assertThat(led.body()).contains("not a member here");
            assertThat(get(browser, "/survey/api/waves").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_role_that_needs_a_second_factor_shows_it_after_the_provider_too() throws Exception {
        var browser = browser();

        var led = byProvider(browser, "auditor1");

        assertThat(led.uri()).hasPath("/login/code");
        assertThat(get(browser, "/survey/api/waves").statusCode()).isEqualTo(401);
    }

    @Test
    void an_answer_that_nobody_asked_for_opens_nothing() throws Exception {
        var browser = browser();

        var led = get(browser, "/login/oauth2/code/city?code=x&state=y");

        assertThat(led.uri()).hasPath("/login").hasQuery("refused");
        assertThat(get(browser, "/survey/api/waves").statusCode()).isEqualTo(401);
    }

    @Test
    void the_login_page_leads_to_the_provider() {
        assertThat(LoggedIn.nobody(port).get("/login").body()).contains("href=\"/oauth2/authorization/city\"");
    }

    private HttpResponse<String> byProvider(HttpClient browser, String user) throws Exception {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                "city",
                "subject of " + user,
                JOSEObjectType.JWT.getType(),
                List.of("minyi"),
                Map.of("preferred_username", user)));
        return get(browser, "/oauth2/authorization/city");
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }
}
