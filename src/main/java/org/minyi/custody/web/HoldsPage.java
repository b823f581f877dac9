package org.minyi.custody.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of the legal holds. It holds none itself: those it asks for as whoever is logged in. */
@Configuration(proxyBeanMethods = false)
class HoldsPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/custody/holds").setViewName("forward:/custody/holds.html");
    }
}
