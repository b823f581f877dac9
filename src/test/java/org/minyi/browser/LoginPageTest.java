package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The login page as a person sees it, in both languages. Pictures of it lie in target/pages. */
@MinyiTest
@TestPropertySource(properties = "minyi.login.second-factor-roles=auditor")
class LoginPageTest {

    private static Chromium chromium;

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

    @BeforeAll
    static void aBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void noBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
        logins.give(List.of("officer1", "auditor1"), "minyi");
        db.sql("delete from login_attempt").update();
    }

    @Test
    void logging_out_of_tasklist_leads_back_to_the_login_page_and_that_back_to_tasklist() {
        var page = page("en-GB");
        page.navigate(address("/camunda/app/tasklist/"));
        picture(page, "login-en");
        logIn(page, "officer1", "minyi");
        assertThat(page.locator(".task-filters .task-filter").first()).isVisible();

        page.locator("li.account > a.dropdown-toggle").click();
        page.locator("li.logout a").click();

        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/login\\?to=.*tasklist.*"));
        page.navigate(address("/camunda/app/tasklist/default/"));
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/login\\?to=.*tasklist.*"));
        logIn(page, "officer1", "minyi");
        assertThat(page.locator(".task-filters .task-filter").first()).isVisible();
    }

    @Test
    void a_wrong_password_and_too_many_of_them_are_told_in_plain_words() {
        for (var language : List.of("en-GB", "zh-CN")) {
            db.sql("delete from login_attempt").update();
            var page = page(language);
            page.navigate(address("/login"));
            for (var i = 0; i < 5; i++) {
                logIn(page, "officer1", "wrong");
                assertThat(page.locator(".told.wrong")).isVisible();
            }
            picture(page, "login-wrong-" + language);
            logIn(page, "officer1", "minyi");
            assertThat(page.locator(".told.wrong")).containsText("15");
            picture(page, "login-too-many-" + language);
        }
    }

    @Test
    void the_second_factor_is_set_up_in_either_language() throws IOException {
        for (var language : List.of("en-GB", "zh-CN")) {
            var page = page(language);
            page.navigate(address("/login"));
            picture(page, "login-" + language);
            logIn(page, "auditor1", "minyi");
            assertThat(page.locator("code.secret")).isVisible();
            picture(page, "login-code-set-up-" + language);
            Assertions.assertThat(scanned(page.locator("main svg").screenshot()))
                    .as("what a telephone reads off the screen")
                    .isEqualTo(page.locator("a[href^=otpauth]").getAttribute("href"))
                    .contains(page.locator("code.secret").textContent().replace(" ", ""));
            page.locator("#code").fill("000000");
            page.locator("button").click();
            assertThat(page.locator(".told.wrong")).isVisible();
            picture(page, "login-code-wrong-" + language);
        }
    }

    @Test
    void the_languages_say_the_same_things() throws IOException {
        Assertions.assertThat(words("login_zh.properties").keySet())
                .containsExactlyInAnyOrderElementsOf(words("login.properties").keySet());
    }

    private static String scanned(byte[] screen) throws IOException {
        var seen = ImageIO.read(new ByteArrayInputStream(screen));
        var light = new RGBLuminanceSource(
                seen.getWidth(),
                seen.getHeight(),
                seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth()));
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText();
        } catch (ReaderException unreadable) {
            throw new IOException("nothing to be read off the screen", unreadable);
        }
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (InputStream in = LoginPageTest.class.getResourceAsStream("/messages/" + file)) {
            words.load(in);
        }
        return words;
    }

    private Page page(String language) {
        return chromium.browser()
                .newPage(new Browser.NewPageOptions().setLocale(language).setViewportSize(1280, 900));
    }

    private static void logIn(Page page, String user, String password) {
        page.locator("#account").fill(user);
        page.locator("#password").fill(password);
        page.locator("button").click();
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pages", name + ".png")));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
