package org.minyi.citizen.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.minyi.citizen.upload.Handed.deflated;
import static org.minyi.citizen.upload.Handed.joined;
import static org.minyi.citizen.upload.Handed.pdf;
import static org.minyi.citizen.upload.Handed.stream;
import static org.minyi.citizen.upload.Handed.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minyi.citizen.Attachments;
import org.minyi.citizen.FileKind;
import org.minyi.citizen.upload.UploadAnswer.Accepted;
import org.minyi.citizen.upload.UploadAnswer.Refused;

/** What strangers hand in: what is kept, as what, and what is not. */
class UploadCheckTest {

    private static final String TINY_WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private final UploadCheck check = new UploadCheck(new VirusScanner(new UploadSettings("", Duration.ofSeconds(1))));

    @Test
    void a_file_is_what_is_in_it_and_gets_the_name_of_its_kind() {
        assertThat(accepted("photo.exe", Handed.picture("png", 20, 10)).kind()).isEqualTo(FileKind.PNG);
        assertThat(accepted("photo.exe", Handed.picture("png", 20, 10)).name()).isEqualTo("photo.exe.png");
        assertThat(accepted("letter.jpg", pdf("")).name()).isEqualTo("letter.jpg.pdf");
        assertThat(accepted("a.TXT", "two hours at the counter".getBytes(UTF_8)).name())
                .isEqualTo("a.txt");
        assertThat(accepted("list", zipOf("xl/workbook.xml")).kind()).isEqualTo(FileKind.XLSX);
        assertThat(accepted("list", word(Map.of())).kind()).isEqualTo(FileKind.DOCX);
    }

    @ParameterizedTest
    @CsvSource({
        "'C:\\Users\\wang\\x.png', x.png",
        "'../../etc/passwd', passwd.png",
        "'\u202egpj.exe', gpj.exe.png",
        "'a\r\nSet-Cookie: x.png', aSet-Cookie x.png",
        "' ', file.png",
        "'...png', png.png",
        "'照片.PNG', 照片.png"
    })
    void a_name_brings_no_folder_and_no_hidden_character(String told, String kept) {
        assertThat(accepted(told, Handed.picture("png", 2, 2)).name()).isEqualTo(kept);
    }

    @Test
    void a_name_that_is_long_or_missing_is_one_all_the_same() {
        assertThat(accepted("\ud842\udfb7".repeat(300), Handed.picture("png", 2, 2))
                        .name())
                .endsWith("\ud842\udfb7.png")
                .hasSize(244);
        assertThat(accepted(null, Handed.picture("png", 2, 2)).name()).isEqualTo("file.png");
    }

    @Test
    void of_a_photograph_only_the_picture_and_which_way_up_it_is_stay() throws IOException {
        var photograph = Handed.photograph("GPS 34.6N 112.4E Wang Fang");

        var kept = accepted("x.jpg", photograph).content();

        assertThat(text(photograph)).contains("GPS 34.6N");
        assertThat(text(kept)).doesNotContain("GPS", "Wang").contains("Exif");
        assertThat(Orientation.of(photograph)).isEqualTo(6);
        assertThat(Orientation.of(kept)).isEqualTo(6);
        var picture = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(picture.getRGB(5, 5) & 0xff).as("orange has no blue").isLessThan(40);
        assertThat(text(accepted("x.jpg", Handed.picture("jpg", 9, 9)).content()))
                .doesNotContain("Exif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void whatever_hangs_on_a_picture_does_not_come_along(String format) {
        var both = joined(
                Handed.picture(format, 30, 30), "<script>alert(1)</script>".getBytes(UTF_8), word(Map.of()), pdf(""));

        assertThat(text(accepted("x", both).content())).doesNotContain("<script", "PK", "%PDF");
    }

    @Test
    void a_picture_that_is_huge_when_unpacked_is_refused_by_its_header() {
        assertThat(refusal(Handed.pixelBomb(6_400, 6_300))).isEqualTo(Refusal.TOO_MANY_PIXELS);
        assertThat(refusal(Handed.pixelBomb(Integer.MAX_VALUE, 60_000))).isIn(Refusal.TOO_MANY_PIXELS, Refusal.DAMAGED);
        assertThat(refusal(Handed.pixelBomb(6_000, 6_000)))
                .as("promises more than it has")
                .isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void a_large_picture_is_kept_at_half_its_size() throws IOException {
        var kept = accepted("x", Handed.picture("jpg", 5_000, 4_000)).content();

        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(2_500);
    }

    @Test
    void webp_is_taken_and_kept_as_what_everybody_can_open() {
        var kept = accepted("x.webp", Base64.getDecoder().decode(TINY_WEBP));

        assertThat(kept.kind()).isIn(FileKind.JPEG, FileKind.PNG);
        assertThat(kept.name()).isIn("x.webp.jpg", "x.webp.png");
    }

    @Test
    void text_is_kept_as_utf_8_and_is_nothing_but_text() {
        var gbk = "窗口等了两个小时，没有人理我。".getBytes(Charset.forName("GB18030"));

        assertThat(new String(accepted("x", gbk).content(), UTF_8)).isEqualTo("窗口等了两个小时，没有人理我。");
        assertThat(refusal("<html><script>alert(1)</script>".getBytes(UTF_8))).isEqualTo(Refusal.ACTIVE);
        assertThat(refusal("see < SCRIPT src=x>".getBytes(UTF_8))).isEqualTo(Refusal.ACTIVE);
        assertThat(refusal("<?xml version='1.0'?><svg/>".getBytes(UTF_8))).isEqualTo(Refusal.ACTIVE);
        assertThat(refusal("MZ\u0000\u0001".getBytes(ISO_8859_1))).isEqualTo(Refusal.UNKNOWN_KIND);
    }

    @Test
    void what_is_empty_too_large_or_nothing_we_know_is_refused() {
        assertThat(refusal(new byte[0])).isEqualTo(Refusal.EMPTY);
        assertThat(refusal(new byte[Attachments.LARGEST + 1])).isEqualTo(Refusal.TOO_LARGE);
        assertThat(refusal("GIF89a\u0001\u0000".getBytes(ISO_8859_1))).isEqualTo(Refusal.UNKNOWN_KIND);
        assertThat(refusal("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000".getBytes(ISO_8859_1)))
                .isEqualTo(Refusal.HEIC);
        assertThat(refusal(Handed.zip(Map.of("run.exe", new byte[9])))).isEqualTo(Refusal.UNKNOWN_KIND);
        assertThat(refusal(Arrays.copyOf(Handed.picture("jpg", 90, 90), 300))).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void a_page_of_the_city_takes_no_word_file() {
        assertThat(check.check("x.docx", word(Map.of()), UploadCheck.FROM_THE_WEB))
                .isEqualTo(new Refused(Refusal.UNKNOWN_KIND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
                "/OpenAction << /S /Launch /F (calc.exe) >>",
                "/OpenAction << /S /J#61vaScript /J#53 (x) >>",
                "/Names << /EmbeddedFiles << /Names [] >> >>",
                "/AcroForm << /XFA [] >>",
                "/AA << /WC << /S /SubmitForm /F (http://x) >> >>",
                "/X [[[ << /Subtype /RichMedia >> ]]]"
            })
    void a_pdf_that_does_anything_is_refused(String inCatalog) {
        assertThat(refusal(pdf(inCatalog))).isEqualTo(Refusal.ACTIVE);
    }

    @Test
    void so_is_one_whose_program_no_page_leads_to_and_one_that_carries_a_file() {
        assertThat(refusal(pdf("", "<< /S /JavaScript /JS (x) >>".getBytes(ISO_8859_1))))
                .isEqualTo(Refusal.ACTIVE);
        assertThat(refusal(pdf("", stream("/Type /EmbeddedFile", new byte[] {'M', 'Z'}))))
                .isEqualTo(Refusal.ACTIVE);
        assertThat(accepted("x", pdf("/OpenAction [3 0 R /Fit]")).kind()).isEqualTo(FileKind.PDF);
    }

    @Test
    void a_pdf_that_is_something_else_as_well_is_refused() {
        assertThat(refusal(joined("GIF89a<html>\n".getBytes(ISO_8859_1), pdf(""))))
                .isEqualTo(Refusal.DISGUISED);
        assertThat(refusal(joined(pdf(""), word(Map.of())))).isEqualTo(Refusal.DISGUISED);
        assertThat(refusal(joined(pdf(""), "<script>".getBytes(ISO_8859_1)))).isEqualTo(Refusal.DISGUISED);
    }

    @Test
    void a_pdf_that_unpacks_to_too_much_is_refused_before_anybody_unpacks_it() {
        var page = deflated(new byte[110_000_000]);
        var register = deflated(new byte[20_000_000]);

        assertThat(refusal(pdf("", stream("/Filter /FlateDecode", page)))).isEqualTo(Refusal.BOMB);
        assertThat(refusal(pdf("", stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", register))))
                .isEqualTo(Refusal.BOMB);
        assertThat(refusal(pdf("", stream("/Type /Obj#53tm /Filter /FlateDecode", register))))
                .isEqualTo(Refusal.BOMB);
        assertThat(refusal(pdf("", stream("/Filter [/FlateDecode /FlateDecode]", deflated(page)))))
                .isEqualTo(Refusal.BOMB);
        assertThat(refusal(pdf("", stream("/Type /ObjStm /Filter /LZWDecode", new byte[9]))))
                .isEqualTo(Refusal.BOMB);
        assertThat(accepted("x", pdf("", stream("/Filter /FlateDecode", register)))
                        .kind())
                .isEqualTo(FileKind.PDF);
    }

    @Test
    void a_locked_pdf_is_refused() throws IOException {
        try (var document = Loader.loadPDF(pdf(""))) {
            document.protect(new org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy(
                    "owner", "", new org.apache.pdfbox.pdmodel.encryption.AccessPermission()));
            var out = new java.io.ByteArrayOutputStream();
            document.save(out);

            assertThat(refusal(out.toByteArray())).isEqualTo(Refusal.LOCKED);
        }
    }

    @Test
    void an_office_file_that_unpacks_to_too_much_is_refused() {
        var many = new LinkedHashMap<String, byte[]>();
        for (int at = 0; at < 199; at++) {
            many.put("word/media/" + at + ".xml", new byte[1]);
        }
        assertThat(refusal(word(many))).isEqualTo(Refusal.BOMB);
        assertThat(refusal(word(Map.of("word/x.xml", blanks(30_000_000))))).isEqualTo(Refusal.BOMB);
        var noise = new byte[9_000_000];
        new Random(1).nextBytes(noise);
        assertThat(accepted("x", word(Map.of("word/media/a.png", noise))).kind())
                .isEqualTo(FileKind.DOCX);
        assertThat(accepted("x", word(Map.of("word/x.xml", blanks(900_000)))).kind())
                .isEqualTo(FileKind.DOCX);
        var threefold = new LinkedHashMap<String, byte[]>();
        for (int at = 0; at < 60; at++) {
            threefold.put("word/" + at + ".xml", blanks(990_000));
        }
        assertThat(refusal(word(threefold))).isEqualTo(Refusal.BOMB);
    }

    @Test
    void an_office_file_that_lies_about_its_size_is_measured_all_the_same() {
        var bomb = word(Map.of("word/x.xml", blanks(60_000_000)));
        // The size told, in the list at the end, of the last part.
        int list = text(bomb).lastIndexOf("PK\u0001\u0002");
        Arrays.fill(bomb, list + 24, list + 28, (byte) 1);

        assertThat(refusal(bomb)).isIn(Refusal.BOMB, Refusal.DAMAGED);
    }

    @Test
    void an_office_file_that_runs_carries_or_fetches_anything_is_refused() {
        assertThat(refusal(word(Map.of("word/vbaProject.bin", new byte[9])))).isEqualTo(Refusal.ACTIVE);
        assertThat(refusal(word(Map.of("word/embeddings/a.docx", new byte[9])))).isEqualTo(Refusal.ACTIVE);
        assertThat(refusal(word(Map.of("word/a.png", word(Map.of()))))).isEqualTo(Refusal.NESTED);
        assertThat(refusal(word(Map.of("word/a.png", "Rar!....".getBytes(ISO_8859_1)))))
                .isEqualTo(Refusal.NESTED);
        assertThat(refusal(word(Map.of("word/_rels/settings.xml.rels", rel("attachedTemplate")))))
                .isEqualTo(Refusal.ACTIVE);
        assertThat(accepted("x", word(Map.of("word/_rels/document.xml.rels", rel("hyperlink"))))
                        .kind())
                .isEqualTo(FileKind.DOCX);
        assertThat(refusal(word(Map.of("word/styles.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>".getBytes(UTF_8)))))
                .isEqualTo(Refusal.ACTIVE);
        assertThat(refusal(joined(word(Map.of()), "<script>".getBytes(UTF_8))))
                .isIn(Refusal.DISGUISED, Refusal.DAMAGED);
    }

    @Test
    void a_locked_part_of_an_office_file_is_refused() {
        var file = word(Map.of());
        var text = text(file);
        for (int at = text.indexOf("PK\u0001\u0002"); at >= 0; at = text.indexOf("PK\u0001\u0002", at + 1)) {
            file[at + 8] |= 1;
        }
        assertThat(refusal(file)).isEqualTo(Refusal.LOCKED);
    }

    /** Whatever is broken in a good file, the answer is one of the two. */
    @Test
    void no_broken_file_breaks_the_check() {
        var random = new Random(20261129);
        for (var good : Set.of(
                Handed.photograph("x"),
                Handed.picture("png", 30, 30),
                pdf("", stream("", new byte[30])),
                word(Map.of()))) {
            for (int round = 0; round < 60; round++) {
                var bad = good.clone();
                for (int hit = 0; hit <= round % 5; hit++) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                }
                assertThat(check.check("x", bad, UploadCheck.FROM_MAIL)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void every_refusal_is_a_code_and_a_sentence_in_both_languages(Refusal refusal) {
        assertThat(refusal.code()).matches("[a-z-]+");
        assertThat(refusal.sentence(Locale.ENGLISH)).matches("[A-Z].*\\.");
        assertThat(refusal.sentence(Locale.SIMPLIFIED_CHINESE)).matches("\\p{IsHan}.*。");
    }

    private static byte[] blanks(int many) {
        var blanks = new byte[many];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static byte[] rel(String type) {
        return "<Relationships><Relationship Type=\"http://x/%s\" Target=\"http://x\" TargetMode=\"External\"/></Relationships>"
                .formatted(type)
                .getBytes(UTF_8);
    }

    private static byte[] zipOf(String part) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        parts.put(part, "<x/>".getBytes(UTF_8));
        return Handed.zip(parts);
    }

    private Accepted accepted(String name, byte[] content) {
        return (Accepted) check.check(name, content, UploadCheck.FROM_MAIL);
    }

    private Refusal refusal(byte[] content) {
        return ((Refused) check.check("x", content, UploadCheck.FROM_MAIL)).why();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
