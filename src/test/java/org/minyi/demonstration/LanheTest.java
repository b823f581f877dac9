package org.minyi.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;

class LanheTest {

    @Test
    void the_city_has_one_centre_twenty_sub_centres_and_a_hundred_posts_and_more() {
        var levels = Lanhe.units().stream().collect(Collectors.groupingBy(Unit::level, Collectors.counting()));

        assertThat(levels.get(Level.CENTRE)).isEqualTo(1);
        assertThat(levels.get(Level.SUB_CENTRE)).isEqualTo(20);
        assertThat(levels.get(Level.POST)).isGreaterThanOrEqualTo(100);
    }

    @Test
    void no_two_units_share_a_name() {
        assertThat(Lanhe.units().stream().map(Unit::name)).doesNotHaveDuplicates();
    }

    @Test
    void somebody_works_in_every_role_and_every_unit() {
        var roles = new HashSet<Role>();
        Lanhe.members().forEach(member -> roles.addAll(member.roles()));

        assertThat(roles).containsExactlyInAnyOrderElementsOf(Arrays.asList(Role.values()));
        assertThat(Lanhe.members().stream().map(Member::unit).collect(Collectors.toSet()))
                .containsAll(Lanhe.units().stream().map(Unit::code).toList());
    }

    @Test
    void everybody_has_their_own_name_and_login() {
        assertThat(Lanhe.members().stream().map(Member::name)).doesNotHaveDuplicates();
        assertThat(Lanhe.members().stream().map(Member::userId))
                .doesNotHaveDuplicates()
                .contains("caller4", "triage2", "liaison01", "liaison20b", "leader07", "officer0105b", "admin1");
    }
}
