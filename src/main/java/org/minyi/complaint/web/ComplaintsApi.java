package org.minyi.complaint.web;

import static org.minyi.problem.Problems.problem;

import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.HandIn;
import org.minyi.complaint.HandInAnswer;
import org.minyi.complaint.HandedIn;
import org.minyi.organisation.MachineClient;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where other systems hand in matters and read what became of them. */
@RestController
class ComplaintsApi {

    private final HandIn handIn;
    private final Complaints complaints;

    ComplaintsApi(HandIn handIn, Complaints complaints) {
        this.handIn = handIn;
        this.complaints = complaints;
    }

    /**
     * 201 with the matter's number; 200 with the same number when the reference was handed in before; 403 when the key may
     * not speak for the channel.
     */
    @PostMapping(path = "/api/complaints", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> take(@RequestBody HandedIn matter, MachineClient client) {
        if (Channel.of(matter.channel()).isPresent() && !client.handsIn(matter.channel())) {
            return ResponseEntity.of(problem(
                            HttpStatus.FORBIDDEN, "not-your-channel", "Your key does not speak for this channel."))
                    .build();
        }
        var answer = handIn.take(matter);
        if (answer instanceof HandInAnswer.Refused refused) {
            return refusal(refused);
        }
        var taken = (HandInAnswer.Taken) answer;
        return ResponseEntity.status(taken.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Receipt.of(taken.matter()));
    }

    /** How the matter stands; the answer to the source channel, and to no other. */
    @GetMapping("/api/complaints")
    ResponseEntity<?> read(@RequestParam String channel, @RequestParam String reference, MachineClient client) {
        var matter = Channel.of(channel)
                .filter(one -> one.isHandedIn() && client.handsIn(channel))
                .flatMap(one -> complaints.find(one, reference));
        if (matter.isPresent()) {
            return ResponseEntity.ok(Receipt.of(matter.get()));
        }
        return ResponseEntity.of(problem(
                        HttpStatus.NOT_FOUND, "no-such-matter", "No matter of this channel has this reference."))
                .build();
    }

    private static ResponseEntity<?> refusal(HandInAnswer.Refused refused) {
        var problem = problem(
                HttpStatus.BAD_REQUEST,
                "bad-complaint",
                "The matter was not taken in: %d field(s) are not as expected."
                        .formatted(refused.faults().size()));
        problem.setProperty("faults", refused.faults());
        return ResponseEntity.of(problem).build();
    }

    /**
     * What another system learns of a matter.
     *
     * @param outcome how it ended; left out while it is open
     */
    record Receipt(String number, Complaint.State state, String outcome) {

        static Receipt of(Complaint matter) {
            return new Receipt(matter.number(), matter.state(), matter.outcome());
        }
    }
}
