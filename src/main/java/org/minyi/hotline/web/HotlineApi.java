package org.minyi.hotline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.minyi.channel.phone.Dialling;
import org.minyi.channel.phone.HotlineDay;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.desk.NobodyLoggedIn;
import org.minyi.desk.Visitors;
import org.minyi.hotline.CallsInHand;
import org.minyi.hotline.RingBackDay;
import org.minyi.hotline.RingBacks;
import org.minyi.organisation.Extensions;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;
import org.minyi.organisation.Units;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hotline's figures for the centre, and everybody's own extension and call. No number and no citizen. */
@RestController
@RequestMapping("/hotline/api")
class HotlineApi {

    private static final int DAYS = 31;

    private final Visitors visitors;
    private final Members members;
    private final Units units;
    private final Extensions extensions;
    private final Dialling dialling;
    private final PhoneCalls calls;
    private final CallsInHand inHand;
    private final RingBacks ringBacks;
    private final Clock clock;

    HotlineApi(
            Visitors visitors,
            Members members,
            Units units,
            Extensions extensions,
            Dialling dialling,
            PhoneCalls calls,
            CallsInHand inHand,
            RingBacks ringBacks,
            Clock clock) {
        this.ringBacks = ringBacks;
        this.visitors = visitors;
        this.members = members;
        this.units = units;
        this.extensions = extensions;
        this.dialling = dialling;
        this.calls = calls;
        this.inHand = inHand;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param connected whether an exchange is connected to Minyi at all
     * @param extension one's own; left out when there is none
     * @param days latest first; left out for who does not work at the centre
     * @param placesOthers whether this person says where others' telephones stand
     * @param rungBack what became of the calls that were given up, latest day first; left out likewise
     */
    record Overview(
            boolean connected,
            String extension,
            boolean placesOthers,
            List<HotlineDay> days,
            List<RingBackDay> rungBack) {}

    /**
     * The call on one's line.
     *
     * @param connected whether there can be any
     * @param task left out while there is none
     */
    record OnTheLine(boolean connected, CallsInHand.InHand task) {}

    /**
     * Where somebody's telephone stands.
     *
     * @param user whose; left out for one's own, and for an administrator to say
     * @param extension empty when there is none any more
     */
    record Placed(String user, String extension) {}

    @GetMapping
    Overview overview(HttpServletRequest request) {
        var member = member(request);
        var from = LocalDate.now(clock).minusDays(DAYS - 1);
        var to = from.plusDays(DAYS);
        var centre = worksAtTheCentre(member);
        return new Overview(
                dialling.isConnected(),
                extensions.of(member.userId()).orElse(null),
                isAdministrator(member),
                centre ? calls.days(from, to) : null,
                centre ? ringBacks.days(from, to) : null);
    }

    @GetMapping("/call")
    OnTheLine onTheLine(HttpServletRequest request) {
        var user = member(request).userId();
        return dialling.isConnected() ? new OnTheLine(true, inHand.of(user).orElse(null)) : new OnTheLine(false, null);
    }

    /**
     * Somebody and where their telephone stands, for an administrator.
     *
     * @param extension left out where they have none
     */
    record Colleague(String user, String name, String unit, String extension) {}

    /** Finds somebody by their login. */
    @GetMapping("/extension")
    Colleague colleague(@RequestParam String user, HttpServletRequest request) {
        if (!isAdministrator(member(request))) {
            throw new NotYourTelephone();
        }
        var found = members.find(user.strip()).orElseThrow(NobodyOfThisLogin::new);
        return new Colleague(
                found.userId(),
                found.name(),
                units.find(found.unit()).map(Unit::name).orElse(null),
                extensions.of(found.userId()).orElse(null));
    }

    @PostMapping(path = "/extension", consumes = MediaType.APPLICATION_JSON_VALUE)
    Placed place(@RequestBody Placed wanted, HttpServletRequest request) {
        var member = member(request);
        var whose = wanted.user() == null ? member.userId() : wanted.user();
        var mayForOthers = isAdministrator(member) && members.find(whose).isPresent();
        if (!whose.equals(member.userId()) && !mayForOthers) {
            throw new NotYourTelephone();
        }
        extensions.set(whose, wanted.extension(), member.userId());
        return new Placed(whose, extensions.of(whose).orElse(null));
    }

    private static boolean isAdministrator(Member member) {
        return member.roles().contains(Role.ADMINISTRATOR);
    }

    private static boolean worksAtTheCentre(Member member) {
        return member.roles().stream().anyMatch(role -> role.level() == Level.CENTRE);
    }

    private Member member(HttpServletRequest request) {
        return visitors.loggedIn(request).flatMap(members::find).orElseThrow(NobodyLoggedIn::new);
    }
}
