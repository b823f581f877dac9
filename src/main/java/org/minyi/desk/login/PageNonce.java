package org.minyi.desk.login;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives every page of the web apps the nonce of its own header. The engine's web apps keep the nonce in one place for
 * all requests: of two people who click at the same moment one would get a page whose scripts the browser refuses, and
 * see nothing but a turning circle.
 */
@Configuration(proxyBeanMethods = false)
class PageNonce {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[^\"]*\"");

    @Bean
    FilterRegistrationBean<Filter> everyPageHasTheNonceOfItsHeader() {
        var filter = new FilterRegistrationBean<Filter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
                    throws ServletException, IOException {
                var page = new ContentCachingResponseWrapper(response);
                next.doFilter(request, page);
                agree(page);
                page.copyBodyToResponse();
            }

            /**
             * Pages end in a slash; scripts and pictures pass by as they are. The container's decoded path: the address
             * as it was typed may carry a parameter after the slash.
             */
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !request.getServletPath().endsWith("/");
            }
        });
        filter.setName("page-nonce");
        filter.addUrlPatterns("/camunda/app/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private static void agree(ContentCachingResponseWrapper page) throws IOException {
        var policy = page.getHeader(POLICY);
        var nonce = policy == null ? null : IN_HEADER.matcher(policy);
        if (nonce == null || !nonce.find()) {
            return;
        }
        // Byte for byte: whatever the page is written in, the nonce is ASCII.
        var text = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
        var right = Matcher.quoteReplacement("nonce=\"" + nonce.group(1) + "\"");
        page.resetBuffer();
        page.getOutputStream().write(IN_PAGE.matcher(text).replaceAll(right).getBytes(StandardCharsets.ISO_8859_1));
    }
}
