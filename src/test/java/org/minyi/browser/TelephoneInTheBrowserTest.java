package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A click dials and the call stands in the story; a call to the hotline opens its form by itself. */
class TelephoneInTheBrowserTest extends StoryInTheBrowser {

    private static final String SLOW = "等了很久没有人来";

    @Test
    void one_click_dials_and_the_call_stands_in_the_story() {
        play(tracks -> {
            var contact = aContactOfAStation();
            var phone = PocketPhone.of(tracks, contact.number());
            phone.receives(1, "Reply 1 satisfied").answers(3, SLOW);
            var caller = Desk.login(tracks, "caller1");
            until("makeCall");
            var exchange = exchange(tracks);

            caller.open("Calls waiting", "Make call").claim();
            caller.picture("dial").dials().reads("Your telephone rings…");
            press(exchange, "Pick up");
            caller.reads("It rings at the person's…");
            press(exchange, "The citizen picks up");
            caller.reads("You are connected.").picture("dial-connected");
            press(exchange, "Hang up");
            caller.reads("The call is over.").reads("Called").reads("talked 0:").picture("dial-over");
            caller.tick("Spoken to: satisfied, or settled meanwhile").done();
            untilNothingGoesOn();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB,Hotline,Ring the public hotline,caller2 picks up,Hang up,My calls,Take call,What is it?,in (an? |\\d+ )(hour|day)",
        "zh-CN,热线,拨打群众热线,caller2接听,挂断,我的回访,接听热线,来电性质,\\d+ (小时|天)后"
    })
    void a_call_to_the_hotline_opens_its_form_and_is_counted(
            String language,
            String title,
            String ring,
            String pickUp,
            String hangUp,
            String filter,
            String step,
            String asks,
            String due) {
        play(tracks -> {
            tracks.speak(language);
            var contact = aContactOfAStation();
            var desk = Desk.enter(tracks, "caller2", "tasklist");
            assertThat(desk.locator(".no-task")).isVisible();
            var exchange = exchange(tracks);
            exchange.locator("#number").fill(contact.number());
            press(exchange, ring);
            press(exchange, pickUp);

            assertThat(desk.locator(".task-details .fjs-container .fjs-form-field")
                            .first())
                    .isVisible();
            assertThat(desk.locator(".task-details .dossier-person strong")).containsText("**");
            assertThat(desk.locator(".task-filters h4 a").first()).containsText(filter);
            assertThat(desk.locator(".task-details h2.task")).hasText(step);
            assertThat(desk.locator(".tasks-list li.task").first()).containsText(Pattern.compile(due));
            assertThat(desk.locator(".task-details .fjs-container")).containsText(asks);
            assertThat(desk.locator(".task-details .dossier-holder")).containsText(step);
            tracks.picture(desk, "hotline-form-" + language);
            press(exchange, hangUp);
            desk.locator(".task-details .fjs-container input[type=radio]")
                    .nth(1)
                    .check();
            desk.locator(".task-details .form-actions .btn-primary").click();
            assertThat(desk.locator(".no-task")).isVisible();

            desk.navigate("/hotline");
            assertThat(desk.locator("header strong")).hasText(title);
            assertThat(desk.locator("#extension")).hasValue("8002");
            assertThat(desk.locator(".figure").first()).containsText("100.0 %");
            tracks.picture(desk, "hotline-figures-" + language);
        });
    }

    /** As Tasklist shows what the engine says of a step that was refused. */
    @ParameterizedTest
    @CsvSource({"en-GB,You started this wave: a second person has to release it.", "zh-CN,本批次由您发起，须由他人放行。"})
    void why_a_step_was_refused_can_be_read(String language, String said) {
        play(tracks -> {
            tracks.speak(language);
            var desk = Desk.enter(tracks, "caller2", "tasklist");
            assertThat(desk.locator(".task-filters h4").first()).isVisible();
            desk.evaluate(
                    """
                    document.querySelector('.notifications').innerHTML = '<p class="message">Cannot submit task form 4-1: \
                    Exception while invoking TaskListener: You started this wave: a second person has to release it.</p>'
                    """);
            assertThat(desk.locator(".notifications .message")).hasText(said);
        });
    }

    @Test
    void whoever_gives_up_waiting_is_rung_back_by_one_click_and_counted() {
        play(tracks -> {
            var contact = aContactOfAStation();
            var exchange = exchange(tracks);
            exchange.locator("#number").fill(contact.number());
            press(exchange, "Ring the public hotline");
            press(exchange, "Hang up");
            until("ringBack");
            var caller = Desk.login(tracks, "caller1");

            caller.open("Calls waiting", "Ring back").claim();
            caller.picture("ring-back").dials().reads("Your telephone rings…");
            press(exchange, "Pick up");
            press(exchange, "The citizen picks up");
            caller.reads("You are connected.").tick("Reached: a matter").picture("ring-back-matter");
            press(exchange, "Hang up");
            caller.tick("Reached: answered at once").done();
            untilNothingGoesOn();

            var page = Desk.enter(tracks, "triage1", "tasklist");
            assertThat(page.locator(".no-task")).isVisible();
            page.navigate("/hotline");
            assertThat(page.locator(".counts").first()).containsText("1 of 1 (100 %)");
            tracks.picture(page, "hotline-rung-back");
        });
    }

    @Test
    void an_administrator_says_where_somebody_else_sits() {
        play(tracks -> {
            var page = Desk.enter(tracks, "admin1", "welcome");
            page.waitForURL("**/camunda/app/welcome/**");
            page.navigate("/hotline");
            page.locator("#login").fill("caller2");
            page.locator("#look button").click();
            assertThat(page.locator("#theirs")).hasValue("8002");
            page.locator("#theirs").fill("8012");
            page.locator("#place button").click();
            assertThat(page.locator("#placed")).hasText("Saved.");
            tracks.picture(page, "hotline-others");
            page.locator("#theirs").fill("8002");
            page.locator("#place button").click();
            assertThat(page.locator("#placed")).hasText("Saved.");
        });
    }

    private static Page exchange(Tracks tracks) {
        var page = tracks.window("exchange");
        page.navigate("/simulator/telephone");
        return page;
    }

    private static void press(Page exchange, String receiver) {
        var button = exchange.locator("button").filter(new Locator.FilterOptions().setHasText(receiver));
        assertThat(button).hasCount(1);
        button.click();
    }
}
