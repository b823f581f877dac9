package org.minyi.counter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.minyi.complaint.Fault;
import org.minyi.complaint.Kind;
import org.minyi.contact.Businesses;
import org.minyi.counter.CitizensMatter;
import org.minyi.counter.Filing;
import org.minyi.counter.Tries;
import org.minyi.desk.Source;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Filing a matter: one form, and a receipt. What was typed stays typed until it is right. */
@Controller
class FilingPages {

    private static final int FORM_BYTES = 16;
    private static final String FORM = "/matters/new";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Filing filing;
    private final Photos photos;
    private final NamedUnits units;
    private final Businesses businesses;
    private final Tries tries;
    private final Pages pages;

    FilingPages(Filing filing, Photos photos, NamedUnits units, Businesses businesses, Tries tries, Pages pages) {
        this.filing = filing;
        this.photos = photos;
        this.units = units;
        this.businesses = businesses;
        this.tries = tries;
        this.pages = pages;
    }

    /**
     * What the form sends.
     *
     * @param form the number it was handed out with
     * @param minor {@code on} when ticked
     */
    record Typed(
            String form,
            String kind,
            String name,
            String phone,
            String minor,
            String address,
            String unit,
            String business,
            String words) {

        CitizensMatter matter() {
            return new CitizensMatter(
                    kind,
                    name,
                    phone,
                    "on".equals(minor),
                    address,
                    unit,
                    business,
                    words == null ? null : words.strip());
        }

        /** Shows nothing of the person. */
        @Override
        public String toString() {
            return "Typed[sealed]";
        }
    }

    @GetMapping("/counter/{language}/matters/new")
    ModelAndView form(@PathVariable String language) {
        var empty = new Typed(fresh(), Kind.COMPLAINT.name(), "", "", "", "", "", "", "");
        return shown(language, empty, HttpStatus.OK, Map.of());
    }

    @PostMapping("/counter/{language}/matters")
    ModelAndView file(
            @PathVariable String language,
            @ModelAttribute Typed typed,
            @RequestParam(name = "photos", required = false) List<MultipartFile> chosen,
            HttpServletRequest request) {
        if (typed.form() == null || !typed.form().matches("[0-9a-f]{32}")) {
            return pages.told("file.noForm", HttpStatus.BAD_REQUEST, language);
        }
        if (!tries.mayFile(Source.of(request))) {
            return pages.told("file.tooMany", HttpStatus.TOO_MANY_REQUESTS, language);
        }
        var checked = photos.checked(chosen, Language.of(language).orElse(Language.ZH));
        if (!checked.faults().isEmpty()) {
            return shown(language, typed, HttpStatus.UNPROCESSABLE_ENTITY, Map.of("photos", checked.faults()));
        }
        var filed = filing.file(typed.form(), typed.matter(), checked.accepted());
        if (filed instanceof Filing.Filed.Refused refused) {
            return shown(language, typed, HttpStatus.UNPROCESSABLE_ENTITY, byField(refused.faults()));
        }
        var taken = (Filing.Filed.Taken) filed;
        return pages.page(
                "filed",
                HttpStatus.CREATED,
                language,
                "",
                Map.of(
                        "number",
                        taken.number(),
                        "receipt",
                        taken.receipt(),
                        "phone",
                        hasPhone(typed),
                        "files",
                        checked.accepted().size()));
    }

    /** More than the server takes in at once. */
    @ExceptionHandler
    ModelAndView refuse(MultipartException tooMuch, HttpServletRequest request) {
        var language = request.getRequestURI().startsWith("/counter/en") ? Language.EN : Language.ZH;
        return pages.told("file.tooBig", HttpStatus.PAYLOAD_TOO_LARGE, language.code());
    }

    /** What is wrong with which field; nothing typed is repeated. */
    private static Map<String, String> byField(List<Fault> faults) {
        return faults.stream().map(Fault::field).distinct().collect(Collectors.toMap(field -> field, field -> ""));
    }

    /**
     * The form with what was typed.
     *
     * @param faults by field, with what else there is to say about it
     */
    private ModelAndView shown(String language, Typed typed, HttpStatus status, Map<String, String> faults) {
        var facts = new HashMap<String, Object>();
        facts.put("typed", typed);
        facts.put("kinds", Kind.values());
        facts.put("units", units.all());
        facts.put("businesses", businesses.all());
        facts.put("faults", faults);
        return pages.page("file", status, language, FORM, facts);
    }

    private static boolean hasPhone(Typed typed) {
        return Optional.ofNullable(typed.phone())
                .filter(phone -> !phone.isBlank())
                .isPresent();
    }

    private static String fresh() {
        var bytes = new byte[FORM_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
