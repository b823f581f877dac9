package org.minyi.desk.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.MinyiTest;
import org.minyi.desk.Logins;
import org.minyi.organisation.Member;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.Role;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.annotation.Autowired;

@MinyiTest
class IdentityMirrorTest {

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Logins logins;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void a_small_city() {
        SmallCity.standsIn(organisation, units);
    }

    @Test
    void an_officer_is_in_the_roles_group_and_in_that_of_the_own_unit() {
        assertThat(groupsOf("officer1")).containsExactlyInAnyOrder("officer", "officer.990101010000");
        assertThat(groupsOf("leader1")).containsExactlyInAnyOrder("leader", "leader.990101000000");
        assertThat(groupsOf("reviewer1")).containsExactly("reviewer");
    }

    @Test
    void nobody_logs_in_before_a_password_was_given() {
        organisation.enlist(List.of(new Member("newcomer", "New Comer", SmallCity.CENTRE, Set.of(Role.CALLER))));

        assertThat(identity.checkPassword("newcomer", null)).isFalse();

        logins.give(List.of("newcomer"), "minyi");
        assertThat(identity.checkPassword("newcomer", "minyi")).isTrue();
    }

    @Test
    void a_moved_member_leaves_the_old_unit_at_once() {
        organisation.enlist(List.of(new Member("mover", "Mo Ver", SmallCity.NORTH_POST, Set.of(Role.OFFICER))));

        organisation.move("mover", SmallCity.SOUTH_POST);

        assertThat(groupsOf("mover")).containsExactlyInAnyOrder("officer", "officer.990102010000");
    }

    @Test
    void who_leaves_cannot_log_in_any_more() {
        organisation.enlist(List.of(new Member("leaver", "Lea Ver", SmallCity.NORTH_POST, Set.of(Role.OFFICER))));
        logins.give(List.of("leaver"), "minyi");

        organisation.leave("leaver");

        assertThat(identity.checkPassword("leaver", "minyi")).isFalse();
        assertThat(groupsOf("leaver")).isEmpty();
    }

    private List<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }
}
