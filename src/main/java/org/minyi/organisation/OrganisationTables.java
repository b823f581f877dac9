package org.minyi.organisation;

import static org.minyi.sql.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of units, members, their roles and the clients' keys. SQL lives here and nowhere else in this room. */
@Repository
class OrganisationTables {

    private static final String MEMBER =
            """
            select m.user_id, m.name, m.unit_code,
                   (select array_agg(r.role) from member_role r where r.user_id = m.user_id) as roles
              from member m
            """;

    private final JdbcClient db;

    OrganisationTables(JdbcClient db) {
        this.db = db;
    }

    record StoredKey(String hash, MachineClient client) {}

    /** One statement for a whole city; the parents may come in any order. */
    void insertUnits(List<Unit> units) {
        db.sql(
                        "insert into unit (code, name, level, parent_code) select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])")
                .params(List.of(
                        texts(units, unit -> unit.code().value()),
                        texts(units, Unit::name),
                        texts(units, unit -> unit.level().name()),
                        texts(
                                units,
                                unit -> unit.parent() == null
                                        ? null
                                        : unit.parent().value())))
                .update();
    }

    Optional<Unit> unit(UnitCode code) {
        return db.sql("select code, name, level, parent_code from unit where code = :code")
                .param("code", code.value())
                .query(OrganisationTables::unit)
                .optional();
    }

    List<Unit> units() {
        return db.sql("select code, name, level, parent_code from unit order by code")
                .query(OrganisationTables::unit)
                .list();
    }

    List<Unit> unitsAt(Level level) {
        return db.sql("select code, name, level, parent_code from unit where level = :level order by code")
                .param("level", level.name())
                .query(OrganisationTables::unit)
                .list();
    }

    List<Unit> unitsUnder(UnitCode parent) {
        return db.sql("select code, name, level, parent_code from unit where parent_code = :parent order by code")
                .param("parent", parent.value())
                .query(OrganisationTables::unit)
                .list();
    }

    /** The unit itself and everything above it, from below. */
    List<Unit> lineUp(UnitCode code) {
        return db.sql(
                        """
                        with recursive line(code, name, level, parent_code, step) as (
                          select code, name, level, parent_code, 0 from unit where code = :code
                          union all
                          select u.code, u.name, u.level, u.parent_code, step + 1
                            from unit u join line on u.code = line.parent_code)
                        select code, name, level, parent_code from line order by step
                        """)
                .param("code", code.value())
                .query(OrganisationTables::unit)
                .list();
    }

    Optional<String> mail(UnitCode code) {
        return db.sql("select mail from unit where code = :code and mail is not null")
                .param("code", code.value())
                .query(String.class)
                .optional();
    }

    boolean setMail(UnitCode code, String mail) {
        return db.sql("update unit set mail = :mail where code = :code")
                        .param("mail", mail, Types.VARCHAR)
                        .param("code", code.value())
                        .update()
                == 1;
    }

    void insertMembers(List<Member> members) {
        db.sql("insert into member (user_id, name, unit_code) select * from unnest(?::text[], ?::text[], ?::text[])")
                .params(List.of(
                        texts(members, Member::userId),
                        texts(members, Member::name),
                        texts(members, member -> member.unit().value())))
                .update();
        record Held(String userId, String role) {}
        var held = members.stream()
                .flatMap(member -> member.roles().stream().map(role -> new Held(member.userId(), role.name())))
                .toList();
        db.sql("insert into member_role (user_id, role) select * from unnest(?::text[], ?::text[])")
                .params(List.of(texts(held, Held::userId), texts(held, Held::role)))
                .update();
    }

    void deleteMember(String userId) {
        db.sql("delete from member_role where user_id = :user")
                .param("user", userId)
                .update();
        db.sql("delete from member where user_id = :user").param("user", userId).update();
    }

    Optional<Member> member(String userId) {
        return db.sql(MEMBER + " where m.user_id = :user")
                .param("user", userId)
                .query(OrganisationTables::member)
                .optional();
    }

    List<Member> members() {
        return db.sql(MEMBER + " order by m.user_id")
                .query(OrganisationTables::member)
                .list();
    }

    List<Member> membersHolding(Role role, UnitCode unit) {
        return db.sql(
                        MEMBER
                                + """
                         join member_role h on h.user_id = m.user_id and h.role = :role
                        where m.unit_code = :unit
                        order by m.user_id
                        """)
                .param("role", role.name())
                .param("unit", unit.value())
                .query(OrganisationTables::member)
                .list();
    }

    List<Member> membersWithin(UnitCode unit) {
        return db.sql(
                        """
                        with recursive down(code) as (
                          select code from unit where code = :unit
                          union all
                          select u.code from unit u join down on u.parent_code = down.code)
                        """
                                + MEMBER + " where m.unit_code in (select code from down) order by m.user_id")
                .param("unit", unit.value())
                .query(OrganisationTables::member)
                .list();
    }

    Optional<String> extensionOf(String userId) {
        return db.sql("select extension from member_extension where user_id = :user")
                .param("user", userId)
                .query(String.class)
                .optional();
    }

    Optional<String> holderOf(String extension) {
        return db.sql("select user_id from member_extension where extension = :extension")
                .param("extension", extension)
                .query(String.class)
                .optional();
    }

    void clearExtension(String userId) {
        db.sql("delete from member_extension where user_id = :user")
                .param("user", userId)
                .update();
    }

    /** False when it is somebody else's. */
    boolean setExtension(String userId, String extension) {
        return db.sql(
                                """
                                insert into member_extension (user_id, extension) values (:user, :extension)
                                on conflict do nothing
                                """)
                        .param("user", userId)
                        .param("extension", extension)
                        .update()
                == 1;
    }

    void insertKey(String hash, MachineClient client, Instant issuedAt) {
        db.sql(
                        """
                        insert into client_key (key_hash, client, sources, channels, issued_at)
                        values (decode(:hash, 'hex'), :client, :sources, :channels, :issued)
                        """)
                .param("hash", hash)
                .param("client", client.name())
                .param("sources", texts(client.sources(), source -> source))
                .param("channels", texts(client.channels(), channel -> channel))
                .param("issued", Timestamp.from(issuedAt))
                .update();
    }

    void deleteKeyOf(String client) {
        db.sql("delete from client_key where client = :client")
                .param("client", client)
                .update();
    }

    int revokeKeyOf(String client, Instant revokedAt) {
        return db.sql("update client_key set revoked_at = :revoked where client = :client and revoked_at is null")
                .param("revoked", Timestamp.from(revokedAt))
                .param("client", client)
                .update();
    }

    Optional<StoredKey> keyWith(String hash) {
        return db.sql(
                        """
                        select encode(key_hash, 'hex') as hash, client, sources, channels
                          from client_key
                         where key_hash = decode(:hash, 'hex') and revoked_at is null
                        """)
                .param("hash", hash)
                .query((row, number) -> new StoredKey(
                        row.getString("hash"),
                        new MachineClient(row.getString("client"), names(row, "sources"), names(row, "channels"))))
                .optional();
    }

    private static Set<String> names(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static Unit unit(ResultSet row, int rowNumber) throws SQLException {
        var parent = row.getString("parent_code");
        return new Unit(
                new UnitCode(row.getString("code")),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                parent == null ? null : new UnitCode(parent));
    }

    private static Member member(ResultSet row, int rowNumber) throws SQLException {
        var roles = row.getArray("roles");
        return new Member(
                row.getString("user_id"),
                row.getString("name"),
                new UnitCode(row.getString("unit_code")),
                roles == null
                        ? Set.of()
                        : Arrays.stream((String[]) roles.getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()));
    }
}
