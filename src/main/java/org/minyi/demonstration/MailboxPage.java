package org.minyi.demonstration;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The units' mailboxes, beside the pocket phone. */
@Configuration(proxyBeanMethods = false)
@SimulatedMail
class MailboxPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/simulator/mail").setViewName("forward:/simulator/mail.html");
    }
}
