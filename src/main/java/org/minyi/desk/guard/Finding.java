package org.minyi.desk.guard;

/**
 * One thing that is not for a model, where it stands, in words for whoever drew it.
 *
 * @param place {@code line 31, userTask 'Verify'}
 */
record Finding(String place, String words) {

    /** What was found is shown, shortened: it may be long, and it is somebody else's. */
    static Finding of(String place, String found, String why) {
        var shown = found.strip().replaceAll("\\s+", " ");
        var brief = shown.length() > 80 ? shown.substring(0, 79) + "…" : shown;
        return new Finding(place, brief.isEmpty() ? why : "`%s`: %s".formatted(brief, why));
    }

    String sentence() {
        return place + ": " + words;
    }
}
