package org.minyi.complaint.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.Kind;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.ClientKeys;
import org.minyi.organisation.MachineClient;
import org.minyi.organisation.Units;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * GeoReport v2 as its specification has it (wiki.open311.org/GeoReport_v2), with one difference: what people say of the
 * police is nobody else's to read. Services are public; requests want a key, and a key reads its own.
 */
@RestController
class Open311Api {

    private static final String REQUESTS = "service_requests";
    private static final String REQUEST = "request";
    private static final Duration LONGEST_SPAN = Duration.ofDays(90);
    private static final int MOST = 1000;
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Open311Requests requests;
    private final ClientKeys keys;
    private final CentreSettings centre;
    private final Units units;
    private final Clock clock;

    Open311Api(Open311Requests requests, ClientKeys keys, CentreSettings centre, Units units, Clock clock) {
        this.requests = requests;
        this.keys = keys;
        this.centre = centre;
        this.units = units;
        this.clock = clock;
    }

    /** Where what is, for a program that knows nothing but this address. */
    @GetMapping({"/open311/discovery.json", "/open311/discovery.xml"})
    ResponseEntity<String> discovery(HttpServletRequest request) {
        var endpoint = new LinkedHashMap<String, Object>();
        endpoint.put("specification", SPECIFICATION);
        endpoint.put("url", centre.address() + "/open311/v2");
        endpoint.put("changeset", "2026-11-29T00:00:00+08:00");
        endpoint.put("type", "production");
        var all = new LinkedHashMap<String, Object>();
        all.put("changeset", "2026-11-29T00:00:00+08:00");
        all.put("contact", centre.name() + ", " + centre.hotline());
        all.put("key_service", "Keys are issued by the centre: " + centre.hotline());
        all.put("endpoints", List.of(endpoint));
        return Open311Format.of(request).one("discovery", all);
    }

    /** What can be handed in. None has further questions of its own. */
    @GetMapping({"/open311/v2/services.json", "/open311/v2/services.xml"})
    ResponseEntity<String> services(HttpServletRequest request) {
        isOurs(request.getParameter("jurisdiction_id"));
        return Open311Format.of(request)
                .many(
                        "services",
                        "service",
                        Arrays.stream(Kind.values())
                                .map(Open311Requests::service)
                                .toList());
    }

    /** Always not found: no service here has a definition (its metadata is false). */
    @GetMapping("/open311/v2/services/{code}")
    ResponseEntity<String> definition(@PathVariable String code) {
        throw new Open311Refusal(HttpStatus.NOT_FOUND, "no service here has further attributes: metadata is false");
    }

    /** Takes a request in; answers its number. */
    @PostMapping({"/open311/v2/requests.json", "/open311/v2/requests.xml"})
    ResponseEntity<String> hand(@ModelAttribute Open311Post post, HttpServletRequest request) {
        isOurs(request.getParameter("jurisdiction_id"));
        var taken = requests.take(client(request), post);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("service_request_id", taken.number());
        answer.put("service_notice", "Everybody gets an answer. In an emergency call 110.");
        return Open311Format.of(request).many(REQUESTS, REQUEST, List.of(answer));
    }

    /** The requests of this key: those named, else those of a span of at most ninety days, latest first. */
    @GetMapping({"/open311/v2/requests.json", "/open311/v2/requests.xml"})
    ResponseEntity<String> list(HttpServletRequest request) {
        isOurs(request.getParameter("jurisdiction_id"));
        var client = client(request);
        var named = request.getParameter("service_request_id");
        var found = named == null
                ? between(client, request)
                : Arrays.stream(named.split(",", -1))
                        .map(String::strip)
                        .map(number -> requests.find(client, number))
                        .flatMap(Optional::stream)
                        .limit(MOST)
                        .toList();
        return shown(request, found);
    }

    /** One request of this key. */
    @GetMapping("/open311/v2/requests/{id}")
    ResponseEntity<String> one(@PathVariable String id, HttpServletRequest request) {
        isOurs(request.getParameter("jurisdiction_id"));
        var found = requests.find(client(request), id.replaceFirst("\\.(json|xml)$", ""))
                .orElseThrow(() -> new Open311Refusal(HttpStatus.NOT_FOUND, "service_request_id was not found"));
        return shown(request, List.of(found));
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(Open311Refusal refused, HttpServletRequest request) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", refused.status().value());
        error.put("description", refused.getMessage());
        return Open311Format.of(request).answer(refused.status(), "errors", "error", List.of(error));
    }

    private List<Complaint> between(MachineClient client, HttpServletRequest request) {
        var end = instant(request, "end_date").orElseGet(clock::instant);
        var start = instant(request, "start_date").orElse(end.minus(LONGEST_SPAN));
        if (start.isBefore(end.minus(LONGEST_SPAN))) {
            throw new Open311Refusal(HttpStatus.BAD_REQUEST, "start_date and end_date span more than 90 days");
        }
        return requests.between(
                client,
                start,
                end,
                request.getParameter("service_code"),
                Optional.ofNullable(request.getParameter("status"))
                        .map(Open311Api::isOpen)
                        .orElse(null),
                MOST);
    }

    private ResponseEntity<String> shown(HttpServletRequest request, List<Complaint> found) {
        return Open311Format.of(request)
                .many(
                        REQUESTS,
                        REQUEST,
                        found.stream()
                                .map(matter -> requests.shown(matter, clock.getZone()))
                                .toList());
    }

    private MachineClient client(HttpServletRequest request) {
        var key = request.getParameter("api_key");
        if (key == null || key.isBlank()) {
            throw new Open311Refusal(HttpStatus.FORBIDDEN, "api_key was not provided");
        }
        return keys.client(key)
                .filter(Open311Requests::mayHandIn)
                .orElseThrow(() -> new Open311Refusal(
                        HttpStatus.FORBIDDEN, "api_key is not known, was revoked, or does not speak for the web"));
    }

    private void isOurs(String jurisdiction) {
        if (jurisdiction != null
                && !jurisdiction.isBlank()
                && !jurisdiction.equals(units.centre().code().value())) {
            throw new Open311Refusal(HttpStatus.NOT_FOUND, "jurisdiction_id was not found");
        }
    }

    private static boolean isOpen(String status) {
        return switch (status) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw new Open311Refusal(HttpStatus.BAD_REQUEST, "status is open or closed");
        };
    }

    private static Optional<Instant> instant(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException wrong) {
                throw new Open311Refusal(HttpStatus.BAD_REQUEST, name + " is not like 2026-11-29T08:00:00+08:00");
            }
        });
    }
}
