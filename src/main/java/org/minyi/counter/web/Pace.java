package org.minyi.counter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.minyi.counter.CounterSettings;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers about receipts and tokens no sooner than a while after they were asked: how long it took tells nobody whether
 * there is a matter behind what they sent. The page waits in the response's buffer meanwhile.
 */
@Component
class Pace extends OncePerRequestFilter {

    private static final int WHOLE_PAGE = 256 * 1024;

    private final Duration least;

    Pace(CounterSettings settings) {
        this.least = settings.answerAfter();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        var aboutReceipt = HttpMethod.POST.matches(request.getMethod()) && path.contains("/standing");
        return !path.startsWith("/counter/") || !(aboutReceipt || path.contains("/answers/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var end = System.nanoTime() + least.toNanos();
        response.setBufferSize(WHOLE_PAGE);
        try {
            next.doFilter(request, response);
        } finally {
            passUntil(end);
        }
    }

    private static void passUntil(long end) {
        try {
            TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        } catch (InterruptedException stopped) {
            // Minyi ends: nobody has to wait any more.
            Thread.currentThread().interrupt();
        }
    }
}
