package org.minyi.channel.sms;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** An operator that writes down every message it was ever given, and answers as a test wishes. */
public class RecordingOperator implements SmsOperator {

    private final List<OutgoingSms> received = new CopyOnWriteArrayList<>();
    private volatile String refusal;
    private volatile Submission insteadOfAnswers;
    private volatile boolean up = true;
    private volatile int parts = 1;
    private volatile int lostAfter;
    private volatile UnaryOperator<List<OutgoingSms>> before = window -> window;

    @Override
    public List<Submission> submit(List<OutgoingSms> window) {
        received.addAll(window);
        return before.apply(window).stream()
                .map(message -> insteadOfAnswers == null ? answer(message) : insteadOfAnswers)
                .toList();
    }

    private Submission answer(OutgoingSms message) {
        if (refusal != null) {
            return new Submission.Refused(refusal);
        }
        if (lostAfter > 0) {
            return new Submission.Unanswered(gatewayIds(message.id(), lostAfter));
        }
        return new Submission.Accepted(parts == 1 ? List.of(gatewayId(message.id())) : gatewayIds(message.id(), parts));
    }

    private static List<String> gatewayIds(UUID message, int parts) {
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> gatewayId(message) + "/" + part)
                .toList();
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public int parts(String text) {
        return parts;
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

    /** From now on each message leaves in so many parts. */
    public void inParts(int each) {
        parts = each;
    }

    /** From now on the answer stays away after so many parts of all. */
    public void loseAfterPart(int part, int of) {
        parts = of;
        lostAfter = part;
    }

    /** From now on everything may try again later. */
    public void notTake() {
        insteadOfAnswers = new Submission.NotTaken();
    }

    public void down() {
        up = false;
    }

    public void reset() {
        refusal = null;
        insteadOfAnswers = null;
        up = true;
        parts = 1;
        lostAfter = 0;
        received.clear();
        before = window -> window;
    }
}
