package org.minyi.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.minyi.channel.phone.PhoneCall;
import org.minyi.channel.phone.PhoneCalls;
import org.springframework.stereotype.Component;

/** What the exchange says of calls: how long it rang, how long they spoke, where it can be heard. */
@Component
class PhoneStory {

    private final PhoneCalls calls;

    PhoneStory(PhoneCalls calls) {
        this.calls = calls;
    }

    /** What belongs under each attempt. */
    Map<UUID, List<Told.Saying>> of(Collection<UUID> attempts) {
        var said = new HashMap<UUID, List<Told.Saying>>();
        calls.ofAttempts(attempts)
                .forEach((attempt, made) -> said.put(
                        attempt,
                        made.stream().flatMap(call -> sayings(call).stream()).toList()));
        return said;
    }

    /** The calls about a matter that stand under no attempt. */
    Stream<Told> about(UUID matter) {
        return calls.about(matter).stream().map(PhoneStory::told);
    }

    private static Told told(PhoneCall call) {
        var key = call.isDialled() ? "phone.dialled" : "phone.came." + call.hotline();
        return Told.of(call.beganAt(), Told.Kind.CALL, key).by(call.user()).saying(sayings(call));
    }

    private static List<Told.Saying> sayings(PhoneCall call) {
        var said = new ArrayList<Told.Saying>();
        said.add(times(call));
        if (call.recording() != null) {
            said.add(new Told.Saying("phone.recording", List.of(call.recording())));
        }
        return said;
    }

    private static Told.Saying times(PhoneCall call) {
        var rang = call.rang().map(PhoneStory::clock).orElse(null);
        if (call.endedAt() == null) {
            return new Told.Saying("phone.open", List.of());
        }
        if (call.lost()) {
            return new Told.Saying("phone.lost", List.of());
        }
        if (rang == null) {
            return new Told.Saying("phone.away", List.of());
        }
        return call.talked()
                .map(talked -> new Told.Saying("phone.talked", List.of(rang, clock(talked))))
                .orElseGet(() -> new Told.Saying("phone.unanswered", List.of(rang)));
    }

    /** Minutes and seconds: 3:41. */
    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
