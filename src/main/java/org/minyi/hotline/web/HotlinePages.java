package org.minyi.hotline.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of the hotline. It holds no figure itself: those it asks for as whoever is logged in. */
@Configuration(proxyBeanMethods = false)
class HotlinePages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/hotline").setViewName("forward:/hotline/hotline.html");
        registry.addRedirectViewController("/hotline/", "/hotline");
    }
}
