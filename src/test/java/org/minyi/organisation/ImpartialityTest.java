package org.minyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minyi.organisation.SmallCity.CENTRE;
import static org.minyi.organisation.SmallCity.NORTH;
import static org.minyi.organisation.SmallCity.NORTH_POST;
import static org.minyi.organisation.SmallCity.SOUTH;
import static org.minyi.organisation.SmallCity.SOUTH_POST;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.audit.Evidence;

/** Nobody judges their own; whoever is left out is replaced by the level above. */
class ImpartialityTest {

    private static final Desk REVIEWERS = new Desk(Role.REVIEWER, CENTRE);
    private static final Desk DIRECTOR = new Desk(Role.DIRECTOR, CENTRE);
    private static final Desk INSPECTOR = new Desk(Role.INSPECTOR, CENTRE);

    private Organisation organisation;
    private Impartiality impartiality;

    @BeforeEach
    void a_small_city() {
        var tables = OrganisationTest.Tables.fresh();
        organisation = new Organisation(tables, told -> {}, mock(Evidence.class));
        organisation.found(SmallCity.units());
        organisation.enlist(SmallCity.members());
        impartiality = new Impartiality(new Units(tables), new Members(tables));
    }

    @Test
    void a_post_that_only_executes_verifies_itself() {
        assertThat(impartiality.verifier(SOUTH_POST, NORTH_POST, null)).isEqualTo(new Desk(Role.OFFICER, SOUTH_POST));
    }

    @Test
    void a_post_complained_about_is_verified_by_its_sub_centre() {
        assertThat(impartiality.verifier(NORTH_POST, NORTH_POST, null)).isEqualTo(new Desk(Role.LIAISON, NORTH));
    }

    @Test
    void a_sub_centre_complained_about_is_verified_by_the_centre_and_so_are_its_posts() {
        assertThat(impartiality.verifier(NORTH, NORTH, null)).isEqualTo(REVIEWERS);
        assertThat(impartiality.verifier(NORTH_POST, NORTH, null)).isEqualTo(REVIEWERS);
    }

    @Test
    void the_centre_complained_about_is_looked_into_by_the_inspector() {
        assertThat(impartiality.verifier(CENTRE, CENTRE, "caller1")).isEqualTo(INSPECTOR);
        assertThat(impartiality.verifier(NORTH_POST, CENTRE, null)).isEqualTo(INSPECTOR);
        assertThat(impartiality.reviewer(CENTRE, CENTRE, null)).isEqualTo(INSPECTOR);
    }

    @Test
    void the_director_complained_about_is_looked_into_by_the_inspector() {
        assertThat(impartiality.verifier(CENTRE, CENTRE, "director1")).isEqualTo(INSPECTOR);
    }

    @Test
    void the_inspector_complained_about_is_looked_into_by_the_director() {
        assertThat(impartiality.verifier(CENTRE, CENTRE, "inspector1")).isEqualTo(DIRECTOR);
    }

    @Test
    void the_accused_who_is_the_only_one_at_a_desk_gives_way_to_the_level_above() {
        // liaison1 is the only liaison of the north, and is accused of something that happened in the south.
        assertThat(impartiality.verifier(NORTH, SOUTH_POST, "liaison1")).isEqualTo(REVIEWERS);
        assertThat(impartiality.verifier(SOUTH_POST, NORTH, "officer2")).isEqualTo(new Desk(Role.LIAISON, SOUTH));
    }

    @Test
    void the_accused_among_others_leaves_the_matter_to_the_others() {
        assertThat(impartiality.verifier(NORTH_POST, SOUTH, "officer1")).isEqualTo(new Desk(Role.OFFICER, NORTH_POST));
        assertThat(impartiality.verifier(CENTRE, NORTH, "reviewer1")).isEqualTo(REVIEWERS);
    }

    @Test
    void the_level_above_reviews() {
        assertThat(impartiality.reviewer(NORTH_POST, NORTH_POST, null)).isEqualTo(new Desk(Role.LEADER, NORTH));
        assertThat(impartiality.reviewer(NORTH, NORTH_POST, null)).isEqualTo(REVIEWERS);
        assertThat(impartiality.reviewer(CENTRE, NORTH_POST, null)).isEqualTo(DIRECTOR);
    }

    @Test
    void a_sub_centre_complained_about_does_not_review_its_posts() {
        assertThat(impartiality.reviewer(NORTH_POST, NORTH, null)).isEqualTo(REVIEWERS);
    }

    @Test
    void an_accused_leader_does_not_review() {
        assertThat(impartiality.reviewer(NORTH_POST, NORTH_POST, "leader1")).isEqualTo(REVIEWERS);
    }

    @Test
    void a_desk_that_is_impartial_keeps_its_task_and_another_gives_it_to_the_level_above() {
        var callers = new Desk(Role.CALLER, CENTRE);
        var officers = new Desk(Role.OFFICER, SOUTH_POST);

        assertThat(impartiality.insteadOf(callers, NORTH, null)).isEqualTo(callers);
        assertThat(impartiality.insteadOf(callers, null, "caller1")).isEqualTo(REVIEWERS);
        assertThat(impartiality.insteadOf(officers, null, "officer2")).isEqualTo(new Desk(Role.LIAISON, SOUTH));
        assertThat(impartiality.insteadOf(new Desk(Role.LEADER, SOUTH), SOUTH, null))
                .isEqualTo(REVIEWERS);
        assertThat(impartiality.insteadOf(REVIEWERS, CENTRE, null)).isEqualTo(INSPECTOR);
    }

    @Test
    void a_city_with_nobody_left_is_told_so() {
        organisation.leave("director1");

        assertThatThrownBy(() -> impartiality.verifier(CENTRE, CENTRE, "inspector1"))
                .isInstanceOf(NobodyImpartial.class)
                .hasMessageContaining("990100000000");
    }

    @Test
    void a_desk_below_the_centre_is_one_units_group() {
        assertThat(new Desk(Role.LIAISON, NORTH).group()).isEqualTo("liaison.990101000000");
        assertThat(REVIEWERS.group()).isEqualTo("reviewer");
    }
}
