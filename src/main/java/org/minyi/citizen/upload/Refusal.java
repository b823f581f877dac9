package org.minyi.citizen.upload;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why a file is not kept, as a code and as one sentence for whoever handed it in (messages/upload.properties). */
public enum Refusal {
    EMPTY,
    TOO_LARGE,
    /** Nothing we know, or nothing we take this way. */
    UNKNOWN_KIND,
    /** What telephones of one maker write: no way to take the place out of it. */
    HEIC,
    DAMAGED,
    TOO_MANY_PIXELS,
    /** It is two things at once. */
    DISGUISED,
    LOCKED,
    /** A document that runs something, opens something or carries something. */
    ACTIVE,
    /** Unpacked it is too much. */
    BOMB,
    NESTED,
    TOO_MANY_FILES,
    /** The scanner for viruses has found something. */
    INFECTED,
    /** The scanner gives no answer. */
    UNSCANNED;

    /** As web and mail name it: {@code too-large}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence(Locale reader) {
        var language = reader.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ROOT;
        var bundle = ResourceBundle.getBundle(
                "messages/upload",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(code()), language).format(new Object[0]);
    }
}
