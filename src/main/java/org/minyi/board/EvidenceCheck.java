package org.minyi.board;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.minyi.audit.Verdict;
import org.minyi.audit.Verification;
import org.springframework.stereotype.Service;

/** One verification of the evidence at a time, beside the requests; whoever looks sees how far it is. */
@Service
public class EvidenceCheck {

    private final Verification verification;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Standing standing = new Standing(false, 0, 0, null, null);

    EvidenceCheck(Verification verification, Clock clock) {
        this.verification = verification;
        this.clock = clock;
    }

    /**
     * How far it is, or what was found last.
     *
     * @param verdict null before the first has ended
     */
    public record Standing(boolean running, long position, long end, Verdict verdict, Instant endedAt) {}

    public Standing standing() {
        return standing;
    }

    /** Begins one, unless one is running. */
    public Standing begin() {
        if (running.compareAndSet(false, true)) {
            standing = new Standing(true, 0, 0, null, null);
            var thread = new Thread(this::run, "evidence-check");
            thread.setDaemon(true);
            thread.start();
        }
        return standing;
    }

    private void run() {
        try {
            var verdict =
                    verification.whole((position, end) -> standing = new Standing(true, position, end, null, null));
            standing = new Standing(false, verdict.end(), verdict.end(), verdict, clock.instant());
        } finally {
            if (standing.running()) {
                standing = new Standing(false, 0, 0, null, null);
            }
            running.set(false);
        }
    }
}
