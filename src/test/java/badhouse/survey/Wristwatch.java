package badhouse.survey;

import java.time.Instant;

/** Has a time of its own. */
class Wristwatch {

    Instant time() {
        return Instant.now();
    }
}
