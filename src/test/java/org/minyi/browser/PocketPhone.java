package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A citizen with the pocket phone in hand. */
final class PocketPhone {

    private final Tracks tracks;
    private final Page page;

    private PocketPhone(Tracks tracks, Page page) {
        this.tracks = tracks;
        this.page = page;
    }

    /** Finds the citizen by number, as on the page. */
    static PocketPhone of(Tracks tracks, String number) {
        var page = tracks.window("citizen");
        page.navigate("/simulator");
        page.locator("#search").fill(number);
        page.locator("#citizens button")
                .filter(new Locator.FilterOptions().setHasText(number))
                .click();
        assertThat(page.locator("#number")).hasText(number);
        return new PocketPhone(tracks, page);
    }

    /** Waits for the SMS of this place in the thread and picks it to answer. */
    PocketPhone receives(int messages, String text) {
        var received = page.locator("#thread .theirs");
        assertThat(received).hasCount(messages);
        assertThat(received.nth(messages - 1)).containsText(text);
        received.nth(messages - 1).click();
        return this;
    }

    /** Taps the digit; the words stand behind it. */
    void answers(int digit, String words) {
        var sent = page.locator("#thread .mine").count();
        page.locator("#text").fill(words);
        page.locator(".quick button").nth(digit - 1).click();
        assertThat(page.locator("#thread .mine")).hasCount(sent + 1);
        assertThat(page.locator("#thread .mine").last()).containsText(digit + (words.isEmpty() ? "" : " " + words));
    }

    /** As whom the page says to log in for this task; the first of them. */
    String login(String task) {
        var turn = page.locator("#turns li").filter(new Locator.FilterOptions().setHasText(task));
        assertThat(turn).containsText("log in as");
        return turn.locator("div").innerText().replaceFirst("^log in as (\\w+).*", "$1");
    }

    /** Waits until nobody has to do anything about this citizen any more. */
    PocketPhone waitsForNobody() {
        assertThat(page.locator("#turns")).containsText("Nothing waits");
        return this;
    }

    PocketPhone picture(String name) {
        tracks.picture(page, "phone-" + name);
        return this;
    }
}
