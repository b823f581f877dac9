package org.minyi.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.minyi.calendar.Almanac;
import org.minyi.calendar.CalendarImport;
import org.minyi.calendar.Calendars;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar: everybody who is logged in reads it, an administrator imports days into it. */
@RestController
@RequestMapping("/calendar/api")
class CalendarApi {

    /** On whose desk a missing year is told. */
    private static final Set<Role> TOLD = EnumSet.of(Role.LEADER, Role.DIRECTOR, Role.ADMINISTRATOR);

    private final Almanac almanac;
    private final Calendars calendars;
    private final CalendarImport imports;
    private final Units units;
    private final Members members;

    CalendarApi(Almanac almanac, Calendars calendars, CalendarImport imports, Units units, Members members) {
        this.almanac = almanac;
        this.calendars = calendars;
        this.imports = imports;
        this.units = units;
        this.members = members;
    }

    /**
     * What there is to choose from.
     *
     * @param missing the year that nobody has arranged though it is time; left out when there is none
     * @param mayImport whether whoever looks may import days
     * @param years that somebody has arranged
     */
    record Overview(
            LocalDate today,
            Integer missing,
            boolean mayImport,
            Set<Integer> years,
            List<Place> units,
            List<Almanac.Version> versions) {}

    /** A unit, and the one above it; that is left out for the centre. */
    record Place(String code, String name, String above) {

        static Place of(Unit unit) {
            var above = unit.parent();
            return new Place(unit.code().value(), unit.name(), above == null ? null : above.value());
        }
    }

    /** The year that is missing; left out where none is, or where it is not this person's to see to. */
    record Missing(Integer year) {}

    /** A file as text. */
    record FileShown(String file) {}

    /** The same file, the version on which its preview was built, and why. */
    record FileWanted(String file, Integer on, String reason) {}

    @GetMapping
    Overview overview(HttpServletRequest request) {
        return new Overview(
                almanac.today(),
                calendars.missingYear().orElse(null),
                roles(request).contains(Role.ADMINISTRATOR),
                calendars.years(),
                units.all().stream().map(Place::of).toList(),
                almanac.versions());
    }

    @GetMapping("/years/{year}")
    Almanac.Year year(@PathVariable int year, @RequestParam(required = false) String unit) {
        return almanac.year(year, unit == null || unit.isEmpty() ? null : new UnitCode(unit));
    }

    @GetMapping("/versions/{version}")
    Almanac.Told version(@PathVariable int version) {
        return almanac.version(version).orElseThrow(() -> new NotInTheCalendar(version));
    }

    @GetMapping("/missing")
    Missing missing(HttpServletRequest request) {
        var told = roles(request).stream().anyMatch(TOLD::contains);
        return new Missing(told ? calendars.missingYear().orElse(null) : null);
    }

    @PostMapping(path = "/previews", consumes = MediaType.APPLICATION_JSON_VALUE)
    CalendarImport.Preview preview(@RequestBody FileShown shown, HttpServletRequest request) {
        mustBeAdministrator(request);
        return imports.preview(shown.file());
    }

    @PostMapping(path = "/versions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    CalendarImport.Taken take(@RequestBody FileWanted wanted, HttpServletRequest request) {
        mustBeAdministrator(request);
        var on = wanted.on() == null ? 0 : wanted.on();
        return imports.take(wanted.file(), on, request.getRemoteUser(), wanted.reason());
    }

    private void mustBeAdministrator(HttpServletRequest request) {
        if (!roles(request).contains(Role.ADMINISTRATOR)) {
            throw new NotAnAdministrator();
        }
    }

    /** The door lets nobody as far as here who is not logged in; who is no member has no role. */
    private Set<Role> roles(HttpServletRequest request) {
        return members.find(request.getRemoteUser())
                .map(member -> member.roles())
                .orElse(Set.of());
    }
}
