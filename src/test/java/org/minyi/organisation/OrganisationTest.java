package org.minyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minyi.TestDatabase;
import org.minyi.audit.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class OrganisationTest {

    private final List<Object> told = new ArrayList<>();
    private OrganisationTables tables;
    private Units units;
    private Members members;
    private Organisation organisation;

    @BeforeEach
    void a_small_city() {
        tables = Tables.fresh();
        units = new Units(tables);
        members = new Members(tables);
        organisation = new Organisation(tables, told::add, mock(Evidence.class));
        organisation.found(SmallCity.units());
        organisation.enlist(SmallCity.members());
        told.clear();
    }

    @Test
    void the_units_stand_on_three_levels() {
        assertThat(units.centre().code()).isEqualTo(SmallCity.CENTRE);
        assertThat(units.subCentres()).extracting(Unit::code).containsExactly(SmallCity.NORTH, SmallCity.SOUTH);
        assertThat(units.below(SmallCity.NORTH)).extracting(Unit::code).containsExactly(SmallCity.NORTH_POST);
        assertThat(units.subCentreOf(SmallCity.NORTH_POST).code()).isEqualTo(SmallCity.NORTH);
        assertThat(units.subCentreOf(SmallCity.NORTH).code()).isEqualTo(SmallCity.NORTH);
        assertThat(units.subCentreOf(SmallCity.CENTRE).code()).isEqualTo(SmallCity.CENTRE);
        assertThat(units.codes()).hasSize(5).contains("990102010000");
    }

    @Test
    void a_post_is_within_its_sub_centre_and_the_centre_but_not_next_door() {
        assertThat(units.within(SmallCity.NORTH_POST, SmallCity.NORTH_POST)).isTrue();
        assertThat(units.within(SmallCity.NORTH_POST, SmallCity.NORTH)).isTrue();
        assertThat(units.within(SmallCity.NORTH_POST, SmallCity.CENTRE)).isTrue();
        assertThat(units.within(SmallCity.NORTH_POST, SmallCity.SOUTH)).isFalse();
        assertThat(units.within(SmallCity.NORTH, SmallCity.NORTH_POST)).isFalse();
    }

    @Test
    void everybody_holds_their_role_in_their_own_unit_only() {
        assertThat(members.holding(Role.OFFICER, SmallCity.NORTH_POST))
                .extracting(Member::userId)
                .containsExactly("officer1", "officer1b");
        assertThat(members.holding(Role.OFFICER, SmallCity.NORTH)).isEmpty();
        assertThat(members.within(SmallCity.NORTH))
                .extracting(Member::userId)
                .containsExactly("leader1", "liaison1", "officer1", "officer1b");
    }

    @Test
    void a_move_takes_the_member_out_of_the_old_unit_and_says_so() {
        organisation.move("officer1", SmallCity.SOUTH_POST);

        assertThat(members.holding(Role.OFFICER, SmallCity.NORTH_POST))
                .extracting(Member::userId)
                .containsExactly("officer1b");
        assertThat(members.find("officer1"))
                .hasValueSatisfying(member -> assertThat(member.unit()).isEqualTo(SmallCity.SOUTH_POST));
        assertThat(told).singleElement().isInstanceOfSatisfying(MemberMoved.class, moved -> {
            assertThat(moved.before().unit()).isEqualTo(SmallCity.NORTH_POST);
            assertThat(moved.now().unit()).isEqualTo(SmallCity.SOUTH_POST);
        });
    }

    @Test
    void nobody_moves_to_a_level_that_does_not_have_their_role() {
        assertThatThrownBy(() -> organisation.move("officer1", SmallCity.SOUTH))
                .isInstanceOf(RoleBelongsElsewhere.class)
                .hasMessageContaining("held at level POST");
        assertThat(members.find("officer1").orElseThrow().unit()).isEqualTo(SmallCity.NORTH_POST);
    }

    @Test
    void nobody_is_enlisted_in_a_unit_that_does_not_exist() {
        var lost = new Member("lost", "Lost", new UnitCode("990199990000"), Set.of(Role.OFFICER));

        assertThatThrownBy(() -> organisation.enlist(List.of(lost)))
                .isInstanceOf(NoSuchUnit.class)
                .hasMessageContaining("990199990000");
    }

    @Test
    void who_leaves_is_gone() {
        organisation.leave("liaison1");

        assertThat(members.find("liaison1")).isEmpty();
        assertThat(told).singleElement().isInstanceOf(MemberLeft.class);
    }

    /** The room's tables in a database of their own, without the rest of Minyi. */
    static final class Tables {

        private Tables() {}

        static OrganisationTables fresh() {
            var address = TestDatabase.fresh() + "?currentSchema=public,minyi";
            var source = new DriverManagerDataSource(address, TestDatabase.APPLICATION, "");
            TestDatabase.tables(address).load().migrate();
            return new OrganisationTables(JdbcClient.create(source));
        }
    }
}
