package org.minyi.survey.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.survey.Release;
import org.minyi.survey.Releases;
import org.minyi.survey.Stop;
import org.minyi.survey.Stops;
import org.minyi.survey.WaveId;
import org.minyi.survey.WaveReport;
import org.minyi.survey.Waves;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The latest waves, and a way to stop one. Figures only: no contact and no citizen. */
@RestController
@RequestMapping("/survey/api/waves")
class WavesApi {

    static final int LONGEST_REASON = 2_000;

    private static final Set<Role> STOPS = EnumSet.of(Role.REVIEWER, Role.DIRECTOR);
    private static final Set<Role> READS = EnumSet.of(Role.REVIEWER, Role.DIRECTOR, Role.AUDITOR, Role.PROCESS_OWNER);

    private final Visitors visitors;
    private final Members members;
    private final Waves waves;
    private final Releases releases;
    private final Stops stops;

    WavesApi(Visitors visitors, Members members, Waves waves, Releases releases, Stops stops) {
        this.visitors = visitors;
        this.members = members;
        this.waves = waves;
        this.releases = releases;
        this.stops = stops;
    }

    /**
     * The waves, newest first.
     *
     * @param mayStop whether whoever looks may stop one
     */
    record Overview(boolean mayStop, List<Shown> waves) {}

    /**
     * A wave as it stands.
     *
     * @param judged left out where no second person had to look
     * @param stopped left out while nobody stopped it
     */
    record Shown(@JsonUnwrapped WaveReport report, Release judged, Stop stopped) {}

    /** What a person who stops a wave has to say. */
    record StopWanted(String reason) {}

    @GetMapping
    Overview all(HttpServletRequest request) {
        var roles = mustHold(READS, visitor(request));
        return new Overview(
                roles.stream().anyMatch(STOPS::contains),
                waves.reports().stream().map(this::shown).toList());
    }

    @GetMapping("/{id}")
    Shown one(@PathVariable UUID id, HttpServletRequest request) {
        mustHold(READS, visitor(request));
        return shown(known(id));
    }

    @PostMapping(path = "/{id}/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
    Shown stop(@PathVariable UUID id, @RequestBody StopWanted wanted, HttpServletRequest request) {
        var user = visitor(request);
        mustHold(STOPS, user);
        known(id);
        var reason = wanted.reason() == null ? "" : wanted.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new NoReason();
        }
        if (!stops.stop(new WaveId(id), user, reason)) {
            throw new WaveOver();
        }
        return shown(known(id));
    }

    private Shown shown(WaveReport report) {
        var wave = WaveId.of(report.id());
        return new Shown(report, releases.of(wave).orElse(null), stops.of(wave).orElse(null));
    }

    private WaveReport known(UUID id) {
        return waves.find(new WaveId(id)).map(wave -> waves.report(wave.id())).orElseThrow(NoSuchWave::new);
    }

    private String visitor(HttpServletRequest request) {
        return visitors.loggedIn(request).orElseThrow(NobodyLoggedIn::new);
    }

    private Set<Role> mustHold(Set<Role> roles, String user) {
        var held = members.find(user).map(member -> member.roles()).orElse(Set.of());
        if (held.stream().noneMatch(roles::contains)) {
            throw new NotYours();
        }
        return held;
    }
}
