package org.minyi.counter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minyi.counter.Answering;
import org.minyi.counter.Tries;
import org.minyi.desk.Source;
import org.minyi.question.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one question. Looking at it, as link scanners do, changes nothing; only sending the form does. */
@Controller
class AnswerPagesController {

    private static final int LONGEST = 500;

    private final Answering answering;
    private final Tries tries;
    private final Pages pages;

    AnswerPagesController(Answering answering, Tries tries, Pages pages) {
        this.answering = answering;
        this.tries = tries;
        this.pages = pages;
    }

    @GetMapping("/counter/{language}/answers/{token}")
    ModelAndView ask(@PathVariable String language, @PathVariable String token, HttpServletRequest request) {
        return ofAQuestion(token, language, request, asked -> asked(language, token, asked, ""));
    }

    @PostMapping("/counter/{language}/answers/{token}")
    ModelAndView answer(
            @PathVariable String language,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        return ofAQuestion(token, language, request, asked -> {
            var given = answer.matches("[1-3]") ? Answer.of(Integer.parseInt(answer)) : Optional.<Answer>empty();
            if (given.isEmpty() || words.length() > LONGEST) {
                return asked(language, token, asked, given.isEmpty() ? "answer.none" : "answer.tooLong");
            }
            return pages.told(
                    answering.answer(token, given.get(), words) ? thanks(given.get()) : "answer.answered",
                    HttpStatus.OK,
                    language);
        });
    }

    @PostMapping("/counter/{language}/answers/{token}/opt-out")
    ModelAndView optOut(@PathVariable String language, @PathVariable String token, HttpServletRequest request) {
        return ofSomebody(token, language, request, asked -> {
            answering.optOut(token);
            return pages.told("optOut.done", HttpStatus.OK, language);
        });
    }

    private static String thanks(Answer answer) {
        return answer.isGood() ? "answer.thanks.good" : "answer.thanks.bad";
    }

    private ModelAndView asked(String language, String token, Answering.Asked asked, String fault) {
        var facts = new HashMap<String, Object>(Map.of("token", token, "asked", asked));
        if (!fault.isEmpty()) {
            facts.put("fault", fault);
        }
        var status = fault.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        return pages.page("answer", status, language, "/answers/" + token, facts);
    }

    /** The page of a question that can still be answered, or why it cannot. */
    private ModelAndView ofAQuestion(
            String token, String language, HttpServletRequest request, Function<Answering.Asked, ModelAndView> page) {
        return ofSomebody(token, language, request, asked -> switch (asked.standing()) {
            case OPEN -> page.apply(asked);
            case ANSWERED -> pages.told("answer.answered", HttpStatus.GONE, language);
            case CLOSED -> pages.told("answer.closed", HttpStatus.GONE, language);
        });
    }

    /** The page of a question that somebody was asked, or why there is none. */
    private ModelAndView ofSomebody(
            String token, String language, HttpServletRequest request, Function<Answering.Asked, ModelAndView> page) {
        var source = Source.of(request);
        if (!tries.mayTry(source)) {
            return pages.told("tooMany", HttpStatus.TOO_MANY_REQUESTS, language);
        }
        var asked = answering.behind(token);
        if (asked.isEmpty()) {
            return pages.told("answer.nothing", HttpStatus.NOT_FOUND, language);
        }
        tries.wasRight(source);
        return page.apply(asked.get());
    }
}
