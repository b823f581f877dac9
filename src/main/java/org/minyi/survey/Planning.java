package org.minyi.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineFacts;
import org.minyi.citizen.LineId;
import org.minyi.contact.Businesses;
import org.minyi.contact.Contact;
import org.minyi.contact.Contacts;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.Units;
import org.minyi.question.Askings;
import org.minyi.question.NewQuestion;
import org.minyi.question.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is asked. The tables judge each distinct input once; of several contacts on one line the latest is asked, so that
 * nobody gets two questions from one wave. Every contact gets either a question or an exclusion with its reason.
 */
@Service
class Planning {

    static final String ANOTHER_IS_ASKED = "a later contact on the same phone is asked in this wave";
    private static final int CHUNK = 5_000;
    private static final Duration LONGEST_TAKEOVER = Duration.ofHours(1);

    private final WaveTables tables;
    private final Contacts contacts;
    private final Citizens citizens;
    private final Units units;
    private final Businesses businesses;
    private final Askings askings;
    private final SurveyTables rules;
    private final SurveySettings settings;
    private final CentreSettings centre;
    private final Clock clock;

    Planning(
            WaveTables tables,
            Contacts contacts,
            Citizens citizens,
            Units units,
            Businesses businesses,
            Askings askings,
            SurveyTables rules,
            SurveySettings settings,
            CentreSettings centre,
            Clock clock) {
        this.tables = tables;
        this.contacts = contacts;
        this.citizens = citizens;
        this.units = units;
        this.businesses = businesses;
        this.askings = askings;
        this.rules = rules;
        this.settings = settings;
        this.centre = centre;
        this.clock = clock;
    }

    /** Plans the wave; nothing when every contact of the day and the days before it has been judged. */
    @Transactional
    Optional<Wave> plan(WaveId id, LocalDate day, String startedBy) {
        tables.planAlone();
        return new Draft(id, day, startedBy, clock.instant()).write();
    }

    /** One wave being planned. */
    private final class Draft {

        private final WaveId id;
        private final LocalDate day;
        private final String startedBy;
        private final Instant now;
        private final Map<EligibilityInput, Ruling> rulings = new LinkedHashMap<>();
        private final Map<EligibilityInput, Integer> judged = new HashMap<>();
        private final List<Contact> excluded = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private final Map<LineId, Contact> asked = new LinkedHashMap<>();

        Draft(WaveId id, LocalDate day, String startedBy, Instant now) {
            this.id = id;
            this.day = day;
            this.startedBy = startedBy;
            this.now = now;
        }

        Optional<Wave> write() {
            var known = units.codes();
            for (var back = settings.daysBack(); back >= 0; back--) {
                var served = day.minusDays(back);
                contacts.eachServedOn(served, perhapsUnjudged(served), CHUNK, some -> judge(unjudged(some), known));
            }
            if (judged.isEmpty()) {
                return Optional.empty();
            }
            var wave = wave();
            tables.insert(wave);
            tables.rulings(id, rulings, judged);
            for (var from = 0; from < excluded.size(); from += CHUNK) {
                var until = Math.min(from + CHUNK, excluded.size());
                tables.exclude(
                        id,
                        excluded.subList(from, until).stream().map(Contact::id).toList(),
                        reasons.subList(from, until));
            }
            ask();
            return Optional.of(wave);
        }

        /** What came before a day's own wave was judged by it, unless it was just being taken over. */
        private Instant perhapsUnjudged(LocalDate served) {
            return tables.lastPlanned(served)
                    .map(planned -> planned.minus(LONGEST_TAKEOVER))
                    .orElse(Instant.EPOCH);
        }

        private List<Contact> unjudged(List<Contact> some) {
            var ids = some.stream().map(contact -> contact.id().value()).toList();
            var done = tables.excluded(ids);
            done.addAll(askings.askedAbout(Subject.CONTACT, ids));
            return some.stream()
                    .filter(contact -> !done.contains(contact.id().value()))
                    .toList();
        }

        private void judge(List<Contact> some, Set<String> knownUnits) {
            if (some.isEmpty()) {
                return;
            }
            var lines = some.stream()
                    .flatMap(contact -> Stream.ofNullable(contact.line()))
                    .distinct()
                    .toList();
            var facts = citizens.facts(lines);
            var recent = askings.askedSince(lines, now.minus(Duration.ofDays(settings.fatigueDays())));
            var minors = citizens.minors(some.stream().map(Contact::person).toList());
            for (var contact : some) {
                var line = contact.line() == null ? null : facts.get(contact.line());
                var input = new EligibilityInput(
                        contact.module(),
                        contact.business(),
                        line == null ? "NONE" : line.kind().name(),
                        minors.contains(contact.person()),
                        line != null && line.optedOut(),
                        knownUnits.contains(contact.unitCode()),
                        contact.line() != null && recent.contains(contact.line()));
                judged.merge(input, 1, Integer::sum);
                place(contact, line, rulings.computeIfAbsent(input, rules::eligibility));
            }
        }

        private void place(Contact contact, LineFacts line, Ruling ruling) {
            if (!ruling.ask() || line == null) {
                exclude(contact, ruling.ask() ? "no phone to ask" : ruling.reason());
                return;
            }
            var other = asked.get(contact.line());
            var later = other == null || LATER.compare(contact, other) > 0 ? contact : other;
            asked.put(contact.line(), later);
            if (other != null) {
                exclude(later.equals(other) ? contact : other, ANOTHER_IS_ASKED);
            }
        }

        private void exclude(Contact contact, String reason) {
            excluded.add(contact);
            reasons.add(reason);
        }

        private Wave wave() {
            var size = asked.size() + excluded.size();
            var unusual = Unusual.judge(size, excluded.size(), tables.lastSizes(Unusual.WAVES_LOOKED_AT));
            return new Wave(
                    id,
                    day,
                    unusual.isPresent() ? Wave.State.HELD : Wave.State.PLANNED,
                    startedBy,
                    now,
                    null,
                    null,
                    null,
                    null,
                    null,
                    size,
                    asked.size(),
                    excluded.size(),
                    unusual.orElse(null));
        }

        private void ask() {
            var plans = new LinkedHashMap<List<String>, SurveyPlan>();
            var counts = new HashMap<List<String>, Integer>();
            var texts = new HashMap<List<Object>, String>();
            var questions = new ArrayList<NewQuestion>(asked.size());
            var names = new HashMap<String, String>();
            businesses
                    .all()
                    .forEach(business -> names.put(
                            business.code(), business.name(centre.language().locale())));
            for (var contact : asked.values()) {
                var key = List.of(contact.module(), contact.business());
                var plan = plans.computeIfAbsent(key, one -> rules.plan(contact.module(), contact.business()));
                counts.merge(key, 1, Integer::sum);
                var name = names.getOrDefault(contact.business(), contact.business());
                var served = contact.servedAt().atZone(clock.getZone()).toLocalDate();
                questions.add(new NewQuestion(
                        Subject.CONTACT,
                        contact.id().value(),
                        1,
                        id.value(),
                        contact.person(),
                        contact.line(),
                        texts.computeIfAbsent(
                                List.of(plan.text(), name, served), any -> filled(plan.text(), name, served)),
                        texts.computeIfAbsent(
                                List.of(plan.reminder(), name, served), any -> filled(plan.reminder(), name, served)),
                        null));
            }
            plans.forEach((key, plan) -> tables.plan(id, key.get(0), key.get(1), plan, counts.get(key)));
            askings.plan(questions);
        }
    }

    private static final Comparator<Contact> LATER = Comparator.comparing(Contact::servedAt)
            .thenComparing(contact -> contact.id().value());

    private String filled(String text, String business, LocalDate served) {
        return text.replace("{centre}", centre.name())
                .replace("{hotline}", centre.hotline())
                .replace("{business}", business)
                .replace("{date}", centre.language().day(served));
    }

    /** The id of a new wave; its questions are the batch of the same id. */
    static UUID batch(WaveId wave) {
        return wave.value();
    }
}
