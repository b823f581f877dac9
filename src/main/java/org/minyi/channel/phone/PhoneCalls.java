package org.minyi.channel.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.organisation.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls, as exchanges tell of them. */
@Service
public class PhoneCalls {

    /** GB/T 33358. */
    public static final Duration IN_TIME = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(PhoneCalls.class);
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(?:(?:86)?1[3-9]\\d{9}|0\\d{9,11})(?!\\d)");
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final PhoneCallTables tables;
    private final Citizens citizens;
    private final Extensions extensions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PhoneCalls(
            PhoneCallTables tables,
            Citizens citizens,
            Extensions extensions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.citizens = citizens;
        this.extensions = extensions;
        this.events = events;
        this.clock = clock;
    }

    /** An exchange tells of a call; in any order, and as often as it likes. Comes back when it is stored. */
    @Transactional
    public void tell(CallNews news) {
        var user = Optional.ofNullable(news.extension()).flatMap(extensions::holder);
        if (news.extension() != null && user.isEmpty()) {
            LOG.warn(
                    "{}: a call was answered at extension {}, which is nobody's (docs/operations.md, Telephone)",
                    news.exchange(),
                    news.extension());
        }
        var call = tables.fill(withoutNumber(news), line(news), user.orElse(null), clock.instant());
        tables.handOn(call)
                .ifPresent(told ->
                        events.publishEvent(new CallAnswered(told.id(), told.hotline(), told.line(), told.user())));
        tables.find(call).flatMap(PhoneCalls::waited).ifPresent(events::publishEvent);
    }

    /** What became of whoever waited at the public hotline, as far as anybody could call them back. */
    private static Optional<Record> waited(PhoneCall call) {
        if (call.hotline() != Hotline.PUBLIC || call.line() == null || call.lost()) {
            return Optional.empty();
        }
        if (call.agentAt() != null) {
            return Optional.of(new LineAnswered(call.line(), call.agentAt()));
        }
        return Optional.ofNullable(call.endedAt())
                .map(ended -> new CallGivenUp(call.id(), call.line(), call.beganAt() == null ? ended : call.beganAt()));
    }

    /**
     * The same from an exchange that gives what it tells an id: told again it is not heard.
     *
     * @return false when it was heard before
     */
    @Transactional
    public boolean tellOnce(String id, CallNews news) {
        var fresh = tables.hear(news.exchange(), id, clock.instant());
        if (fresh) {
            tell(news);
            tables.unhear(clock.instant().minus(REMEMBERED));
        }
        return fresh;
    }

    /** Exchanges like to put numbers into the names of recordings; such a name is not kept. */
    private static CallNews withoutNumber(CallNews news) {
        if (news.recording() == null || !NUMBER.matcher(news.recording()).find()) {
            return news;
        }
        LOG.warn("{}: a recording has a telephone number in its name, and is not noted", news.exchange());
        return news.recorded(null);
    }

    /** Nobody is to know who calls the police hotline: not even its line is kept. */
    private LineId line(CallNews news) {
        if (news.number() == null || news.hotline() != Hotline.PUBLIC) {
            return null;
        }
        return citizens.lines(List.of(news.number())).get(news.number());
    }

    /** The calls of an exchange that are not over as far as was told: those we dialled, or those that came in. */
    public Set<String> open(String exchange, boolean dialled) {
        return Set.copyOf(tables.open(exchange, dialled));
    }

    /** After a while in which nothing was heard: what was open before, and is not there now, is over. */
    @Transactional
    public int onlyThese(String exchange, Collection<String> there, Instant openBefore) {
        return tables.lose(exchange, there, openBefore, clock.instant());
    }

    public Optional<PhoneCall> find(UUID id) {
        return tables.find(id);
    }

    /** Whatever this person has dialled about a matter since then belongs to an attempt. */
    @Transactional
    public void become(UUID attempt, String user, UUID matter, Instant since) {
        tables.become(attempt, user, matter, since);
    }

    public Map<UUID, List<PhoneCall>> ofAttempts(Collection<UUID> attempts) {
        return attempts.isEmpty() ? Map.of() : tables.ofAttempts(attempts);
    }

    /** The calls about a matter that were no attempt: what came in, and what was dialled otherwise. */
    public List<PhoneCall> about(UUID matter) {
        return tables.about(matter);
    }

    /** What this person last dialled about a matter. */
    public Optional<PhoneCall> latest(String user, UUID matter) {
        return tables.latest(user, matter);
    }

    /** Whether a call of this line to the public hotline was picked up since then. */
    public boolean wasAnswered(LineId line, Instant since) {
        return tables.wasAnswered(line, since);
    }

    /** What was dialled about a call that was given up is about the matter that came of it. */
    @Transactional
    public void becameMatter(UUID call, UUID matter) {
        tables.isAbout(call, matter);
        tables.rename(call, matter);
    }

    /** A call turns out to be about a matter. */
    @Transactional
    public void isAbout(UUID call, UUID matter) {
        tables.isAbout(call, matter);
    }

    /** How the hotlines were answered, day by day, latest first; days without a call are left out. */
    public List<HotlineDay> days(LocalDate from, LocalDate to) {
        return tables.days(from, to, (int) IN_TIME.toSeconds(), clock.getZone());
    }
}
