package org.minyi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every model can be drawn, and the documents show it as it is now. {@code -Dminyi.draw=docs/images} draws anew what they
 * show wrongly; a picture that is right stays as it is, in whatever letters it was drawn. Letters as wide as Arial's
 * (Liberation Sans) look best with most readers.
 */
class DrawingsTest {

    private static final Path PICTURES = Path.of("docs/images");
    private static final Path MODEL = Path.of("src/test/resources/badhouse/callback/small-call.bpmn");

    private static Draftsman draftsman;

    @BeforeAll
    static void sharpenThePencil() {
        draftsman = new Draftsman();
    }

    @AfterAll
    static void putItAway() {
        if (draftsman != null) {
            draftsman.close();
        }
    }

    @ParameterizedTest
    @MethodSource("org.minyi.house.ModelConventionsTest#models")
    void the_documents_show_a_model_as_it_is(Path model) throws IOException {
        var name = model.getFileName().toString().replace(".bpmn", ".svg");
        var drawn = draftsman.draw(Files.readString(model));
        var redraw = System.getProperty("minyi.draw");
        if (redraw != null && !shows(Path.of(redraw, name), drawn)) {
            Files.createDirectories(Path.of(redraw));
            Files.writeString(Path.of(redraw, name), drawn);
        }

        assertThat(shows(PICTURES.resolve(name), drawn))
                .as("docs/images/%s is not what its model draws; -Dminyi.draw=docs/images draws it anew", name)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.minyi.house.ModelConventionsTest#models")
    void a_model_drawn_twice_is_twice_the_same_picture(Path model) throws IOException {
        var xml = Files.readString(model);

        assertThat(draftsman.draw(xml).equals(draftsman.draw(xml))).isTrue();
    }

    @Test
    void another_name_or_place_is_another_picture_and_another_remark_is_not() throws IOException {
        var xml = Files.readString(MODEL);
        var picture = sketch(xml);

        assertThat(picture.equals(sketch(xml.replace("name=\"Make call\"", "name=\"Make a call\""))))
                .isFalse();
        assertThat(picture.equals(sketch(xml.replace("x=\"346\" y=\"120\"", "x=\"346\" y=\"121\""))))
                .isFalse();
        assertThat(picture.equals(sketch(xml.replace("a caller of the centre", "somebody"))))
                .isTrue();
    }

    private static Sketch sketch(String model) {
        return Sketch.of(draftsman.draw(model));
    }

    private static boolean shows(Path picture, String drawn) throws IOException {
        return Files.exists(picture) && Sketch.of(Files.readString(picture)).equals(Sketch.of(drawn));
    }
}
