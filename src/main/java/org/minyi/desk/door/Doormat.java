package org.minyi.desk.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.minyi.desk.password.Account;
import org.minyi.desk.password.Accounts;
import org.springframework.stereotype.Service;

/**
 * Scripts show their password with every call. A right one is remembered for some minutes, in memory and as a keyed
 * digest of everything it depends on, the stored hash and the second factor among it: a changed password is forgotten
 * at once. One wrong try drops what is remembered, and is counted before it does, so that nobody guesses against the
 * memory either.
 */
@Service
class Doormat {

    private static final String MAC = "HmacSHA256";
    private static final int MOST = 10_000;
    private static final int KEY_BYTES = 32;

    private static final Pattern WITH_CODE = Pattern.compile("(?s)(.*):(\\d{6})");

    private final Gatekeeper gatekeeper;
    private final SecondFactorRoles twoFactors;
    private final SecondFactors factors;
    private final LoginRecord evidence;
    private final Accounts accounts;
    private final LoginSettings settings;
    private final Clock clock;
    private final SecretKeySpec key;
    private final ConcurrentMap<String, Callers> callers = new ConcurrentHashMap<>();

    Doormat(
            Gatekeeper gatekeeper,
            SecondFactorRoles twoFactors,
            SecondFactors factors,
            LoginRecord evidence,
            Accounts accounts,
            LoginSettings settings,
            Clock clock) {
        this.gatekeeper = gatekeeper;
        this.twoFactors = twoFactors;
        this.factors = factors;
        this.evidence = evidence;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, MAC);
    }

    /** As {@link Gatekeeper#knock}, and of many who show the same at once only the first is looked at slowly. */
    Knock knock(String account, String password, String source) {
        if (callers.size() > MOST) {
            callers.clear();
        }
        var caller = callers.computeIfAbsent(source + ' ' + account, key -> new Callers());
        synchronized (caller) {
            var known = accounts.find(account);
            if (known.isPresent() && caller.isRemembered(digest(known.get(), password), clock.instant())) {
                return new Knock.Right(known.get());
            }
            caller.forget();
            var knock = slowly(account, password, source);
            if (knock instanceof Knock.Right right && right.account().userId().equals(account)) {
                caller.remember(
                        digest(right.account(), password), clock.instant().plus(settings.remembered()));
            }
            return knock;
        }
    }

    /**
     * Whoever needs a second factor writes it behind the password: {@code PASSWORD:123456}. It is used up by that, but
     * the two together are remembered like any password, so that a script of a few calls needs one code.
     */
    private Knock slowly(String account, String shown, String source) {
        var wantsCode = twoFactors.isWantedOf(account);
        var parts = WITH_CODE.matcher(shown);
        if (wantsCode && !parts.matches()) {
            return new Knock.Wrong();
        }
        var knock = gatekeeper.knock(account, wantsCode ? parts.group(1) : shown, source);
        if (!(knock instanceof Knock.Right right)) {
            return knock;
        }
        if (wantsCode || twoFactors.isWantedOf(right.account().userId())) {
            var code = wantsCode && factors.isSetUp(account)
                    ? factors.show(account, parts.group(2), source)
                    : SecondFactors.Shown.WRONG;
            if (code != SecondFactors.Shown.RIGHT) {
                return code == SecondFactors.Shown.TOO_MANY ? new Knock.TooMany() : new Knock.Wrong();
            }
        }
        evidence.cameIn(right.account().userId(), "script", source, wantsCode);
        return knock;
    }

    private byte[] digest(Account account, String password) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            for (var part : new String[] {account.userId(), account.hash(), wanted(account.userId()), password}) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }

    /**
     * Which second factor has to be shown now: with another one, or with a role that wants one, nothing is remembered.
     */
    private String wanted(String userId) {
        return twoFactors.isWantedOf(userId) ? "with " + factors.stamp(userId) : "";
    }

    /** Everybody who calls as one account from one source; guarded by itself. */
    private static final class Callers {

        private byte[] digest = new byte[0];
        private Instant until = Instant.EPOCH;

        boolean isRemembered(byte[] shown, Instant now) {
            return now.isBefore(until) && MessageDigest.isEqual(digest, shown);
        }

        void remember(byte[] shown, Instant end) {
            digest = shown;
            until = end;
        }

        void forget() {
            until = Instant.EPOCH;
        }
    }
}
