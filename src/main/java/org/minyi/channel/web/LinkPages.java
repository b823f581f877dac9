package org.minyi.channel.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of the links. It holds no figure itself: those it asks for as whoever is logged in. */
@Configuration(proxyBeanMethods = false)
class LinkPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/channel/links").setViewName("forward:/channel/links.html");
        registry.addRedirectViewController("/channel", "/channel/links");
        registry.addRedirectViewController("/channel/", "/channel/links");
    }
}
