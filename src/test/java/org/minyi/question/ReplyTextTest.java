package org.minyi.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTextTest {

    @ParameterizedTest(name = "[{0}] is code {1}, digit {2}, words [{3}]")
    @CsvSource(
            textBlock =
                    """
            '1',                  ,   1, ''
            ' 3 ',                ,   3, ''
            '３',                  ,   3, ''
            '3，两个小时没人来',      ,   3, 两个小时没人来
            '3没人来',              ,   3, 没人来
            '③ 没人来',             ,   3, 没人来
            '3 我九点到，等了２小时！真的', , 3, 我九点到，等了２小时！真的
            '2。',                 ,   2, ''
            'A27 3',            27,   3, ''
            'a27 3 nobody came', 27,  3, nobody came
            'A273',             27,   3, ''
            'Ａ２７　３',            27,   3, ''
            '27 3',             27,   3, ''
            '27 3 slow',        27,   3, slow
            '不满意',               ,   3, ''
            '满意！',               ,   1, ''
            '部分解决',              ,   2, ''
            '4',                  ,    , '4'
            '0',                  ,    , '0'
            '12',                 ,    , '12'
            '3000 yuan are gone', ,    , '3000 yuan are gone'
            '1 or 2',             ,   1, 'or 2'
            '1 2',                ,    , '1 2'
            '很满意',               ,    , '很满意'
            '谢谢',                 ,    , '谢谢'
            '273',                ,    , '273'
            '',                   ,    , ''
            """)
    void a_reply_is_taken_apart(String text, Integer code, Integer digit, String words) {
        var read = ReplyText.of(text);

        assertThat(read.code()).isEqualTo(code);
        assertThat(read.digit()).isEqualTo(digit);
        assertThat(read.words()).isEqualTo(words);
        assertThat(read.optOut()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "谢谢, true",
        "谢谢！, true",
        "Thank you., true",
        "ok, true",
        "谢谢 但是没人来, false",
        "no thanks to you, false",
        "1, false"
    })
    void mere_thanks_are_no_words_to_ask_about(String text, boolean courtesy) {
        assertThat(ReplyText.of(text).courtesy()).isEqualTo(courtesy);
    }

    @ParameterizedTest
    @CsvSource({"TD", "td", "T", "退订", "STOP", "' stop '", "ＴＤ"})
    void who_does_not_want_to_be_asked_says_so(String text) {
        assertThat(ReplyText.of(text).optOut()).isTrue();
    }
}
