package org.minyi.demonstration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages of the pocket phone, the telephones and the city hotline, and a first page that says how to begin. None
 * exists where the simulator is off.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("minyi.simulator")
class PocketPhonePages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/simulator/**").addResourceLocations("classpath:/simulator/");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/simulator/welcome.html");
        registry.addViewController("/simulator").setViewName("forward:/simulator/index.html");
        registry.addViewController("/simulator/telephone").setViewName("forward:/simulator/telephone.html");
        registry.addViewController("/simulator/exchange").setViewName("forward:/simulator/exchange.html");
        registry.addRedirectViewController("/simulator/", "/simulator");
    }
}
