package org.minyi.citizen.upload;

import java.util.regex.Pattern;
import org.minyi.citizen.FileKind;

/** A name of somebody else's computer, made fit for ours. */
final class UploadName {

    private static final int LONGEST = 120;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Control characters, and those that turn the direction of writing: "gpj.exe" is not to look like a picture. */
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}<>:\"|?*]");

    private UploadName() {}

    static String of(String told, FileKind kind) {
        var name = told == null
                ? ""
                : HIDDEN.matcher(FOLDERS.matcher(told).replaceFirst("")).replaceAll("");
        name = name.strip().replaceFirst("^\\.+", "");
        var ending = "." + kind.ending();
        if (name.toLowerCase(java.util.Locale.ROOT).endsWith(ending)) {
            name = name.substring(0, name.length() - ending.length());
        }
        if (name.isBlank()) {
            name = "file";
        }
        return name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))))
                + ending;
    }
}
