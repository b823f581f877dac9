package org.minyi.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.minyi.channel.mail.LetterReport;
import org.minyi.channel.sms.LinkFigures;
import org.minyi.channel.sms.LinkReport;
import org.minyi.organisation.Members;
import org.minyi.organisation.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the links carry and cost, and how the letter box stands. Figures only: no message and no citizen. */
@RestController
@RequestMapping("/channel/api")
class LinksApi {

    private static final Set<Role> READS = EnumSet.of(Role.REVIEWER, Role.DIRECTOR, Role.ADMINISTRATOR);

    private final LinkReport links;
    private final LetterReport letters;
    private final Members members;

    LinksApi(LinkReport links, LetterReport letters, Members members) {
        this.links = links;
        this.letters = letters;
        this.members = members;
    }

    /** Everything the page shows. */
    record Overview(List<LinkFigures> links, LetterReport.Box letters) {}

    /** The links whose operator has stopped reporting; none where it is not this person's to see to. */
    record Silent(List<String> links) {}

    @GetMapping("/links")
    Overview all(HttpServletRequest request) {
        if (!reads(request)) {
            throw new NotForYou();
        }
        return new Overview(links.all(), letters.box());
    }

    @GetMapping("/silent")
    Silent silent(HttpServletRequest request) {
        return new Silent(reads(request) ? links.silent() : List.of());
    }

    private boolean reads(HttpServletRequest request) {
        return members.find(request.getRemoteUser())
                .map(member -> member.roles().stream().anyMatch(READS::contains))
                .orElse(false);
    }
}
