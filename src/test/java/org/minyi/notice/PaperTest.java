package org.minyi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.notice.paper.Paper;

/** Documents as they come out: opened again, read, and drawn. */
class PaperTest {

    /** Where samples are drawn: {@code -Dminyi.draw=docs/images}. */
    private static final String SAMPLES = System.getProperty("minyi.draw", "target/drawings");

    private static final float DPI = 80;

    private static final Paper PAPER = new Paper();

    @ParameterizedTest
    @EnumSource
    void a_document_of_every_kind_is_one_page_says_what_it_has_to_say_and_brings_its_letters_along(Kind kind)
            throws IOException {
        var content = Samples.of(kind);

        var made = PAPER.make(kind.drawing(), content);

        try (var pdf = Loader.loadPDF(made.pdf())) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(fonts(pdf)).isNotEmpty().allMatch(font -> font.contains("NotoSerifSC"));
            assertThat(notEmbedded(pdf)).isEmpty();
            var text = text(pdf);
            assertThat(text)
                    .contains("澜河市公安局民意中心", content.head().notice().code(), "清河分局", "2026年3月17日")
                    .contains("（编号2026-000123，户籍办理·程序问题）")
                    .doesNotContain("{{")
                    .doesNotContain("null")
                    .doesNotContain("Qinghe");
            content.words().values().forEach(words -> words.lines()
                    .forEach(line -> assertThat(text).contains(line.replace(" ", ""))));
            content.duties().forEach(line -> assertThat(text).contains(line.what()));
            draw(pdf, SAMPLES, "notice-" + kind.drawing());
        }
        assertThat(made.missing()).isZero();
        assertThat(made.cut()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_document_of_which_nothing_more_is_known_is_a_document(Kind kind) throws IOException {
        var bare =
                new Content(Samples.writing(), Samples.head(kind, "OTHER", List.of()), Map.of(), Map.of(), List.of());

        var text = text(PAPER.make(kind.drawing(), bare));

        assertThat(text).contains("清河分局").doesNotContain("{{").doesNotContain("抄送");
    }

    @Test
    void names_with_rare_characters_are_printed_and_read_again_as_they_are() throws IOException {
        var words = "㙍䶮、犇镕喆煊堃玥、䲜、堉垚龘、王•买买提·艾力、Élodie Müller-Straße № 3，２０２６（甲）①②";

        var made = PAPER.make("reminder-letter", with("note", words));

        assertThat(text(made)).contains(words.replace(" ", ""));
        assertThat(made.missing()).isZero();
    }

    @Test
    void a_sentence_with_parts_that_may_be_missing_is_copied_in_its_order() throws IOException {
        assertThat(text(PAPER.make("supervision-notice", Samples.of(Kind.SUPERVISION_NOTICE))))
                .contains("你单位承办的民意诉求（编号2026-000123，户籍办理·程序问题），经第1轮整改，群众反映的问题仍未得到满意解决。经研究，");
    }

    /** The reasons are those that the rooms above give. */
    @ParameterizedTest
    @CsvSource({
        "REMINDER_LETTER, LATE, 应于2026年3月16日18时前完成的工作环节现已逾期, 轮整改后回访",
        "REMINDER_LETTER, ONCE_MORE, 认真开展第2轮整改, 逾期",
        "SUPERVISION_NOTICE, STILL_UNHAPPY, 经第1轮整改，群众反映的问题仍未得到满意解决, 未按期",
        "RESPONSIBILITY_VERDICT, CONFIRMED, 在2026年3月24日18时前向本中心提出申诉, 复核",
        "RESPONSIBILITY_VERDICT, UPHELD, 申诉成立，现重新作出责任认定, 对本认定有异议",
        "RESPONSIBILITY_VERDICT, REJECTED, 申诉不成立，维持原责任认定, 对本认定有异议",
        "MEETING_INVITATION, CONVENED, 清河分局：为推动, 清河分局、清河分局"
    })
    void a_document_says_why_it_was_issued(Kind kind, String reason, String said, String unsaid) throws IOException {
        var sample = Samples.of(kind);
        var content = new Content(
                Samples.writing(),
                Samples.head(kind, reason, List.of()),
                sample.facts(),
                sample.words(),
                sample.duties());

        assertThat(text(PAPER.make(kind.drawing(), content))).contains(said).doesNotContain(unsaid);
    }

    @Test
    void a_character_that_the_typeface_has_not_is_seen_to_be_missing_and_counted() throws IOException {
        // A house of an emoji, a character of extension G, and a joiner that is never seen.
        var made = PAPER.make("reminder-letter", with("note", "张\uD83C\uDFE0三\uD880\uDC00，李\u200D四\u0007五"));

        assertThat(text(made)).contains("张〓三〓，李四五");
        assertThat(made.missing()).isEqualTo(2);
    }

    /** A font in which two characters share a drawing is searched and copied wrongly. */
    @Test
    void each_character_is_copied_as_itself() throws IOException {
        try (var font = Files.newInputStream(Path.of("src/main/resources/notices/NotoSerifSC-Regular.ttf"))) {
            var cmap = new TTFParser()
                    .parse(new RandomAccessReadBuffer(font.readAllBytes()))
                    .getUnicodeCmapLookup();
            var shared = new TreeMap<Integer, List<Integer>>();
            int known = 0;
            for (int character = 0x20; character < 0x30000; character++) {
                int glyph = cmap.getGlyphId(character);
                if (glyph != 0) {
                    known++;
                    shared.computeIfAbsent(glyph, one -> new ArrayList<>()).add(character);
                }
            }
            System.out.printf("typeface: %,d characters%n", known);
            assertThat(known).isGreaterThan(28_000);
            assertThat(shared.values())
                    .filteredOn(characters -> characters.size() > 1)
                    // Two pairs that Unicode itself has by mistake: each is one character.
                    .filteredOn(characters ->
                            !characters.equals(List.of(0x3588, 0x439B)) && !characters.equals(List.of(0x363D, 0x39B3)))
                    .allMatch(characters -> characters.stream().noneMatch(Character::isIdeographic));
            for (int first = 0x81; first < 0xff; first++) {
                for (int second = 0x40; second < 0xff; second++) {
                    var character = new String(new byte[] {(byte) first, (byte) second}, Charset.forName("GBK"));
                    if (character.length() == 1
                            && Character.isIdeographic(character.charAt(0))
                            && character.charAt(0) < 0xF900) {
                        assertThat(cmap.getGlyphId(character.charAt(0)))
                                .as(character)
                                .isNotZero();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "]]><img src='file:///etc/hostname'/>",
                "&lt;b&gt; &amp; &#x41; <!-- not a remark -->",
                "<link rel='stylesheet' href='http://127.0.0.1:1/x.css'/><object data='file:///etc/hostname'/>",
                "{{centre}} {{nothing}} ${7*7} #{7*7}",
                "\" onload=\"x()\" style=\"position:absolute",
            })
    void what_somebody_wrote_is_a_text_whatever_it_looks_like(String hostile) throws IOException {
        var made = PAPER.make("supervision-notice", with("demand", hostile));

        var text = text(made);
        assertThat(text).contains(hostile.replace(" ", "")).contains("澜民督〔2026〕1号");
        try (var pdf = Loader.loadPDF(made.pdf())) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames())
                    .as("pictures")
                    .isEmpty();
            assertThat(pdf.getPage(0).getAnnotations()).as("links").isEmpty();
        }
    }

    @Test
    void what_is_long_is_set_smaller_and_what_is_too_long_is_cut_and_says_so() throws IOException {
        var sentence = "经核查，该诉求反映的问题部分属实，责任单位应当限期整改并向群众说明情况。";

        var fits = PAPER.make("reminder-letter", with("note", sentence.repeat(20)));
        var cut = PAPER.make("reminder-letter", with("note", sentence.repeat(200)));

        assertThat(fits.points()).isBetween(10.5, 15.0);
        assertThat(fits.cut()).isFalse();
        assertThat(text(fits)).contains(sentence.repeat(20)).doesNotContain("全文见");
        assertThat(cut.points()).isEqualTo(10.5);
        assertThat(cut.cut()).isTrue();
        assertThat(text(cut)).contains(sentence.repeat(20)).contains("……（因篇幅所限").contains("特此提示");
        try (var pdf = Loader.loadPDF(cut.pdf())) {
            draw(pdf, "notice-cut");
        }
    }

    @Test
    void a_word_without_an_end_and_a_table_without_an_end_stay_on_the_page() throws IOException {
        var wide = PAPER.make("reminder-letter", with("note", "x".repeat(400)));
        var duties = new Content.Line[150];
        for (int i = 0; i < duties.length; i++) {
            duties[i] = Samples.duty("第" + (i + 1) + "项：逐户走访，听取意见。", Samples.NORTH, "2026-04-03T10:00:00Z");
        }
        var high = PAPER.make(
                "supervision-notice",
                Samples.content(Kind.SUPERVISION_NOTICE, "ONCE_MORE", Map.of(), Map.of("demand", "逐项落实。"), duties));

        assertThat(text(wide)).contains("x".repeat(400));
        try (var pdf = Loader.loadPDF(wide.pdf())) {
            var image = draw(pdf, "notice-wide");
            for (int y = 0; y < image.getHeight(); y++) {
                assertThat(image.getRGB(image.getWidth() - 20, y) & 0xffffff)
                        .as("the right margin")
                        .isEqualTo(0xffffff);
            }
        }
        assertThat(high.cut()).isTrue();
        assertThat(text(high)).contains("第1项：逐户走访，听取意见。", "第12项：", "逐项落实。", "全文见");
        try (var pdf = Loader.loadPDF(high.pdf())) {
            draw(pdf, "notice-high");
        }
    }

    @Test
    void a_page_is_made_in_a_moment_once_the_typeface_is_read() throws IOException {
        var fresh = new Paper();
        var millis = new ArrayList<Long>();
        for (int page = 0; page < 12; page++) {
            var from = System.nanoTime();
            fresh.make("supervision-notice", Samples.of(Kind.SUPERVISION_NOTICE));
            millis.add((System.nanoTime() - from) / 1_000_000);
        }
        var size = fresh.make("supervision-notice", Samples.of(Kind.SUPERVISION_NOTICE))
                .pdf()
                .length;
        System.out.printf("paper: first %d ms, then %s ms, %,d bytes%n", millis.get(0), millis.subList(1, 12), size);
        assertThat(size).isLessThan(120_000);
    }

    @Test
    void a_centre_with_a_long_name_has_it_on_one_line() throws IOException {
        var head = Samples.head(Kind.REMINDER_LETTER, "LATE", List.of());
        var longer = new Head(head.notice(), head.matter(), head.copies(), "澜河市公安局民意感知与群众诉求办理监督中心");

        var made = PAPER.make("reminder-letter", new Content(Samples.writing(), longer, Map.of(), Map.of(), List.of()));

        try (var pdf = Loader.loadPDF(made.pdf())) {
            assertThat(new PDFTextStripper().getText(pdf).lines())
                    .as("in the head, at the foot and under the text")
                    .filteredOn(line -> line.contains(longer.centre()))
                    .hasSize(3);
        }
    }

    private static Content with(String name, String words) {
        return Samples.content(
                name.equals("note") ? Kind.REMINDER_LETTER : Kind.SUPERVISION_NOTICE,
                "LATE",
                Map.of(),
                Map.of(name, words));
    }

    private static List<String> fonts(PDDocument pdf) throws IOException {
        var fonts = new TreeSet<String>();
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name).getName());
            }
        }
        return List.copyOf(fonts);
    }

    /** Looked for in the whole file, not only on the page. */
    private static List<String> notEmbedded(PDDocument pdf) throws IOException {
        var loose = new ArrayList<String>();
        for (var object : pdf.getDocument().getXrefTable().keySet()) {
            var in = pdf.getDocument().getObjectFromPool(object).getObject();
            if (in instanceof org.apache.pdfbox.cos.COSDictionary dictionary
                    && COSName.FONT.equals(dictionary.getCOSName(COSName.TYPE))) {
                var descriptor = dictionary.getCOSDictionary(COSName.FONT_DESC);
                var descends = dictionary.getCOSArray(COSName.DESCENDANT_FONTS) != null;
                if (!descends && (descriptor == null || !descriptor.containsKey(COSName.FONT_FILE2))) {
                    loose.add(dictionary.getNameAsString(COSName.BASE_FONT));
                }
            }
        }
        return loose;
    }

    private static String text(Paper.Made made) throws IOException {
        try (var pdf = Loader.loadPDF(made.pdf())) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(notEmbedded(pdf)).isEmpty();
            return text(pdf);
        }
    }

    /** Without what breaks lines: where a line ends is the paper's affair. */
    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
    }

    private static BufferedImage draw(PDDocument pdf, String name) throws IOException {
        return draw(pdf, "target/drawings", name);
    }

    private static BufferedImage draw(PDDocument pdf, String folder, String name) throws IOException {
        var image = new PDFRenderer(pdf).renderImageWithDPI(0, DPI, ImageType.RGB);
        Files.createDirectories(Path.of(folder));
        ImageIO.write(image, "png", Path.of(folder, name + ".png").toFile());
        return image;
    }
}
