package org.minyi.complaint.open311;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Fault;
import org.minyi.complaint.HandIn;
import org.minyi.complaint.HandInAnswer;
import org.minyi.complaint.HandedIn;
import org.minyi.complaint.HandedInSearch;
import org.minyi.complaint.Kind;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.MachineClient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Matters in GeoReport's terms: a kind is a service, a matter is a request. */
@Component
class Open311Requests {

    private static final Map<Kind, String> ABOUT = Map.of(
            Kind.COMPLAINT, "Complaint about the police 投诉",
            Kind.CONSULTATION, "Question to the police 咨询",
            Kind.REPORT, "Report of something wrong 举报",
            Kind.SUGGESTION, "Suggestion 建议",
            Kind.HELP, "Request for help 求助",
            Kind.PRAISE, "Thanks 表扬");

    private final HandIn handIn;
    private final Complaints complaints;
    private final CentreSettings centre;

    Open311Requests(HandIn handIn, Complaints complaints, CentreSettings centre) {
        this.handIn = handIn;
        this.complaints = complaints;
        this.centre = centre;
    }

    static boolean mayHandIn(MachineClient client) {
        return client.handsIn(Channel.WEB.code());
    }

    static Map<String, Object> service(Kind kind) {
        var service = new LinkedHashMap<String, Object>();
        service.put("service_code", code(kind));
        service.put("service_name", ABOUT.get(kind));
        service.put("description", ABOUT.get(kind));
        service.put("metadata", false);
        service.put("type", "realtime");
        service.put("keywords", "police, 公安");
        service.put("group", "police");
        return service;
    }

    /**
     * Takes a request in.
     *
     * @throws Open311Refusal 400 with everything that is wrong, 404 for a service there is not
     */
    Complaint take(MachineClient client, Open311Post post) {
        if (post.service() == null || post.service().isBlank()) {
            throw new Open311Refusal(HttpStatus.BAD_REQUEST, "service_code was not provided");
        }
        var kind = kind(post.service())
                .orElseThrow(() -> new Open311Refusal(HttpStatus.NOT_FOUND, "service_code was not found"));
        if (!post.hasPlace()) {
            throw new Open311Refusal(
                    HttpStatus.BAD_REQUEST, "lat and long, or address_string: one of both is needed, and as expected");
        }
        var answer = handIn.take(new HandedIn(
                prefix(client) + UuidCreator.getTimeOrderedEpoch(),
                Channel.WEB.code(),
                kind.name(),
                post.name(),
                post.phone(),
                false,
                null,
                null,
                null,
                null,
                post.words()));
        if (answer instanceof HandInAnswer.Refused refused) {
            throw new Open311Refusal(HttpStatus.BAD_REQUEST, faults(refused.faults()));
        }
        return ((HandInAnswer.Taken) answer).matter();
    }

    /** The request of this number, if this client handed it in. */
    Optional<Complaint> find(MachineClient client, String number) {
        return complaints
                .numbered(number)
                .filter(matter -> matter.channel() == Channel.WEB)
                .filter(matter -> String.valueOf(matter.reference()).startsWith(prefix(client)));
    }

    /**
     * The requests of this client, latest first.
     *
     * @param service null for any; nothing is found for one there is not
     * @param open null for both
     */
    List<Complaint> between(MachineClient client, Instant start, Instant end, String service, Boolean open, int most) {
        var kind = Optional.ofNullable(service).flatMap(Open311Requests::kind);
        if (service != null && kind.isEmpty()) {
            return List.of();
        }
        return complaints.handedIn(
                new HandedInSearch(Channel.WEB, prefix(client), start, end, kind.orElse(null), open), most);
    }

    /** What is told of a matter: what the client knows, and how it stands; no words, no names, no place. */
    Map<String, Object> shown(Complaint matter, ZoneId zone) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("service_request_id", matter.number());
        shown.put("status", matter.isOpen() ? "open" : "closed");
        shown.put("status_notes", matter.outcome());
        shown.put("service_name", ABOUT.get(matter.kind()));
        shown.put("service_code", code(matter.kind()));
        shown.put("agency_responsible", centre.name());
        shown.put("requested_datetime", at(matter.raisedAt(), zone));
        shown.put("updated_datetime", at(Optional.ofNullable(matter.closedAt()).orElse(matter.raisedAt()), zone));
        return shown;
    }

    /** A client reads what it handed in: its name stands, as a hash, at the head of each reference. */
    private static String prefix(MachineClient client) {
        return "open311-" + DigestUtils.sha256Hex(client.name()).substring(0, 16) + "-";
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Kind> kind(String code) {
        return Arrays.stream(Kind.values())
                .filter(kind -> code(kind).equals(code))
                .findFirst();
    }

    private static String faults(List<Fault> faults) {
        return faults.stream()
                .map(fault -> (fault.field().equals("words") ? "description" : fault.field()) + ": " + fault.expected())
                .collect(Collectors.joining("; "));
    }

    private static String at(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }
}
