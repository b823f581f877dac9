package org.minyi.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minyi.organisation.SmallCity.CENTRE;
import static org.minyi.organisation.SmallCity.NORTH;
import static org.minyi.organisation.SmallCity.NORTH_POST;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;

/** Who looks after an order, for every level that can be complained about. */
@MinyiTest
class ImpartialDesksTest {

    @Autowired
    ImpartialDesks desks;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @BeforeEach
    void a_city() {
        SmallCity.standsIn(organisation, units);
    }

    @Test
    void a_post_that_is_not_complained_about_verifies_itself_and_its_sub_centre_reviews() {
        var around = around(SmallCity.SOUTH, null, NORTH, NORTH_POST);

        assertGroups(
                around,
                "officer." + NORTH_POST,
                "leader." + NORTH,
                "reviewer",
                "officer." + NORTH_POST,
                "leader." + NORTH,
                "director");
    }

    @Test
    void a_post_complained_about_puts_right_and_its_sub_centre_verifies() {
        var around = around(NORTH_POST, null, NORTH, NORTH_POST);

        assertGroups(
                around,
                "liaison." + NORTH,
                "leader." + NORTH,
                "reviewer",
                "officer." + NORTH_POST,
                "leader." + NORTH,
                "director");
    }

    @Test
    void a_sub_centre_complained_about_keeps_its_order_but_the_centre_judges_every_step() {
        var around = around(NORTH, null, NORTH, NORTH);

        assertGroups(around, "reviewer", "reviewer", "director", "liaison." + NORTH, "reviewer", "director");
    }

    @Test
    void a_sub_centre_complained_about_is_not_judged_by_its_own_post() {
        var around = around(NORTH, null, NORTH, NORTH_POST);

        assertGroups(around, "reviewer", "reviewer", "director", "officer." + NORTH_POST, "reviewer", "director");
    }

    @Test
    void the_centre_complained_about_is_judged_by_the_inspector_who_stands_outside_its_line() {
        var around = around(CENTRE, null, CENTRE, CENTRE);

        assertGroups(around, "inspector", "inspector", "inspector", "reviewer", "inspector", "inspector");
    }

    @Test
    void an_officer_who_holds_a_desk_alone_is_passed_over() {
        var around = around(null, "liaison1", NORTH, NORTH);

        assertThat(around.verifying().group()).isEqualTo("reviewer");
    }

    @Test
    void a_director_complained_about_does_not_decide() {
        var around = around(null, "director1", NORTH, NORTH_POST);

        assertThat(around.deciding().group()).isEqualTo("inspector");
    }

    @Test
    void what_the_centre_keeps_a_reviewer_puts_right_and_the_director_reviews() {
        var around = around(NORTH_POST, null, CENTRE, CENTRE);

        assertGroups(around, "reviewer", "reviewer", "director", "reviewer", "director", "director");
    }

    private Desks around(UnitCode respondent, String officer, UnitCode handling, UnitCode executing) {
        return desks.around(new Respondent(respondent, officer), handling, executing);
    }

    private static void assertGroups(
            Desks around,
            String verifying,
            String proposing,
            String confirming,
            String rectifying,
            String reviewing,
            String deciding) {
        assertThat(around)
                .extracting(
                        desks -> group(desks.verifying()),
                        desks -> group(desks.proposing()),
                        desks -> group(desks.confirming()),
                        desks -> group(desks.rectifying()),
                        desks -> group(desks.reviewing()),
                        desks -> group(desks.deciding()))
                .containsExactly(verifying, proposing, confirming, rectifying, reviewing, deciding);
    }

    private static String group(Desk desk) {
        return desk.group();
    }
}
