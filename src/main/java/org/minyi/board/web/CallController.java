package org.minyi.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.minyi.board.Calling;
import org.minyi.channel.phone.PhoneCall;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dials in a task, for whoever has it in hand. */
@RestController
class CallController {

    private final Calling calling;
    private final Visitors visitors;

    CallController(Calling calling, Visitors visitors) {
        this.calling = calling;
        this.visitors = visitors;
    }

    /** A call that is dialled from now on. */
    record Dialled(UUID call) {}

    /** How a call stands. */
    record Standing(UUID call, State state) {

        enum State {
            /** The telephone here. */
            RINGS_HERE,
            RINGS_THERE,
            SPEAKING,
            OVER
        }

        static Standing of(PhoneCall call) {
            if (call.endedAt() != null) {
                return new Standing(call.id(), State.OVER);
            }
            if (call.citizenAt() != null) {
                return new Standing(call.id(), State.SPEAKING);
            }
            return new Standing(call.id(), call.agentAt() == null ? State.RINGS_HERE : State.RINGS_THERE);
        }
    }

    @PostMapping("/dossier/api/tasks/{taskId}/call")
    ResponseEntity<Dialled> dial(@PathVariable String taskId, HttpServletRequest request) {
        return calling.dial(visitor(request), taskId)
                .map(call -> ResponseEntity.status(HttpStatus.ACCEPTED).body(new Dialled(call)))
                .orElseThrow(NoSuchDossier::new);
    }

    @GetMapping("/dossier/api/tasks/{taskId}/call")
    ResponseEntity<Standing> standing(@PathVariable String taskId, HttpServletRequest request) {
        return calling.latest(visitor(request), taskId)
                .map(call ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Standing.of(call)))
                .orElseThrow(NoSuchDossier::new);
    }

    private String visitor(HttpServletRequest request) {
        return visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
    }
}
