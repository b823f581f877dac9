package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** One person's Tasklist, in a browser of their own: reads, claims, fills in and completes as a person does. */
final class Desk {

    /** What belongs to the engine and to nobody who works here: its ids, its keys, and unit codes. */
    private static final Pattern ENGINE = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-|userTask|serviceTask|\\b(work-order|return-call)\\b|\\b9901\\d{8}\\b|\\$\\{");

    private static final Pattern NOTHING_COUNTED = Pattern.compile("\\b0\\b");
    /** As the calendar calls its days. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    private static final String PASSWORD = "minyi";

    private final Tracks tracks;
    private final String user;
    private final Page page;

    private Desk(Tracks tracks, String user, Page page) {
        this.tracks = tracks;
        this.user = user;
        this.page = page;
    }

    static Desk login(Tracks tracks, String user) {
        var desk = new Desk(tracks, user, enter(tracks, user, "tasklist"));
        assertThat(desk.filters().first()).isVisible();
        hasNoBanner(desk.page);
        return desk;
    }

    /** Cockpit opens for whoever may read everything, and its head carries no banner either. */
    static void looksIntoCockpit(Tracks tracks, String user) {
        var page = enter(tracks, user, "cockpit");
        assertThat(page.locator(".ctn-main").first()).containsText("Running Process Instances");
        hasNoBanner(page);
        tracks.picture(page, user + "-cockpit");
    }

    /** Where somebody is not logged in the login page comes first, and leads on to where they wanted to go. */
    static Page enter(Tracks tracks, String user, String app) {
        var page = tracks.window(user);
        page.navigate("/camunda/app/" + app + "/");
        // Whatever language the page speaks.
        page.locator("#account").fill(user);
        page.locator("#password").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        return page;
    }

    /** The engine's makers tell everybody that its time is over; nobody at work here can do anything about that. */
    private static void hasNoBanner(Page page) {
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        assertThat(page.locator("body").innerText())
                .doesNotContainPattern("(?i)migrate to Camunda|end of life|BANNER_CE");
    }

    /** Opens the only task of this name that waits behind a filter. */
    Desk open(String filter, String task) {
        return openOneOf(1, filter, task);
    }

    /** Opens the first of so many tasks of this name that wait behind a filter. */
    Desk openOneOf(int waiting, String filter, String task) {
        look(filter);
        var card = cards().filter(new Locator.FilterOptions().setHasText(task));
        assertThat(card).hasCount(waiting);
        card.locator("h4 a").first().click();
        assertThat(page.locator(".task-details h2.task")).hasText(task);
        assertThat(form().locator(".fjs-form-field").first()).isVisible();
        assertThat(dossier().locator(".dossier-holder")).isVisible();
        return this;
    }

    Desk claim() {
        page.locator(".task-details button.claim").click();
        assertThat(page.locator(".task-details button.unclaim")).isVisible();
        assertThat(complete()).isEnabled();
        return doesNotRead("nobody has claimed it yet");
    }

    /** Lets the exchange dial. */
    Desk dials() {
        dossier().locator("button.dossier-dial").click();
        return this;
    }

    Desk tick(String answer) {
        form().getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    /** What has to be ticked carries a star behind its label. */
    Desk confirm(String statement) {
        form().getByLabel(statement).check();
        return this;
    }

    Desk choose(String field, String line) {
        var select = form().locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(field));
        select.locator(".fjs-input-group").click();
        select.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(line))
                .first()
                .click();
        return this;
    }

    Desk pick(String field, LocalDate day) {
        dateOf(field).locator("input").first().click();
        page.locator(".flatpickr-calendar.open .flatpickr-day[aria-label='" + DAY.format(day) + "']")
                .click();
        return this;
    }

    Desk pick(String field, LocalDate day, String time) {
        pick(field, day);
        var clock = dateOf(field).locator("input").last();
        clock.fill(time);
        clock.press("Tab");
        return this;
    }

    private Locator dateOf(String field) {
        return form().locator(".fjs-form-field-datetime").filter(new Locator.FilterOptions().setHasText(field));
    }

    /** The form takes over what is written a moment later, or as soon as the field is left, as here. */
    Desk write(String field, String words) {
        var written = form().getByLabel(field);
        written.fill(words);
        written.blur();
        assertThat(written).hasValue(words);
        return this;
    }

    /** Completes the task; the desk is clear then. */
    void done() {
        complete().click();
        assertThat(page.locator(".no-task")).isVisible();
    }

    /** Nothing waits behind the filter: it has counted, and its list is empty. */
    void seesNothing(String filter) {
        look(filter);
        assertThat(filters().filter(new Locator.FilterOptions().setHasText(filter)))
                .containsText(NOTHING_COUNTED);
        assertThat(page.locator("section.tasks-list")).containsText("No task matching filters found");
        assertThat(cards()).hasCount(0);
    }

    /** The task's card in the list says which matter it is. */
    Desk readsOnCard(String text) {
        assertThat(cards().first().locator(".matter-card")).containsText(text);
        return this;
    }

    /** Whether anything to start is offered. */
    Desk isOfferedToStart(boolean something) {
        assertThat(page.locator(".start-process-action").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(something));
        return this;
    }

    /** Neither the task's address nor its card nor its dossier lets anybody in who was not offered the task. */
    void cannotReach(String taskId) {
        assertThat(page.request().get("/dossier/api/tasks/" + taskId).status()).isEqualTo(404);
        assertThat(page.request().get("/dossier/api/cards?tasks=" + taskId).text())
                .isEqualTo("[]");
        assertThat(page.request()
                        .get("/camunda/api/engine/engine/default/task/" + taskId)
                        .status())
                .isIn(403, 404);
    }

    /** Form and dossier stand beside each other, both whole, and so short that nobody has to scroll. */
    Desk seesFormBesideDossier() {
        seesLongFormBesideDossier();
        assertThat(complete()).isInViewport();
        return this;
    }

    /** Form and dossier stand beside each other, without scrolling sideways. */
    Desk seesLongFormBesideDossier() {
        var form = form().boundingBox();
        var dossier = dossier().boundingBox();
        assertThat(form.width).as("width of the form").isGreaterThan(350);
        assertThat(dossier.width).as("width of the dossier").isGreaterThan(350);
        assertThat(form.x + form.width).as("right end of the form").isLessThanOrEqualTo(dossier.x);
        assertThat(dossier.x + dossier.width).as("right end of the dossier").isLessThanOrEqualTo(Tracks.WIDTH);
        assertThat(dossier().locator(".dossier-holder")).isInViewport();
        return this;
    }

    Desk seesNothingOfTheEngine() {
        assertThat(page.locator("body").innerText()).as("what %s reads", user).doesNotContainPattern(ENGINE);
        return this;
    }

    Desk reads(String text) {
        assertThat(dossier()).containsText(text);
        return this;
    }

    Desk doesNotRead(String text) {
        assertThat(dossier()).not().containsText(text);
        return this;
    }

    /** Counts the clicks of a person from here on. */
    Desk countClicks() {
        page.evaluate(
                "window.clicks = 0; document.addEventListener('click', e => e.isTrusted && window.clicks++, true)");
        return this;
    }

    int clicks() {
        return (int) page.evaluate("window.clicks");
    }

    Desk picture(String name) {
        tracks.picture(page, user + "-" + name);
        return this;
    }

    private void look(String filter) {
        filters()
                .filter(new Locator.FilterOptions().setHasText(filter))
                .locator("a")
                .first()
                .click();
    }

    private Locator filters() {
        return page.locator(".task-filters .task-filter");
    }

    private Locator cards() {
        return page.locator(".tasks-list li.task");
    }

    private Locator form() {
        return page.locator(".task-details .fjs-container");
    }

    private Locator dossier() {
        return page.locator(".task-details .dossier");
    }

    private Locator complete() {
        return page.locator(".task-details")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Complete"));
    }
}
