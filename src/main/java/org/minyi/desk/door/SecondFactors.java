package org.minyi.desk.door;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.minyi.audit.Deed;
import org.minyi.organisation.MemberLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The second factor: a code of six digits that a person's telephone computes anew every 30 seconds (RFC 6238). One code
 * opens once. Wrong ones are counted apart from passwords, and for the person alone: whoever tries any knows the password.
 */
@Service
class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_OF_A_LETTER = 5;

    private final SecondFactorTable table;
    private final SecretBox box;
    private final Throttle throttle;
    private final LoginRecord evidence;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    SecondFactors(SecondFactorTable table, SecretBox box, Throttle throttle, LoginRecord evidence, Clock clock) {
        this.table = table;
        this.box = box;
        this.throttle = throttle;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** What became of a code. */
    enum Shown {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    boolean isSetUp(String userId) {
        return table.find(userId).filter(SecondFactorTable.Kept::confirmed).isPresent();
    }

    /** Another one for every secret that was set up, and nothing that gives it away; empty while none is. */
    String stamp(String userId) {
        return table.find(userId)
                .filter(SecondFactorTable.Kept::confirmed)
                .map(kept -> stamp(kept.secret()))
                .orElse("");
    }

    /** Sealed with a nonce of its own, no secret looks like an earlier one. */
    private static String stamp(byte[] sealed) {
        return DigestUtils.sha256Hex(sealed);
    }

    /** The secret to be typed into the telephone, in base 32; the same until a first code was shown, then never again. */
    Optional<String> toSetUp(String userId) {
        if (table.find(userId).isEmpty()) {
            var secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            table.insert(userId, box.seal(userId, secret));
        }
        return table.find(userId)
                .filter(kept -> !kept.confirmed())
                .flatMap(kept -> box.open(userId, kept.secret()))
                .map(SecondFactors::base32);
    }

    /** Counted before it is looked at. */
    Shown show(String userId, String code, String source) {
        if (!throttle.enterCode(userId)) {
            return Shown.TOO_MANY;
        }
        var isFirst = !isSetUp(userId);
        if (!isRight(userId, code.replace(" ", ""))) {
            evidence.refused(userId, source, "code");
            return Shown.WRONG;
        }
        throttle.codeWasRight(userId);
        if (isFirst) {
            evidence.keep(Deed.SECOND_FACTOR_SET, userId, "how", "enrolled");
        }
        return Shown.RIGHT;
    }

    /** Lost with the telephone: the person sets up another one at the next login. */
    boolean reset(String userId, String administrator) {
        var was = table.delete(userId);
        if (was) {
            evidence.keep(Deed.SECOND_FACTOR_SET, administrator, "reset", userId);
        }
        return was;
    }

    @EventListener
    void on(MemberLeft left) {
        table.delete(left.member().userId());
    }

    private boolean isRight(String userId, String code) {
        var now = clock.instant();
        var secret = table.find(userId).flatMap(kept -> box.open(userId, kept.secret()));
        if (secret.isEmpty()) {
            return false;
        }
        var key = new SecretKeySpec(secret.get(), codes.getAlgorithm());
        var length = codes.getTimeStep().toSeconds();
        var today = now.getEpochSecond() / length;
        // A telephone's clock is half a minute off, one way or the other.
        for (var step = today - 1; step <= today + 1; step++) {
            if (isSame(code(key, Instant.ofEpochSecond(step * length)), code)) {
                return table.use(userId, step, now);
            }
        }
        return false;
    }

    private String code(SecretKey key, Instant at) {
        try {
            return codes.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("any bytes are a key", impossible);
        }
    }

    private static boolean isSame(String expected, String shown) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** As telephones take it (RFC 4648); twenty bytes make thirty-two letters without a rest. */
    private static String base32(byte[] bytes) {
        var bits = new java.math.BigInteger(1, bytes);
        var text = new StringBuilder();
        for (var shift = bytes.length * Byte.SIZE - BITS_OF_A_LETTER; shift >= 0; shift -= BITS_OF_A_LETTER) {
            text.append(LETTERS.charAt(bits.shiftRight(shift).intValue() & (LETTERS.length() - 1)));
        }
        return text.toString();
    }
}
