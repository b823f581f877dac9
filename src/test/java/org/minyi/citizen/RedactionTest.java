package org.minyi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction =
            Redaction.ofAllBut(Stream.of("欧阳明月", null, "Ann Baker", "李", "澜河市北关街12号"), "0990-555 0100");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我叫欧阳明月，找我",
                "欧 阳 明 月",
                "ask for ann baker",
                "AnnBaker",
                "欧　阳　明　月",
                "欧\u00a0阳·明•月",
                "欧-阳-明，月",
                "ＡＮＮ　ＢＡＫＥＲ",
                "住在澜河市北关街12号",
                "住在澜河市，北关街１２号",
                "138－1234－5678",
                "138　1234　5678",
                "138–1234–5678",
                "138/1234/5678",
                "138+1234~5678",
                "欧|阳|明|月",
                "138，1234，5678",
                "138\n1234\n5678",
                "138 - 1234 - 5678",
                "一三八一二三四五六七八",
                "幺三八，幺二三四，五六七八",
                "138\u200b1234\u200b5678",
                "9999999999999999999999999913800001234",
                "13800001234",
                "١٣٨٠٠٠٠١٢٣٤",
                "call 555 0123",
                "138 0000 1234",
                "138-0000-1234",
                "＋86 １３８００００１２３４",
                "+86 138.0000.1234",
                "0990-1234567",
                "(0990) 1234567",
                "41030319900101123X",
                "6222 0200 1234 5678 901"
            })
    void names_and_numbers_are_taken_out_however_they_are_written(String text) {
        assertThat(redaction.of(text))
                .contains("▇▇▇")
                .doesNotContainPattern("\\d{4}|[０-９]{4}")
                .doesNotContain("明月", "aker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waited 2 hours on 2026-11-21 at counter 12",
                "李 has one character and stays",
                "matter 2026-000123",
                "on 2026-11-21 10:30 and on 2026/11/22 09:15:00",
                "10:30-11:45, counter 3",
                "2026年11月21日上午十点到十一点，一二三号窗口",
                "paid 1,250 yuan, 3 times",
                "case 123 456",
                "答复满意，谢谢"
            })
    void what_tells_nothing_of_a_person_stays(String text) {
        assertThat(redaction.of(text)).isEqualTo(text);
    }

    @Test
    void the_last_letter_of_an_identity_number_goes_with_it() {
        assertThat(redaction.of("41030319900101123X")).isEqualTo("▇▇▇");
    }

    @Test
    void the_hotline_of_the_office_stays_and_nothing_that_contains_it() {
        assertThat(redaction.of("call 0990-5550100 or 09905550100")).isEqualTo("call 0990-5550100 or 09905550100");
        assertThat(redaction.of("138 0990 5550100")).isEqualTo("▇▇▇");
    }

    @Test
    void in_a_letter_only_the_persons_own_number_is_taken_out() {
        var letter = Redaction.ofOne(Stream.of("欧阳明月", null), "13800001234");

        assertThat(letter.of("欧 阳明月，请打 0990-1234567；我们打过 138-0000 1234 和 +8613800001234。"))
                .isEqualTo("▇▇▇，请打 0990-1234567；我们打过 ▇▇▇ 和 ▇▇▇。");
        assertThat(Redaction.ofOne(Stream.empty(), null).of("call 0990-1234567"))
                .isEqualTo("call 0990-1234567");
    }

    @Test
    void a_mail_address_is_taken_out_and_what_stands_before_it_stays() {
        for (var written : new String[] {
            "wang.fang@mail.example", "WANG@MAIL.EXAMPLE.CN", "wang＠mail.example", "wang @ mail . example"
        }) {
            assertThat(redaction.of("三次去窗口都没人理我，邮箱" + written + "。")).isEqualTo("三次去窗口都没人理我，邮箱▇▇▇。");
        }
        assertThat(redaction.of("meet @ three, a@b")).isEqualTo("meet @ three, a@b");
        assertThat(Redaction.ofOne(Stream.empty(), null).of("write to help@city.example"))
                .as("an office's own")
                .isEqualTo("write to help@city.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "家住鳑鲏巷0451号，等了两个小时 | 家住▇▇▇，等了两个小时",
                "我住在东湖小区三号楼二单元。没人来 | 我住在▇▇▇。没人来",
                "住址：澜河市北关街１２号；电话不通 | 住址：▇▇▇；电话不通",
                "家庭地址是向阳村四组！ | 家庭地址是▇▇▇！",
                "居住于人民路88弄6号402室 | 居住于▇▇▇",
                "I live at 12 North Bridge Lane, third floor. | I live at ▇▇▇, third floor.",
                "My home address is 5 Mill Road | My home address is ▇▇▇",
                "我叫王小芳，上次来过 | 我叫▇▇▇，上次来过",
                "姓名：陆明 | 姓名：▇▇▇",
                "My name is Anna Smith and I waited. | My name is ▇▇▇ and I waited.",
            })
    void what_somebody_says_they_are_called_and_where_they_live_is_taken_out(String text, String read) {
        assertThat(redaction.of(text)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "在中山路口被民警拦住，等了半小时",
                "他被扣住在中山路派出所三号房间",
                "母亲住院三号楼，民警没有来",
                "办理住宿登记，窗口在二号楼",
                "我叫救护车，没人接",
                "我叫了三次，没人理",
                "住了三天，没有结果",
                "the station at 12 Mill Road"
            })
    void where_it_happened_and_who_was_called_for_stays(String text) {
        assertThat(redaction.of(text)).isEqualTo(text);
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(redaction.of(null)).isNull();
        assertThat(redaction.of("")).isEmpty();
    }
}
