package org.minyi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void no_sign_in_a_models_words_means_anything() {
        assertThat(Markdown.text("a|b *c* `d` <e> [f](g) _h_ x_y"))
                .isEqualTo("a\\|b \\*c\\* \\`d\\` \\<e> \\[f\\](g) \\_h\\_ x_y");
        assertThat(Markdown.code("${a|b} `c`")).isEqualTo("`${a\\|b} 'c'`");
    }

    @Test
    void long_words_in_any_language_stay_in_their_cell() {
        var chinese = "谁：市局民意中心的审核员|上一级\n".repeat(40);

        var table = Markdown.table(List.of("甲", "乙"), List.of(List.of(Markdown.sentence(chinese), "第一行\n第二行")));

        assertThat(table.lines()).hasSize(3).last().asString().endsWith("上一级。 | 第一行<br>第二行 |");
        assertThat(table.lines())
                .allSatisfy(line ->
                        assertThat(line.replace("\\|", "").split("\\|", -1)).hasSize(4));
    }

    @Test
    void a_heading_is_found_by_its_words() {
        assertThat(Markdown.anchor("Identity request")).isEqualTo("#identity-request");
        assertThat(Markdown.anchor("人工回访 (return call)")).isEqualTo("#人工回访-return-call");
    }
}
