package org.minyi.desk.task;

import static org.minyi.desk.task.TaskVariables.RESPONDENT_OFFICER;
import static org.minyi.desk.task.TaskVariables.RESPONDENT_UNIT;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Impartiality;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps a matter out of the hands of those it is about. An officer complained about is offered nothing of the matter but
 * putting it right; a unit complained about judges nothing of it. Where nobody is left the level above is offered the
 * task; whoever gets round the offer is refused.
 */
@Component
class Recusal {

    private final ObjectProvider<Impartiality> impartiality;
    private final ObjectProvider<Members> members;
    private final ObjectProvider<Units> units;

    Recusal(ObjectProvider<Impartiality> impartiality, ObjectProvider<Members> members, ObjectProvider<Units> units) {
        this.impartiality = impartiality;
        this.members = members;
        this.units = units;
    }

    /** To whom a task meant for these groups may be offered. */
    Offer offer(Step step, VariableScope matter, Collection<String> groups) {
        var accused = accused(step, matter);
        var offer = new Offer(new TreeSet<>(), new TreeSet<>());
        for (var group : groups) {
            var desk = accused.nobody() ? Optional.<Desk>empty() : deskOf(group);
            desk.ifPresentOrElse(
                    one -> offer(one, accused, offer), () -> offer.groups().add(group));
        }
        return offer;
    }

    private void offer(Desk desk, Accused accused, Offer offer) {
        var holders = members.getObject().holding(desk.role(), desk.unit());
        var impartial =
                holders.stream().filter(member -> isImpartial(member, accused)).toList();
        if (impartial.isEmpty()) {
            var above = impartiality.getObject().insteadOf(desk, accused.unit(), accused.officer());
            offer(above, accused, offer);
        } else if (impartial.size() == holders.size()) {
            offer.groups().add(desk.group());
        } else {
            impartial.forEach(member -> offer.users().add(member.userId()));
        }
    }

    /** Refuses somebody who took the task, or was given it, past the offer. */
    void admit(Step step, String userId, VariableScope matter) {
        var accused = accused(step, matter);
        if (userId == null || accused.nobody()) {
            return;
        }
        var refused = members.getObject()
                .find(userId)
                .map(member -> !isImpartial(member, accused))
                .orElse(userId.equals(accused.officer()));
        if (refused) {
            throw new NotImpartial(userId, step);
        }
    }

    private boolean isImpartial(Member member, Accused accused) {
        return impartiality.getObject().isImpartial(member, accused.unit(), accused.officer());
    }

    /** Who must be kept away from this step: nobody, the officer, or the officer and the unit. */
    private static Accused accused(Step step, VariableScope matter) {
        if (step.isForOwnHands()) {
            return new Accused(null, null);
        }
        var officer = RESPONDENT_OFFICER.on(matter).optional().orElse(null);
        var unit = step.isJudging()
                ? RESPONDENT_UNIT
                        .on(matter)
                        .optional()
                        .filter(code -> !code.isBlank())
                        .map(UnitCode::new)
                        .orElse(null)
                : null;
        return new Accused(unit, officer);
    }

    private Optional<Desk> deskOf(String group) {
        return Role.ofGroup(group).flatMap(role -> {
            if (role.level() == Level.CENTRE) {
                return Optional.of(new Desk(role, units.getObject().centre().code()));
            }
            int dot = group.indexOf('.');
            return dot < 0 ? Optional.empty() : Optional.of(new Desk(role, new UnitCode(group.substring(dot + 1))));
        });
    }

    /** Groups whose every member may have the task, and people from groups where not everybody may. */
    record Offer(Set<String> groups, Set<String> users) {}

    private record Accused(UnitCode unit, String officer) {

        boolean nobody() {
            return unit == null && officer == null;
        }
    }
}
