package org.minyi.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Refusals as RFC 9457 writes them. */
public final class Problems {

    private Problems() {}

    /**
     * A refusal.
     *
     * @param code what programs tell it by, for example {@code no-such-wave}
     * @param sentence what people read; no personal data
     */
    public static ProblemDetail problem(HttpStatus status, String code, String sentence) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:minyi:problem:" + code));
        return problem;
    }

    /** A refusal in the words of the exception that refused. */
    public static ProblemDetail problem(HttpStatus status, String code, Exception refused) {
        return problem(status, code, refused.getMessage());
    }
}
