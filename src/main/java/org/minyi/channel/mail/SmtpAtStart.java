package org.minyi.channel.mail;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The way to a real mail server, where one is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${spring.mail.host:}'.isBlank()")
class SmtpAtStart {

    @Bean
    MailCarrier smtpCarrier(JavaMailSenderImpl sender, MailSettings settings, Clock clock) {
        if (settings.from().isEmpty()) {
            throw new IllegalArgumentException(
                    "a mail server is named (spring.mail.host) but no address to send from: set minyi.mail.from");
        }
        return new SmtpCarrier(sender, clock);
    }
}
