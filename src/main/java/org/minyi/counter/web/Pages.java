package org.minyi.counter.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.minyi.organisation.CentreSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts a page together: its template, the words of its language, and what stands at the head of each. */
@Component
class Pages {

    private final CentreSettings centre;
    private final Clock clock;

    Pages(CentreSettings centre, Clock clock) {
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * A page.
     *
     * @param language as the address has it; another is read as Chinese
     * @param elsewhere the same page in the other language, behind {@code /counter/xx}; where a page is the answer to a form,
     *     the form's
     */
    ModelAndView page(String template, HttpStatus status, String language, String elsewhere, Map<String, ?> facts) {
        var spoken = Language.of(language).orElse(Language.ZH);
        var other = spoken.other();
        var model = new HashMap<String, Object>(facts);
        model.put("w", new PageWords(spoken, clock.getZone()));
        model.put("centre", centre.name());
        model.put("hotline", centre.hotline());
        model.put("base", "/counter/" + spoken.code());
        model.put("other", other.own());
        model.put("otherCode", other.code());
        model.put("elsewhere", "/counter/" + other.code() + elsewhere);
        return new ModelAndView("counter/" + template, model, status);
    }

    ModelAndView page(String template, String language, String elsewhere, Map<String, ?> facts) {
        return page(template, HttpStatus.OK, language, elsewhere, facts);
    }

    /** One sentence and the way back. */
    ModelAndView told(String key, HttpStatus status, String language) {
        return page("told", status, language, "", Map.of("told", key));
    }

    static String preferred(Locale reader) {
        return Language.preferredBy(reader).code();
    }
}
