package org.minyi.board;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minyi.channel.phone.Dialling;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.PhoneReading;
import org.minyi.complaint.Complaint;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.minyi.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Names for those who appear in a dossier: citizens as far as they may be seen, colleagues and units always. */
@Component
class Faces {

    /** Who does what no person does, in every room's story. */
    private static final String MACHINE = "minyi";

    private static final String CLICK = "CLICK";
    private static final String NO_EXTENSION = "NO_EXTENSION";

    private final Citizens citizens;
    private final Members members;
    private final Units units;
    private final Openings openings;
    private final CentreSettings centre;
    private final Dialling dialling;

    Faces(
            Citizens citizens,
            Members members,
            Units units,
            Openings openings,
            CentreSettings centre,
            Dialling dialling) {
        this.dialling = dialling;
        this.citizens = citizens;
        this.members = members;
        this.units = units;
        this.openings = openings;
        this.centre = centre;
    }

    Optional<Member> member(String userId) {
        return members.find(userId);
    }

    /** The person as far as the reader may see them; null for a custodian. Showing one is recorded as a look. */
    Dossier.Person of(About about, Member viewer, Sight sight, Wording wording) {
        if (about.isRequest()) {
            return null;
        }
        var minor = !citizens.minors(List.of(about.person())).isEmpty();
        var dials = sight == Sight.DIAL;
        var asking = dials ? null : openings.of(about, viewer.userId()).orElse(null);
        var opened = asking != null && asking.isGranted();
        if (sight == Sight.PSEUDONYM && !opened) {
            return new Dossier.Person(wording.of("citizen"), null, null, minor, false, null, asking, null);
        }
        var face = citizens.lookAt(about.person(), viewer.userId(), about.id(), dials || opened);
        var name = face.name() == null ? wording.of("citizen") : face.name();
        var canDial = dials && !face.withheld();
        var withheld = face.withheld() ? wording.of("person.withheld") : null;
        var dial = canDial && about.line() != null ? dial(viewer) : null;
        var number = CLICK.equals(dial) && face.number() != null ? PhoneReading.masked(face.number()) : face.number();
        return new Dossier.Person(name, number, face.address(), minor, canDial, dial, asking, withheld);
    }

    private String dial(Member viewer) {
        if (dialling.canDial(viewer.userId())) {
            return CLICK;
        }
        return dialling.isConnected() && !dialling.hasExtension(viewer.userId()) ? NO_EXTENSION : null;
    }

    /** What is done to every text about a person who is shown so: whoever sees a masked name reads none in the words. */
    UnaryOperator<String> shown(About about, Dossier.Person person) {
        return person != null && person.isWhole()
                ? UnaryOperator.identity()
                : citizens.withoutTraceOf(about.person(), centre.hotline());
    }

    /** A colleague's name; a badge nobody here carries stays as it was told; null where no person acted. */
    String nameOf(String userId) {
        if (userId == null || userId.equals(MACHINE)) {
            return null;
        }
        return members.find(userId).map(Member::name).orElse(userId);
    }

    String nameOf(UnitCode unit) {
        return unit == null ? null : units.find(unit).map(Unit::name).orElse(null);
    }

    /** Officer and unit a matter is about, as far as they are known. */
    String concernedBy(Complaint matter) {
        var names = Stream.of(nameOf(matter.respondentOfficer()), nameOf(matter.respondentUnit()))
                .filter(Objects::nonNull)
                .toList();
        return names.isEmpty() ? null : String.join(" · ", names);
    }

    /** The unit that has an order in hand; null when none has. */
    String unitOf(WorkOrder order) {
        return nameOf(order.executing() == null ? order.handling() : order.executing());
    }

    /** The unit that has a task: the one it is offered to, else the assignee's, else the centre. */
    String unitOf(OpenTask task) {
        if (task.unit() != null) {
            return nameOf(task.unit());
        }
        return Optional.ofNullable(task.assignee())
                .flatMap(members::find)
                .map(holder -> nameOf(holder.unit()))
                .orElseGet(() -> units.centre().name());
    }
}
