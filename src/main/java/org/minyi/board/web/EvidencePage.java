package org.minyi.board.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of the evidence. It holds no fact itself: those it asks for as whoever is logged in. */
@Configuration(proxyBeanMethods = false)
class EvidencePage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/audit").setViewName("forward:/audit/evidence.html");
        registry.addRedirectViewController("/audit/", "/audit");
    }
}
