package org.minyi.channel.sms.smpp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One SMPP account: {@code minyi.sms.smpp.<name>.…}.
 *
 * @param host of the operator's message centre
 * @param port of it
 * @param tls whether the connection is TLS, with a certificate this machine trusts and of this host
 * @param systemId who we are
 * @param password of it, at most 8 characters (SMPP 3.4, 5.2.2)
 * @param systemType as the operator wishes; mostly empty
 * @param serviceNumber the number citizens see; what stands behind it in a reply is the question's
 * @param numberPrefix what the operator wants before a citizen's number, for example 86, and puts there itself
 * @param sessions binds at once, per node
 * @param window messages that may be unanswered at once in a session
 * @param ratePerSecond parts of messages a second, over all nodes; 0 is no cap
 * @param enquireLink after so long without a word the operator is asked whether it is there
 * @param answerWithin a message not answered by then is UNKNOWN
 * @param receiptIds how a report names a message, compared with the answer to it
 * @param defaultCharset in what an operator writes that says nothing of it (data coding 0)
 */
record SmppSettings(
        @NotBlank String host,
        @Min(1) @Max(65535) @DefaultValue("2775") int port,
        @DefaultValue("false") boolean tls,
        @NotBlank String systemId,
        @NotNull @DefaultValue("") String password,
        @NotNull @DefaultValue("") String systemType,
        @NotNull @Pattern(regexp = "\\d{3,18}", message = "3 to 18 digits are expected") String serviceNumber,
        @NotNull @Pattern(regexp = "\\d{0,4}", message = "at most 4 digits are expected") @DefaultValue("")
                String numberPrefix,
        @Min(1) @Max(16) @DefaultValue("1") int sessions,
        @Min(1) @Max(1000) @DefaultValue("16") int window,
        @Min(0) @DefaultValue("100") int ratePerSecond,
        @NotNull @DefaultValue("30s") Duration enquireLink,
        @NotNull @DefaultValue("10s") Duration answerWithin,
        @NotNull @DefaultValue("SAME") ReceiptIds receiptIds,
        @NotNull @DefaultValue("ISO-8859-1") Charset defaultCharset) {

    /** Operators differ in how a report writes the id that the answer gave. */
    enum ReceiptIds {
        SAME,
        /** Hexadecimal in the answer, decimal in the report. */
        DECIMAL,
        /** Decimal in the answer, hexadecimal in the report. */
        HEXADECIMAL;

        /** The report's id as the answer wrote it; what is no such number is left as it is. */
        String asAnswered(String reported) {
            try {
                return switch (this) {
                    case SAME -> reported;
                    case DECIMAL -> Long.toHexString(Long.parseUnsignedLong(reported));
                    case HEXADECIMAL -> Long.toUnsignedString(Long.parseUnsignedLong(reported, 16));
                };
            } catch (NumberFormatException other) {
                return reported;
            }
        }

        /** The answer's id in the form in which reports are compared with it. */
        String asCompared(String answered) {
            if (this == SAME) {
                return answered;
            }
            return answered.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmppSettings[" + systemId + "@" + host + ":" + port + "]";
    }
}
