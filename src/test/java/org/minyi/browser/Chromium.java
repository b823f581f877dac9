package org.minyi.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minyi.NodeTools;

/**
 * The Chromium of this machine, driven by Playwright. Found by the environment's CHROMIUM or on the search path; where
 * there is none a test is skipped and says so, and in CI fails.
 */
final class Chromium implements AutoCloseable {

    /** A slow machine is no failure: a page that comes late has come. */
    private static final double PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        var chromium = Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .or(() -> NodeTools.onPath("chromium"))
                .or(() -> NodeTools.onPath("google-chrome"));
        NodeTools.needs("Chromium", chromium.isPresent());
        System.setProperty("playwright.cli.dir", NodeTools.driver().toString());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        NodeTools.node().toString())));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.orElseThrow())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-background-networking",
                                        "--disable-component-update"))));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
