package org.minyi.desk.login;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.minyi.desk.password.NoPassword;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.MemberLeft;
import org.minyi.organisation.MemberMoved;
import org.minyi.organisation.MembersEnlisted;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitsFounded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's users, groups and memberships as the organisation has them, in the same transaction. Hundreds of
 * people go through in one engine command: its inserts leave as one batch.
 */
@Component
class IdentityMirror {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    IdentityMirror(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    @EventListener
    void on(UnitsFounded founded) {
        inOneCommand(() -> founded.units().forEach(this::groupsOf));
    }

    @EventListener
    void on(MembersEnlisted enlisted) {
        inOneCommand(() -> enlisted.members().forEach(this::take));
    }

    /** The old unit's groups are left first: between two units nobody is in both. */
    @EventListener
    void on(MemberMoved moved) {
        inOneCommand(() -> {
            var user = moved.now().userId();
            var before = groups(moved.before());
            var now = groups(moved.now());
            before.stream()
                    .filter(group -> !now.contains(group))
                    .forEach(group -> identity.deleteMembership(user, group));
            now.stream()
                    .filter(group -> !before.contains(group))
                    .forEach(group -> identity.createMembership(user, group));
        });
    }

    @EventListener
    void on(MemberLeft left) {
        inOneCommand(() -> identity.deleteUser(left.member().userId()));
    }

    private void groupsOf(Unit unit) {
        if (unit.level() == Level.CENTRE) {
            return;
        }
        for (var role : Role.values()) {
            if (role.level() == unit.level()) {
                var group = identity.newGroup(role.groupIn(unit.code()));
                group.setName(unit.name() + ": " + role.group());
                group.setType("UNIT");
                identity.saveGroup(group);
            }
        }
    }

    private void take(Member member) {
        var user = identity.newUser(member.userId());
        var name = PersonName.of(member.name());
        user.setFirstName(name.first());
        user.setLastName(name.last());
        NoPassword.to(user);
        identity.saveUser(user);
        groups(member).forEach(group -> identity.createMembership(member.userId(), group));
    }

    /** The role's own group opens the desk; below the centre the unit's group brings the tasks. */
    private static Set<String> groups(Member member) {
        var groups = new TreeSet<String>();
        for (var role : member.roles()) {
            groups.add(role.group());
            groups.add(new Desk(role, member.unit()).group());
        }
        return groups;
    }

    private void inOneCommand(Runnable changes) {
        engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> {
                    changes.run();
                    return null;
                }));
    }

    /** The engine keeps two names and shows them in this order. */
    private record PersonName(String first, String last) {

        static PersonName of(String name) {
            var cut = name.indexOf(' ');
            return cut < 0 ? new PersonName(name, "") : new PersonName(name.substring(0, cut), name.substring(cut + 1));
        }
    }
}
