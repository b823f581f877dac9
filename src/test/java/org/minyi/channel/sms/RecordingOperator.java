package org.minyi.channel.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** An operator that writes down every message it was ever given, and answers as a test wishes. */
public class RecordingOperator implements SmsOperator {

    private final List<OutgoingSms> received = new CopyOnWriteArrayList<>();
    private volatile String refusal;
    private volatile UnaryOperator<List<OutgoingSms>> before = window -> window;

    @Override
    public List<Submission> submit(List<OutgoingSms> window) {
        received.addAll(window);
        var answered = before.apply(window);
        var answers = new ArrayList<Submission>();
        var refused = refusal;
        answered.forEach(message -> answers.add(
                refused == null ? new Submission.Accepted(gatewayId(message.id())) : new Submission.Refused(refused)));
        return answers;
    }

    public List<OutgoingSms> received() {
        return List.copyOf(received);
    }

    public static String gatewayId(UUID message) {
        return "gw-" + message;
    }

    /** What happens after the messages arrived and before they are answered; answers which are answered at all. */
    public void beforeAnswering(UnaryOperator<List<OutgoingSms>> happening) {
        before = happening;
    }

    /** From now on every message is refused for this reason. */
    public void refuse(String reason) {
        refusal = reason;
    }

    public void reset() {
        refusal = null;
        received.clear();
        before = window -> window;
    }
}
