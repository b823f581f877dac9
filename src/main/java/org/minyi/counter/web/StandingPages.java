package org.minyi.counter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minyi.citizen.Citizens;
import org.minyi.complaint.Complaint;
import org.minyi.counter.Enquiries;
import org.minyi.counter.ReceiptCode;
import org.minyi.counter.Receipts;
import org.minyi.counter.Reopening;
import org.minyi.counter.Standings;
import org.minyi.counter.Tries;
import org.minyi.desk.Source;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * How it stands, for whoever holds a receipt, and what they can do about it. The receipt travels in the form and never in
 * an address; a wrong one, one that never was and one that is mistyped read the same.
 */
@Controller
class StandingPages {

    private static final int LONGEST = 2000;
    private static final String FORM = "/standing";

    private final Receipts receipts;
    private final Standings standings;
    private final Enquiries enquiries;
    private final Reopening reopening;
    private final Citizens citizens;
    private final Tries tries;
    private final Pages pages;

    StandingPages(
            Receipts receipts,
            Standings standings,
            Enquiries enquiries,
            Reopening reopening,
            Citizens citizens,
            Tries tries,
            Pages pages) {
        this.receipts = receipts;
        this.standings = standings;
        this.enquiries = enquiries;
        this.reopening = reopening;
        this.citizens = citizens;
        this.tries = tries;
        this.pages = pages;
    }

    @GetMapping("/counter/{language}/standing")
    ModelAndView form(@PathVariable String language) {
        return pages.page("receipt-asked", language, FORM, Map.of());
    }

    @PostMapping("/counter/{language}/standing")
    ModelAndView show(
            @PathVariable String language,
            @RequestParam(defaultValue = "") String receipt,
            HttpServletRequest request) {
        return about(receipt, language, request, matter -> "");
    }

    /** Asks the case steward. */
    @PostMapping("/counter/{language}/standing/enquiries")
    ModelAndView enquire(
            @PathVariable String language,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        return about(receipt, language, request, matter -> {
            if (isNoText(words)) {
                return "enquiry.noWords";
            }
            return enquiries.ask(matter.id(), words.strip()) ? "enquiry.asked" : "enquiry.enough";
        });
    }

    /** Takes up a matter that ended. */
    @PostMapping("/counter/{language}/standing/reopening")
    ModelAndView takeUp(
            @PathVariable String language,
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        return about(receipt, language, request, matter -> {
            if (isNoText(words)) {
                return "reopen.noWords";
            }
            return reopening.takeUp(matter, words.strip()) ? "reopen.done" : "reopen.tooLate";
        });
    }

    /** Stops surveys on the telephone of the matter. */
    @PostMapping("/counter/{language}/standing/opt-out")
    ModelAndView optOut(
            @PathVariable String language,
            @RequestParam(defaultValue = "") String receipt,
            HttpServletRequest request) {
        return about(receipt, language, request, matter -> {
            Optional.ofNullable(matter.line()).ifPresent(citizens::optOut);
            return "optOut.done";
        });
    }

    /** Does something about the last matter of a receipt and shows how it stands then, with what was done said above. */
    private ModelAndView about(
            String receipt, String language, HttpServletRequest request, Function<Complaint, String> done) {
        var source = Source.of(request);
        if (!tries.mayTry(source)) {
            return pages.told("tooMany", HttpStatus.TOO_MANY_REQUESTS, language);
        }
        var code = ReceiptCode.typed(receipt);
        var matter = code.flatMap(receipts::matter);
        if (matter.isEmpty()) {
            return pages.page("receipt-asked", HttpStatus.NOT_FOUND, language, FORM, Map.of("wrong", true));
        }
        tries.wasRight(source);
        var told = done.apply(standings.latest(matter.get()));
        var all = standings.of(matter.get());
        return pages.page(
                "standing",
                language,
                FORM,
                Map.of("receipt", code.orElseThrow(), "all", all, "now", all.get(all.size() - 1), "told", told));
    }

    private static boolean isNoText(String words) {
        return words.isBlank()
                || words.length() > LONGEST
                || words.chars().anyMatch(sign -> Character.isISOControl(sign) && "\n\r\t".indexOf(sign) < 0);
    }
}
