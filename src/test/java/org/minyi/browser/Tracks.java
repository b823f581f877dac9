package org.minyi.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Opens a window for everybody, each with a memory of its own, and keeps what went wrong in any of them. */
final class Tracks {

    /** The width that form and dossier must share. */
    static final int WIDTH = 1400;

    private static final int HEIGHT = 900;

    /**
     * Tasklist reads a task once more while it is being completed. The engine's REST interface reads it in three steps
     * and answers 500 when it is gone between them.
     */
    private static final Pattern TASK_JUST_DONE =
            Pattern.compile(".*status of 500 .*/engine/default/task/[0-9a-f-]+:0:0");

    private final Browser browser;
    private final String server;
    private final List<String> errors = new ArrayList<>();
    private final Map<String, Page> windows = new LinkedHashMap<>();
    private int pictures;
    private String locale = "en-GB";

    Tracks(Browser browser, String server) {
        this.browser = browser;
        this.server = server;
    }

    Page window(String whose) {
        return window(whose, locale);
    }

    /** The windows that are opened from now on speak this language. */
    void speak(String language) {
        locale = language;
    }

    private Page window(String whose, String language) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(server)
                        .setViewportSize(WIDTH, HEIGHT)
                        .setLocale(language)
                        .setTimezoneId("Asia/Shanghai"))
                .newPage();
        windows.put(whose, page);
        page.onPageError(error -> errors.add(whose + ": " + error));
        page.onConsoleMessage(message -> note(whose, message));
        return page;
    }

    private void note(String whose, ConsoleMessage message) {
        var told = message.text() + " " + message.location();
        if (message.type().equals("error") && !TASK_JUST_DONE.matcher(told).matches()) {
            errors.add(whose + ": " + told);
        }
    }

    /** A numbered picture of the window in target/screenshots. */
    void picture(Page page, String name) {
        pictures++;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", "%02d-%s.png".formatted(pictures, name))));
    }

    /** What everybody saw when something went wrong. */
    void picturesOfFailure() {
        windows.forEach((whose, page) -> picture(page, "failed-" + whose));
    }

    List<String> errors() {
        return errors;
    }
}
