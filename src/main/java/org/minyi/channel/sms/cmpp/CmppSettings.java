package org.minyi.channel.sms.cmpp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One account at a CMPP gateway: {@code minyi.sms.cmpp.<name>.…}.
 *
 * @param host of the gateway
 * @param port of it
 * @param version V2_0 or V3_0, as the operator says
 * @param account six characters, mostly digits (Source_Addr, SP_Id)
 * @param secret shared with the operator
 * @param checksOperator whether the gateway has to prove that it knows the secret too; off only for one that cannot
 * @param serviceId as the operator named the service (Service_Id); at most 10 characters
 * @param serviceNumber the number citizens see; what stands behind it in a reply is the question's. Both together have at
 *     most 20 digits
 * @param sessions connections at once, per node
 * @param window messages that may be unanswered at once in a session; 16 is the standard's
 * @param ratePerSecond parts of messages a second, over all nodes; 0 is no cap
 * @param activeTest after so long without a word the gateway is asked whether it is there
 * @param answerWithin a message not answered by then is UNKNOWN
 */
record CmppSettings(
        @NotBlank String host,
        @Min(1) @Max(65535) @DefaultValue("7890") int port,
        @NotNull @DefaultValue("V3_0") CmppVersion version,
        @NotNull @Size(min = 1, max = 6) String account,
        @NotNull @DefaultValue("") String secret,
        @DefaultValue("true") boolean checksOperator,
        @NotNull @Size(max = 10) @DefaultValue("") String serviceId,
        @NotNull @Pattern(regexp = "\\d{3,18}", message = "3 to 18 digits are expected") String serviceNumber,
        @Min(1) @Max(16) @DefaultValue("1") int sessions,
        @Min(1) @Max(1000) @DefaultValue("16") int window,
        @Min(0) @DefaultValue("100") int ratePerSecond,
        @NotNull @DefaultValue("30s") Duration activeTest,
        @NotNull @DefaultValue("10s") Duration answerWithin) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "CmppSettings[" + account + "@" + host + ":" + port + "]";
    }
}
