package org.minyi.counter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        return ofAQuestion(token, language, request)
                .orElseGet(() -> asked(language, token, answering.behind(token).orElseThrow(), ""));
    }

    @PostMapping("/counter/{language}/answers/{token}")
    ModelAndView answer(
            @PathVariable String language,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        var refused = ofAQuestion(token, language, request);
        if (refused.isPresent()) {
            return refused.get();
        }
        var given = answer.matches("[1-3]") ? Answer.of(Integer.parseInt(answer)) : Optional.<Answer>empty();
        if (given.isEmpty() || words.length() > LONGEST) {
            var fault = given.isEmpty() ? "answer.none" : "answer.tooLong";
            return asked(language, token, answering.behind(token).orElseThrow(), fault);
        }
        return pages.told(
                answering.answer(token, given.get(), words) ? thanks(given.get()) : "answer.answered",
                HttpStatus.OK,
                language);
    }

    @PostMapping("/counter/{language}/answers/{token}/opt-out")
    ModelAndView optOut(@PathVariable String language, @PathVariable String token, HttpServletRequest request) {
        return ofNobody(token, language, request).orElseGet(() -> {
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

    /** Why there is nothing to answer; nothing when there is. */
    private Optional<ModelAndView> ofAQuestion(String token, String language, HttpServletRequest request) {
        return ofNobody(token, language, request).or(() -> answering
                .behind(token)
                .filter(asked -> asked.standing() != Answering.Standing.OPEN)
                .map(asked -> pages.told(
                        asked.standing() == Answering.Standing.ANSWERED ? "answer.answered" : "answer.closed",
                        HttpStatus.GONE,
                        language)));
    }

    private Optional<ModelAndView> ofNobody(String token, String language, HttpServletRequest request) {
        var source = Source.of(request);
        if (!tries.mayTry(source)) {
            return Optional.of(pages.told("tooMany", HttpStatus.TOO_MANY_REQUESTS, language));
        }
        if (answering.behind(token).isEmpty()) {
            return Optional.of(pages.told("answer.nothing", HttpStatus.NOT_FOUND, language));
        }
        tries.wasRight(source);
        return Optional.empty();
    }
}
