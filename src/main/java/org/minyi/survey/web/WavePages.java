package org.minyi.survey.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of the waves. It holds no figure itself: those it asks for as whoever is logged in. */
@Configuration(proxyBeanMethods = false)
class WavePages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/survey/waves").setViewName("forward:/survey/waves.html");
        registry.addRedirectViewController("/survey", "/survey/waves");
        registry.addRedirectViewController("/survey/", "/survey/waves");
    }
}
