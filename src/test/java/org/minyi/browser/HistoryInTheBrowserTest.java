package org.minyi.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.history.PlayedMatter;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The auditor looks into Cockpit for what became of a matter: the way it took, and everything kept of it. */
@MinyiTest
@Import(PlayedMatter.class)
class HistoryInTheBrowserTest {

    private static final String HOSTILE =
            "<img src=x onerror=\"document.title='taken'\"> 窗口排队两小时没有人解释还要补什么材料".repeat(3);

    @LocalServerPort
    private int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient db;

    private PlayedMatter.Played closed;
    private PlayedMatter.Played open;

    @BeforeEach
    void a_matter_of_two_rounds_and_an_open_one_with_a_hostile_title(
            @Autowired Organisation organisation,
            @Autowired Units units,
            @Autowired Logins logins,
            @Autowired PlayedMatter play) {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        SmallCity.standsIn(organisation, units);
        logins.give(SmallCity.members().stream().map(Member::userId).toList(), "minyi");
        open = play.taken(http).untilAsked();
        closed = play.taken(http)
                .untilAsked()
                .answers("3 nobody called")
                .rectifiedOnceMore()
                .answers("1");
        tookItsTime();
        db.sql("update complaint set title = :title where id = :id")
                .param("title", HOSTILE)
                .param("id", open.id())
                .update();
    }

    /** What a test plays in a second takes people days. */
    private void tookItsTime() {
        db.sql(
                        """
                        with at as (
                          select id_, sum(hours) over (order by start_time_, sequence_counter_, id_) until, hours
                            from (select a.*, case act_type_ when 'userTask' then 7.4 when 'intermediateMessageCatch' then 26.1
                                              else 0.001 end hours
                                    from act_hi_actinst a
                                    join act_hi_procinst p on p.proc_inst_id_ = a.proc_inst_id_
                                   where p.proc_def_key_ = 'work-order' and p.end_time_ is not null) visit)
                        update act_hi_actinst a
                           set start_time_ = timestamp '2026-11-09 09:12:00' + (until - hours) * interval '1 hour',
                               end_time_ = timestamp '2026-11-09 09:12:00' + until * interval '1 hour'
                          from at where at.id_ = a.id_
                        """)
                .update();
        db.sql(
                        """
                        update act_hi_procinst p
                           set start_time_ = taken.first - interval '2 minutes', end_time_ = taken.last
                          from (select root_proc_inst_id_, min(start_time_) as first, max(end_time_) as last from act_hi_actinst
                                 where proc_def_key_ = 'work-order' and start_time_ < date '2026-11-21' group by 1) taken
                         where taken.root_proc_inst_id_ = p.root_proc_inst_id_ and p.end_time_ is not null
                        """)
                .update();
    }

    @Test
    void the_auditor_finds_a_matter_and_sees_the_way_it_took() {
        try (var chromium = Chromium.start()) {
            var tracks = new Tracks(chromium.browser(), "http://localhost:" + port);
            try {
                looks(tracks);
            } catch (AssertionError | PlaywrightException wrong) {
                tracks.picturesOfFailure();
                wrong.addSuppressed(new AssertionError("errors in the browsers: " + tracks.errors()));
                throw wrong;
            }
            assertThat(tracks.errors()).isEmpty();
        }
    }

    private void looks(Tracks tracks) {
        var page = Desk.enter(tracks, "auditor1", "cockpit");
        page.locator("a[href='#/history']").first().click();
        assertThat(page.locator(".minyi-found tbody tr").first()).isVisible();
        tracks.picture(page, "history-search");

        page.locator(".minyi-search [name=number]").fill(closed.number());
        page.locator(".minyi-search [name=process]").selectOption("work-order");
        page.locator(".minyi-search .btn-primary").click();
        assertThat(page.locator(".minyi-found tbody tr")).hasCount(1);
        assertThat(page.locator(".minyi-found tbody tr")).containsText("Closed: satisfied");
        page.locator(".minyi-found tbody a").click();

        seesTheWay(page);
        tracks.picture(page, "history");
        seesTheTrail(page);
        changesNothing(page, tracks);

        tracks.speak("zh-CN");
        var other = Desk.enter(tracks, "auditor1", "cockpit");
        other.navigate("/camunda/app/cockpit/default/#/history?number=" + open.number());
        assertThat(other.locator(".minyi-history h3")).hasText("事项历史");
        assertThat(other.locator(".minyi-found tbody tr").first()).containsText("<img src=x");
        tracks.picture(other, "history-zh-search");
        other.locator(".minyi-found tbody a").first().click();
        assertThat(other.locator(".minyi-canvas .djs-shape.minyi-active").first())
                .isVisible();
        assertThat(other.locator(".minyi-history img[src=x]")).hasCount(0);
        tracks.picture(other, "history-zh");
    }

    private static void seesTheWay(Page page) {
        assertThat(page.locator(".minyi-head h3")).containsText("Closed: satisfied");
        assertThat(page.locator(".minyi-head .minyi-holds")).hasText("Evidence valid");
        assertThat(page.locator(".minyi-canvas [data-element-id=userTask_rectify].minyi-visited")
                        .first())
                .isVisible();
        assertThat(page.locator(".minyi-canvas [data-element-id=endEvent_closedSatisfied].minyi-reached")
                        .first())
                .isVisible();
        assertThat(page.locator(".minyi-canvas [data-element-id=flow_rectificationSentBack].minyi-taken")
                        .first())
                .isVisible();
        assertThat(page.locator(".minyi-canvas [data-element-id=flow_toBePhoned].minyi-taken"))
                .hasCount(0);
        assertThat(page.locator(".minyi-times")
                        .filter(new Locator.FilterOptions().setHasText("×3"))
                        .first())
                .isVisible();
        assertThat(page.locator(".bjs-powered-by")).isVisible();
        page.locator(".minyi-canvas [data-element-id=userTask_rectify]").first().hover();
        assertThat(page.locator(".minyi-tip")).containsText("Officer North");
        assertThat(page.locator(".minyi-family")).containsText("Complaint");
    }

    private static void seesTheTrail(Page page) {
        for (var tab : List.of("variables", "operations", "decisions", "failures", "evidence", "path")) {
            page.locator(".minyi-tab-" + tab + " a").click();
            assertThat(page.locator(".minyi-tab-" + tab)).hasClass(Pattern.compile(".*active.*"));
            switch (tab) {
                case "variables" -> assertThat(page.locator(".minyi-variables")).containsText("executingUnit");
                case "operations" ->
                    assertThat(page.locator(".minyi-operations")).containsText("Leader North (leader1)");
                case "decisions" ->
                    assertThat(page.locator(".minyi-hit").first()).isVisible();
                case "evidence" -> assertThat(page.locator(".minyi-evidence")).containsText("Evidence valid");
                case "failures" -> assertThat(page.locator(".minyi-tab-body")).containsText("Nothing was kept here.");
                default -> assertThat(page.locator(".minyi-steps")).containsText("3 / 3");
            }
        }
    }

    /** Cockpit's own page of a running instance links here, and offers the auditor nothing that would be refused. */
    private void changesNothing(Page page, Tracks tracks) {
        var running = db.sql(
                        """
                        select proc_inst_id_ from act_hi_procinst
                         where proc_def_key_ = 'work-order' and end_time_ is null
                        """)
                .query(String.class)
                .single();
        page.navigate("/camunda/app/cockpit/default/#/process-instance/" + running + "/runtime");
        assertThat(page.locator(".minyi-history-link")).isVisible();
        tracks.picture(page, "instance");
        for (var offered : page.locator(".ctn-toolbar button, .ctn-toolbar .btn, .action-column")
                .all()) {
            if (offered.isVisible()) {
                assertThat(offered).hasClass(Pattern.compile(".*(minyi-history-link|collaps|btn-default).*"));
            }
        }
        page.locator(".minyi-history-link").click();
        assertThat(page.locator(".minyi-head h3")).containsText(open.number());
    }
}
