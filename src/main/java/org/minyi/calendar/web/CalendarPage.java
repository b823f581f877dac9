package org.minyi.calendar.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page of the calendar. It holds no day itself: those it asks for as whoever is logged in. */
@Configuration(proxyBeanMethods = false)
class CalendarPage implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/calendar").setViewName("forward:/calendar/calendar.html");
        registry.addRedirectViewController("/calendar/", "/calendar");
    }
}
