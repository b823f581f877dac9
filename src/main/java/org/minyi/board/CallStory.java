package org.minyi.board;

import java.util.List;
import java.util.stream.Stream;
import org.minyi.callback.Attempt;
import org.minyi.callback.CallVerdict;
import org.minyi.callback.ReturnCall;
import org.minyi.callback.ReturnCalls;
import org.springframework.stereotype.Component;

/** Every attempt to speak to the person, and what a second person made of silence. */
@Component
class CallStory implements Story {

    private final ReturnCalls calls;
    private final PhoneStory phone;

    CallStory(ReturnCalls calls, PhoneStory phone) {
        this.calls = calls;
        this.phone = phone;
    }

    @Override
    public List<Told> tell(About about, Extent extent) {
        var made = extent.whole() ? calls.of(about.person()) : calls.about(about.id());
        return Stream.concat(
                        made.stream()
                                .filter(call -> extent.tells(call.matter()))
                                .flatMap(this::told),
                        phone.about(about.id()))
                .toList();
    }

    private Stream<Told> told(ReturnCall call) {
        var made = calls.attempts(call.id());
        var heard = phone.of(made.stream().map(Attempt::id).toList());
        var attempts = made.stream()
                .map(attempt -> told(attempt, call.round()).saying(heard.getOrDefault(attempt.id(), List.of())));
        var verdicts = calls.verdicts(call.id()).stream().map(verdict -> told(verdict, call.round()));
        return Stream.concat(attempts, verdicts);
    }

    private static Told told(Attempt attempt, int round) {
        var key = "call." + attempt.outcome().name();
        return Told.of(attempt.at().toInstant(), Told.Kind.CALL, key, attempt.number())
                .words(attempt.words())
                .by(attempt.caller())
                .round(round);
    }

    private static Told told(CallVerdict verdict, int round) {
        var key = "silence." + (verdict.unreachable() ? "UNREACHABLE" : "CALL_AGAIN");
        return Told.of(verdict.at(), Told.Kind.CALL, key)
                .words(verdict.words())
                .by(verdict.by())
                .round(round);
    }
}
