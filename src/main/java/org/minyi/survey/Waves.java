package org.minyi.survey;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.FourEyes;
import org.minyi.question.Askings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Waves of the survey: started, planned, sent, reminded and closed as sets; one process instance each. */
@Service
public class Waves {

    private static final int SHOWN = 60;

    private final WaveTables tables;
    private final Planning planning;
    private final Askings askings;
    private final PhoneQuestions phone;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Waves(
            WaveTables tables,
            Planning planning,
            Askings askings,
            PhoneQuestions phone,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.planning = planning;
        this.askings = askings;
        this.phone = phone;
        this.events = events;
        this.clock = clock;
    }

    /** A wave is wanted; whoever runs the process starts it. */
    public record WaveWanted(WaveId wave, LocalDate day, String startedBy) {}

    /** Starts the wave of a day's contacts. */
    @Transactional
    public WaveId start(LocalDate day, String startedBy) {
        var wave = new WaveId(UuidCreator.getTimeOrderedEpoch());
        events.publishEvent(new WaveWanted(wave, day, startedBy));
        return wave;
    }

    /** Plans the wave; nothing when there is nobody to ask and nobody to exclude. Planned twice, it stays as it is. */
    @Transactional
    public Optional<Wave> plan(WaveId wave, Optional<LocalDate> day, String startedBy) {
        var there = tables.find(wave);
        return there.isPresent()
                ? there
                : planning.plan(wave, day.orElseGet(() -> LocalDate.now(clock).minusDays(1)), startedBy);
    }

    /**
     * Puts the wave's questions into the outbox and answers it with the instants at which it reminds and closes: the
     * latest of its plans.
     *
     * @param releasedBy the second person; null when the wave was like the others
     * @param reasons why they released it
     */
    @Transactional
    public Wave send(WaveId id, String releasedBy, WordsId reasons) {
        var now = clock.instant();
        var plans = tables.plans(id).values();
        var window = longest(plans.stream().map(SurveyPlan::replyWindow));
        var remind = longest(plans.stream().map(SurveyPlan::remindAfter));
        if (tables.sent(id, releasedBy, reasons, now, now.plus(remind), now.plus(window))) {
            askings.send(Planning.batch(id), now.plus(window));
        }
        return get(id);
    }

    private static Duration longest(Stream<Duration> durations) {
        return durations.max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Reminds who is silent, once. */
    @Transactional
    public void remind(WaveId id) {
        if (tables.reminded(id)) {
            askings.remind(Planning.batch(id));
        }
    }

    /**
     * Gives every contact its last state, and hands to a person what no SMS could settle. Nobody is phoned about a
     * wave that was stopped.
     */
    @Transactional
    public void close(WaveId id) {
        if (tables.closed(id, clock.instant())) {
            askings.close(Planning.batch(id));
            if (tables.stop(id).isEmpty()) {
                phone.afterClosing(Planning.batch(id), tables.plans(id));
            }
        }
    }

    /** Takes a wave back for these reasons: what has not left does not leave, answers no longer count. */
    @Transactional
    public void withdraw(WaveId id, String by, WordsId reasons) {
        if (tables.withdrawn(id, by, reasons, clock.instant())) {
            askings.withdraw(Planning.batch(id));
        }
    }

    /** Refuses the person who started a wave, and nobody at all: what is unusual is released by a second one. */
    public void mustBeSecondPerson(WaveId id, String user) {
        FourEyes.mustBeSecond(get(id).startedBy(), user, "You started this wave: a second person has to release it.");
    }

    /** Whether the contacts of this very day have had their wave. */
    public boolean hasBeenPlanned(LocalDate day) {
        return tables.lastPlanned(day).isPresent();
    }

    public Optional<Wave> find(WaveId id) {
        return tables.find(id);
    }

    /** The latest waves, newest first, each as it stands now. */
    public List<WaveReport> reports() {
        return tables.latest(SHOWN).stream().map(this::report).toList();
    }

    /** How a wave stands, or went. */
    public WaveReport report(WaveId id) {
        return report(get(id));
    }

    private Wave get(WaveId id) {
        return tables.find(id).orElseThrow(() -> new IllegalArgumentException("there is no wave " + id));
    }

    private WaveReport report(Wave wave) {
        var standing = askings.standing(Planning.batch(wave.id()));
        var answered = standing.answered();
        return new WaveReport(
                wave.id().toString(),
                wave.day(),
                wave.state(),
                wave.sentAt(),
                wave.closesAt(),
                wave.closedAt(),
                wave.contacts(),
                wave.excluded(),
                tables.exclusions(wave.id()),
                wave.asked(),
                standing.delivered(),
                standing.undelivered(),
                standing.unknown(),
                standing.open(),
                answered,
                standing.satisfied(),
                standing.half(),
                standing.dissatisfied(),
                standing.silent(),
                standing.withdrawn(),
                rate(answered, wave.asked() - standing.withdrawn()),
                rate(standing.satisfied(), answered),
                phone.count(Planning.batch(wave.id())),
                wave.unusual());
    }

    private static double rate(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
    }
}
