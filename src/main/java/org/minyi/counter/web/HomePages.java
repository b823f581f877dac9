package org.minyi.counter.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The first page, and the short addresses that lead to a language. */
@Controller
class HomePages {

    private final Pages pages;

    HomePages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/counter")
    RedirectView counter(Locale reader) {
        return new RedirectView("/counter/" + Pages.preferred(reader));
    }

    /** The address of a question, short enough for an SMS. */
    @GetMapping("/a/{token}")
    RedirectView answer(@PathVariable String token, Locale reader) {
        var known = token.matches("[A-Za-z0-9_-]{1,64}") ? token : "none";
        return new RedirectView("/counter/" + Pages.preferred(reader) + "/answers/" + known);
    }

    @GetMapping("/counter/{language}")
    ModelAndView home(@PathVariable String language) {
        return pages.page("home", language, "", Map.of());
    }
}
