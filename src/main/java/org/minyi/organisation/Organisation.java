package org.minyi.organisation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founding units and moving people: everything that changes who works where. */
@Service
@Transactional
public class Organisation {

    /** As units' mailboxes look; what RFC 5321 allows besides is asking for trouble. */
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    private final OrganisationTables tables;
    private final ApplicationEventPublisher events;
    private final Evidence evidence;

    Organisation(OrganisationTables tables, ApplicationEventPublisher events, Evidence evidence) {
        this.evidence = evidence;
        this.tables = tables;
        this.events = events;
    }

    public void found(List<Unit> units) {
        tables.insertUnits(units);
        events.publishEvent(new UnitsFounded(List.copyOf(units)));
    }

    /**
     * Says where official mail to a unit goes from now on; documents on their way go where they went.
     *
     * @param mailbox the unit's own, no person's; null when it has none any more
     * @throws NotAMailbox for anything but {@code name@domain}
     * @throws NoSuchUnit for a unit that was never founded
     */
    public void mail(UnitCode unit, String mailbox) {
        if (mailbox != null && !MAILBOX.matcher(mailbox).matches()) {
            throw new NotAMailbox();
        }
        if (!tables.setMail(unit, mailbox)) {
            throw new NoSuchUnit(unit);
        }
        evidence.keep(Fact.of(Deed.UNIT_CHANGED, Fact.MINYI)
                .with("unit", unit.value())
                .with("mail", mailbox == null ? "NONE" : "SET"));
    }

    /** Takes people up, all at once: a city of hundreds starts in one go. */
    public void enlist(List<Member> members) {
        var units = tables.units().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        members.forEach(member -> mustFit(member, units));
        tables.insertMembers(members);
        evidence.keepAll(members.stream()
                .map(member -> fact(Deed.MEMBER_ENLISTED, member))
                .toList());
        events.publishEvent(new MembersEnlisted(List.copyOf(members)));
    }

    /** The member leaves the old unit at once and keeps their roles, which the new unit's level must have. */
    public void move(String userId, UnitCode unit) {
        var before = known(userId);
        change(before, new Member(userId, before.name(), unit, before.roles()));
    }

    /** Moves a member to a unit with the roles they hold there from now on. */
    public void move(Member now) {
        change(known(now.userId()), now);
    }

    public void leave(String userId) {
        var member = known(userId);
        tables.deleteMember(userId);
        evidence.keep(fact(Deed.MEMBER_LEFT, member));
        events.publishEvent(new MemberLeft(member));
    }

    private void change(Member before, Member now) {
        var unit = tables.unit(now.unit()).orElseThrow(() -> new NoSuchUnit(now.unit()));
        mustFit(now, Map.of(unit.code(), unit));
        tables.deleteMember(now.userId());
        tables.insertMembers(List.of(now));
        evidence.keep(fact(Deed.MEMBER_MOVED, now).with("from", before.unit().value()));
        events.publishEvent(new MemberMoved(before, now));
    }

    private static Fact fact(Deed deed, Member member) {
        return Fact.of(deed, Fact.MINYI)
                .witness("user", member.userId())
                .with("unit", member.unit().value())
                .with("roles", member.roles().stream().map(Role::name).sorted().collect(Collectors.joining(",")));
    }

    private Member known(String userId) {
        return tables.member(userId).orElseThrow(() -> new IllegalArgumentException("nobody works here as " + userId));
    }

    private static void mustFit(Member member, Map<UnitCode, Unit> units) {
        var unit = units.get(member.unit());
        if (unit == null) {
            throw new NoSuchUnit(member.unit());
        }
        for (var role : member.roles()) {
            if (role.level() != unit.level()) {
                throw new RoleBelongsElsewhere(member.userId(), role, unit);
            }
        }
    }
}
