package org.minyi.browser;

/**
 * What two pictures of one model have in common whatever letters the machine has that draws them. Wider letters move a
 * word and break a line elsewhere; shapes, lines and the words themselves stay. How far left a label stands is not told:
 * it hangs by its middle and begins wherever its letters make it.
 */
record Sketch(String strokes) {

    static Sketch of(String picture) {
        return new Sketch(picture.replaceAll("<\\w+ [^>]*class=\"djs-(hit|outline)[^>]*>", "")
                .replaceAll("(data-element-id=\"\\w+_label\" transform=\"matrix\\(1 0 0 1) \\S+", "$1")
                .replaceAll("</?tspan[^>]*>", "")
                .replaceAll("(?<=[^<>]) +(?=[^<>]*</text>)", ""));
    }
}
