package org.minyi.channel.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads in a message that came back whether a mail of ours failed, and which. Read line by line and not as parts: what
 * servers send is often no sound {@code multipart/report} (RFC 3464), while its lines are there all the same. A delay, an
 * answer of somebody on leave or a letter to us is no failure.
 */
final class BounceReport {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String ADDRESSED =
            "(?im)^(?:To|Delivered-To|X-Original-To|Envelope-To|X-Envelope-To|X-RCPT-To):";
    private static final Pattern ACTION = line("Action");
    private static final Pattern STATUS = line("Status");
    private static final Pattern DIAGNOSIS = line("Diagnostic-Code");
    private static final Pattern BY_SOMEBODY = Pattern.compile("(?im)^Auto-Submitted:\\s*(?:auto-replied|no)\\b");
    private static final Pattern REPORT = Pattern.compile("(?im)^Content-Type:\\s*multipart/report\\b(.*)$");
    private static final Pattern OF_ANOTHER_KIND = Pattern.compile("(?i)report-type=\"?(?!\"?delivery-status)");
    private static final Pattern BY_A_SERVER =
            Pattern.compile("(?im)^(?:Return-Path:\\s*<>|From:.*\\b(?:mailer-daemon|postmaster)\\b)");
    /** The end of the header, as servers and as files end their lines. */
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

    private static final SmtpCode UNKNOWN = new SmtpCode(550, "5.0.0");

    private final Pattern addressed;
    private final Pattern named;

    /**
     * @param bounceUser the mailbox of {@code bounceUser+id@domain}
     * @param domain ours; ids at other domains are none of ours
     */
    BounceReport(String bounceUser, String domain) {
        this.addressed = Pattern.compile(
                ADDRESSED + ".*\\b" + Pattern.quote(bounceUser) + "\\+(" + ID + ")@" + Pattern.quote(domain) + "\\b");
        this.named = Pattern.compile("(?im)^Message-ID:\\s*<(" + ID + ")@" + Pattern.quote(domain) + ">");
    }

    /** A mail that failed, and the code that says why. */
    record Failure(UUID mail, SmtpCode why) {}

    /** @param raw the whole message as it came, one character a byte */
    Optional<Failure> read(String raw) {
        // A long line goes on behind a line's end and a blank (RFC 5322).
        var message = raw.replaceAll("\\r?\\n[ \\t]+", " ");
        var end = BLANK_LINE.matcher(message);
        var header = end.find() ? message.substring(0, end.start()) : message;
        var body = message.substring(header.length());
        if (!mayTellOfAFailure(header)) {
            return Optional.empty();
        }
        // The report's own Message-ID stands in its header and is its server's.
        return first(addressed, header)
                .or(() -> first(named, body))
                .map(id -> UUID.fromString(id.toLowerCase(Locale.ROOT)))
                .flatMap(mail -> why(body).map(code -> new Failure(mail, code)));
    }

    /** A receipt that says somebody read it is a report too, and servers call their reports answers as people do. */
    private static boolean mayTellOfAFailure(String header) {
        var report = REPORT.matcher(header);
        return report.find()
                ? !OF_ANOTHER_KIND.matcher(report.group(1)).find()
                : BY_A_SERVER.matcher(header).find()
                        && !BY_SOMEBODY.matcher(header).find();
    }

    /** Nothing where the report tells of a delay, or of a mail that arrived. */
    private static Optional<SmtpCode> why(String body) {
        var actions = all(ACTION, body);
        var codes = new ArrayList<SmtpCode>();
        all(DIAGNOSIS, body).forEach(line -> SmtpCode.in(line).ifPresent(codes::add));
        all(STATUS, body).forEach(line -> SmtpCode.ofStatus(line).ifPresent(codes::add));
        var forGood = codes.stream().filter(SmtpCode::isForGood).findFirst();
        if (!actions.isEmpty()) {
            return actions.stream().anyMatch(action -> action.strip().equalsIgnoreCase("failed"))
                    ? Optional.of(forGood.orElse(UNKNOWN))
                    : Optional.empty();
        }
        if (!codes.isEmpty()) {
            return forGood;
        }
        // No report, only words of a server: a code among them says more than none.
        return Optional.of(SmtpCode.in(body).filter(SmtpCode::isForGood).orElse(UNKNOWN));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return all(pattern, text).stream().findFirst();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Pattern line(String name) {
        return Pattern.compile("(?im)^" + name + ":(.*)$");
    }
}
