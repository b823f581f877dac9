package org.minyi.board.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of the matters. It holds no matter itself: those it asks for as whoever is logged in. */
@Configuration(proxyBeanMethods = false)
class MatterPages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/board/matters").setViewName("forward:/board/matters.html");
        registry.addRedirectViewController("/board", "/board/matters");
        registry.addRedirectViewController("/board/", "/board/matters");
    }
}
