package org.minyi.survey;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.minyi.citizen.WordsBook;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.question.Askings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stopping a wave that is on its way: a wrong text, a wrong day. Who, when and why are kept. */
@Service
public class Stops {

    private final WaveTables tables;
    private final Askings askings;
    private final WordsBook words;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stops(
            WaveTables tables,
            Askings askings,
            WordsBook words,
            Members members,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tables = tables;
        this.askings = askings;
        this.words = words;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What has not left does not leave, nobody is reminded and nobody phoned; answers of those who were asked count as
     * ever. False when the wave is over already.
     */
    @Transactional
    public boolean stop(WaveId wave, String by, String reason) {
        var state = tables.stopped(wave, by, clock.instant());
        state.ifPresent(stopped -> {
            tables.stopReason(wave, words.keep(null, reason));
            var wasSent = stopped == Wave.State.STOPPED;
            if (wasSent) {
                askings.stop(Planning.batch(wave));
            } else {
                askings.withdraw(Planning.batch(wave));
            }
            events.publishEvent(new WaveStopped(wave, wasSent));
        });
        return state.isPresent();
    }

    /** Who stopped it and why; empty for a wave that went its way. */
    public Optional<Stop> of(WaveId wave) {
        return tables.stop(wave)
                .map(stop -> new Stop(
                        stop.at(),
                        members.find(stop.by()).map(Member::name).orElse(stop.by()),
                        words.read(List.of(stop.reason())).get(stop.reason())));
    }
}
