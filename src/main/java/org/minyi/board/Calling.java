package org.minyi.board;

import java.util.Optional;
import java.util.UUID;
import org.minyi.channel.phone.Dialling;
import org.minyi.channel.phone.PhoneCall;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.citizen.Citizens;
import org.springframework.stereotype.Service;

/** Dials for whoever has a call in hand; who does not see the number to dial it cannot have it dialled either. */
@Service
public class Calling {

    private final DeskTasks tasks;
    private final Whose whose;
    private final Reading reading;
    private final Faces faces;
    private final Citizens citizens;
    private final Dialling dialling;
    private final PhoneCalls calls;

    Calling(
            DeskTasks tasks,
            Whose whose,
            Reading reading,
            Faces faces,
            Citizens citizens,
            Dialling dialling,
            PhoneCalls calls) {
        this.tasks = tasks;
        this.whose = whose;
        this.reading = reading;
        this.faces = faces;
        this.citizens = citizens;
        this.dialling = dialling;
        this.calls = calls;
    }

    /**
     * Rings the user's own telephone and then the citizen's; answers the call's id. That they looked at the number is
     * recorded, and counted for the day, as if they had read it.
     *
     * @return nothing where the task is not this user's to dial in
     * @throws TooManyLooks where they have seen as many people today as one may
     * @throws org.minyi.channel.phone.ExchangeAway where nobody can dial now
     */
    public Optional<UUID> dial(String user, String taskId) {
        return inHand(user, taskId).filter(about -> about.line() != null).map(about -> {
            if (citizens.lookAt(about.person(), user, about.id(), true).withheld()) {
                throw new TooManyLooks();
            }
            return dialling.dial(user, about.id(), about.line());
        });
    }

    /** How the call stands that this user last dialled in the task. */
    public Optional<PhoneCall> latest(String user, String taskId) {
        return inHand(user, taskId).flatMap(about -> calls.latest(user, about.id()));
    }

    private Optional<About> inHand(String user, String taskId) {
        return faces.member(user).flatMap(viewer -> tasks.seenBy(user, taskId).flatMap(task -> whose.of(task)
                .filter(about -> !about.isRequest())
                .filter(about -> reading.sees(user, about))
                .filter(about -> Sight.of(viewer, task, reading.knowsWho(user, about)) == Sight.DIAL)));
    }
}
