package org.minyi.desk;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;

/** The form somebody has just opened, and the matter it belongs to. */
public interface OpenForm {

    /** A text among the matter's variables; nothing where a form begins a matter. */
    Optional<String> variable(String name);

    /** What whoever opened it reads, as their browser says. */
    default Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
