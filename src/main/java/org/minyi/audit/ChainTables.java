package org.minyi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.sql.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chain as it is read. Nothing here writes. */
@Repository
class ChainTables {

    private static final String FACT = "f.id, f.at, f.deed, f.by_whom, f.matter_id, f.told";

    private final JdbcClient db;

    ChainTables(JdbcClient db) {
        this.db = db;
    }

    /** The chain as counted at one moment. */
    record Count(long ends, long end, String hash, long last, long links, long facts) {}

    Count count() {
        return db.sql(
                        """
                        select (select count(*) from audit.head) as ends,
                               (select max(position) from audit.head) as the_end,
                               (select encode(hash, 'hex') from audit.head limit 1) as hash,
                               (select coalesce(max(position), 0) from audit.link) as last,
                               (select count(*) from audit.link) as links,
                               (select count(*) from audit.fact) as facts
                        """)
                .query((row, number) -> new Count(
                        row.getLong("ends"),
                        row.getLong("the_end"),
                        row.getString("hash"),
                        row.getLong("last"),
                        row.getLong("links"),
                        row.getLong("facts")))
                .single();
    }

    /** The next links with their facts. */
    List<Link> after(long position, int atMost) {
        return db.sql(
                        """
                        select l.position, l.fact_id, encode(l.hash, 'hex') as hash,
                        """
                                + FACT
                                + """
                          from (select position, fact_id, hash from audit.link where position > :after
                                 order by position limit :atMost) l
                          left join audit.fact f on f.id = l.fact_id
                         order by l.position
                        """)
                .param("after", position)
                .param("atMost", atMost)
                .query(ChainTables::link)
                .list();
    }

    List<UUID> unlinked(int atMost) {
        return db.sql(
                        """
                        select id from audit.fact f
                         where not exists (select from audit.link l where l.fact_id = f.id)
                         limit :atMost
                        """)
                .param("atMost", atMost)
                .query(UUID.class)
                .list();
    }

    /** Who did any of these deeds in a matter, but at this one step. */
    Set<String> doers(UUID matter, Collection<Deed> deeds, String exceptAt) {
        return new HashSet<>(db.sql(
                        """
                        select distinct by_whom from audit.fact
                         where matter_id = :matter and deed = any(:deeds::text[])
                           and told::json ->> 'step' is distinct from :step
                        """)
                .param("step", exceptAt)
                .param("matter", matter)
                .param("deeds", Columns.texts(deeds, Deed::name))
                .query(String.class)
                .list());
    }

    /** A link and the hash of the one before it: null where that is missing. */
    record Linked(Link link, String before) {}

    /** Every fact of a matter, linked or not, in the order of the chain. */
    List<Linked> of(UUID matter) {
        return db.sql(
                        """
                        select l.position, f.id as fact_id, encode(l.hash, 'hex') as hash,
                               encode(b.hash, 'hex') as before,
                        """
                                + FACT
                                + """
                          from audit.fact f
                          left join audit.link l on l.fact_id = f.id
                          left join audit.link b on b.position = l.position - 1
                         where f.matter_id = :matter
                         order by l.position
                        """)
                .param("matter", matter)
                .query((row, number) -> new Linked(link(row, number), row.getString("before")))
                .list();
    }

    /** The newest facts before a position, newest first. */
    List<Link> before(long position, int atMost) {
        return db.sql(
                        """
                        select l.position, l.fact_id, encode(l.hash, 'hex') as hash,
                        """
                                + FACT
                                + """
                          from (select position, fact_id, hash from audit.link where position < :before
                                 order by position desc limit :atMost) l
                          left join audit.fact f on f.id = l.fact_id
                         order by l.position desc
                        """)
                .param("before", position)
                .param("atMost", atMost)
                .query(ChainTables::link)
                .list();
    }

    Optional<Link> last() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The triggers that stand as they were made. */
    List<String> triggers() {
        return db.sql(
                        """
                        select c.relname || '.' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                         where c.relnamespace = 'audit'::regnamespace and not t.tgisinternal and t.tgenabled = 'O'
                        """)
                .query(String.class)
                .list();
    }

    /** What triggers and functions do, as one hash: a trigger of the right name may call something else. */
    String machinery() {
        return db.sql(
                        """
                        select encode(sha256(convert_to(string_agg(part, E'\\n' order by part collate "C"), 'UTF8')), 'hex')
                          from (select concat_ws('|', c.relname, t.tgname, p.proname, t.tgtype, t.tgdeferrable,
                                                 t.tginitdeferred, t.tgqual is null, t.tgattr)
                                  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                                 where c.relnamespace = 'audit'::regnamespace and not t.tgisinternal
                                union all
                                select concat_ws('|', proname, prosecdef, proconfig, prosrc)
                                  from pg_proc where pronamespace = 'audit'::regnamespace) made (part)
                        """)
                .query(String.class)
                .single();
    }

    /**
     * Who besides the owner holds a right to change what is kept: a table, a column of one, the table itself because it is
     * theirs, or the owner's whole role.
     */
    List<String> rightsToChange() {
        return db.sql(
                        """
                        with kept as (
                          select c.oid, c.relname, c.relowner, c.relacl, n.nspowner
                            from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where n.nspname = 'audit' and c.relkind = 'r'),
                        allowed as (
                          select relname as what, grantee, privilege_type as may
                            from kept cross join aclexplode(relacl)
                           where grantee <> relowner and privilege_type <> 'SELECT'
                          union all
                          select relname || '.' || attname, grantee, privilege_type
                            from kept join pg_attribute on attrelid = oid cross join aclexplode(attacl)
                           where grantee <> relowner and privilege_type <> 'SELECT'
                             and not (relname = 'fact' and privilege_type = 'INSERT'
                                      and attname in ('id', 'deed', 'by_whom', 'matter_id', 'told'))
                          union all
                          select relname, relowner, 'OWN' from kept where relowner <> nspowner
                          union all
                          select 'as ' || pg_get_userbyid(roleid), member, 'ACT'
                            from pg_auth_members where roleid in (select nspowner from kept))
                        select distinct coalesce(r.rolname, 'everybody') || ' may ' || may || ' ' || what
                          from allowed left join pg_roles r on r.oid = grantee
                        """)
                .query(String.class)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("position"),
                row.getObject("fact_id", UUID.class),
                row.getString("hash"),
                row.getObject("id") == null ? null : fact(row));
    }

    private static KeptFact fact(ResultSet row) throws SQLException {
        return new KeptFact(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getString("deed"),
                row.getString("by_whom"),
                row.getObject("matter_id", UUID.class),
                row.getString("told"));
    }
}
