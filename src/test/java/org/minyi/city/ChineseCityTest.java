package org.minyi.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minyi.MinyiTest;
import org.minyi.PlayedOrder;
import org.minyi.channel.mail.IncomingLetter;
import org.minyi.channel.mail.LetterTaker;
import org.minyi.channel.sms.IncomingSms;
import org.minyi.channel.sms.OperatorInbox;
import org.minyi.channel.sms.SmsThread;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.citizen.Told;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.complaint.Channel;
import org.minyi.complaint.Complaints;
import org.minyi.complaint.Letters;
import org.minyi.organisation.CentreLanguage;
import org.minyi.organisation.Organisation;
import org.minyi.organisation.SmallCity;
import org.minyi.organisation.Units;
import org.minyi.question.Answer;
import org.minyi.question.Questions;
import org.minyi.question.Replies;
import org.minyi.question.Subject;
import org.minyi.survey.Waves;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A city that writes to its citizens in Chinese: from the first question to the last letter. */
@MinyiTest
@TestPropertySource(properties = {"minyi.centre.language=zh", "minyi.centre.name=澜河市公安局民意中心"})
class ChineseCityTest {

    @Autowired
    ApplicationContext minyi;

    @Autowired
    Organisation organisation;

    @Autowired
    Units units;

    @Autowired
    Citizens citizens;

    @Autowired
    Waves waves;

    @Autowired
    Questions questions;

    @Autowired
    OperatorInbox inbox;

    @Autowired
    Replies replies;

    @Autowired
    SmsThread thread;

    @Autowired
    LetterTaker letterBox;

    @Autowired
    Complaints complaints;

    @Autowired
    Letters letters;

    @Autowired
    WordsBook words;

    @Autowired
    ManagementService jobs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void a_city() {
        SmallCity.standsIn(organisation, units);
    }

    @Test
    void who_dealt_with_the_police_yesterday_is_asked_in_chinese_and_may_answer_so() {
        // given
        var yesterday = LocalDate.now(clock).minusDays(1);
        var told = citizens.enrol(List.of(new Told("李华", "13700001001", false))).get(0);
        var contact = UUID.randomUUID();
        db.sql(
                        """
                        insert into contact (id, source, reference, module, business, served_at, unit_code, person_id,
                                             line_id, arrived_at)
                        values (:id, 'test', 'r1', '110-reception', '110-dispatch', :served, :unit, :person, :line, :served)
                        """)
                .param("id", contact)
                .param(
                        "served",
                        Timestamp.from(
                                yesterday.atTime(9, 0).atZone(clock.getZone()).toInstant()))
                .param("unit", SmallCity.NORTH_POST.value())
                .param("person", told.person().value())
                .param("line", told.line().value())
                .update();

        // when
        var wave = waves.start(yesterday, "test");
        runMessages();

        // then
        assertThat(waves.report(wave).asked()).isOne();
        var question = questions.about(Subject.CONTACT, contact, 1).orElseThrow();
        assertThat(texts(told.line()))
                .containsExactly("【澜河市公安局民意中心】您于" + CentreLanguage.ZH.day(yesterday)
                        + "拨打110，民警处置得怎么样？回复1满意、2部分解决、3不满意，数字后可写明情况。核实真伪请致电0990-110110并报核验码A"
                        + question.code() + "。我们从不发送链接，退订回TD。");

        // when
        inbox.replies(List.of(new IncomingSms("reply", "13700001001", "" + question.code(), "部分解决", clock.instant())));
        replies.applyAll();

        // then
        assertThat(questions.about(Subject.CONTACT, contact, 1).orElseThrow().answer())
                .isEqualTo(Answer.HALF);
    }

    @ParameterizedTest
    @CsvSource({"已解决, 现予办结", "3 还是没人来, 问题解决了吗"})
    void whoever_complained_is_asked_again_and_told_the_end_in_chinese(String reply, String told) {
        var order = new PlayedOrder(minyi).toPutRight("ORDINARY", "60").putRight();

        assertThat(texts(order.line))
                .singleElement()
                .asString()
                .startsWith("【澜河市公安局民意中心】您反映的事项（编号" + order.number + "），承办单位报告已整改。")
                .contains("1已解决、2部分解决、3未解决");

        order.reply(reply);

        assertThat(texts(order.line).get(texts(order.line).size() - 1)).contains(told);
    }

    @Test
    void whoever_wrote_a_letter_is_answered_by_mail_in_chinese_and_so_is_what_they_ask_later() {
        letterBox.take(new IncomingLetter("letter-1", "wang@mail.example", null, "", "", List.of(), 3));

        var matter = complaints.find(Channel.MAIL, "letter-1").orElseThrow();
        assertThat(read(matter.words())).isEqualTo("〔来信没有正文。〕\n\n〔另有3个附件超出接收数量。〕");
        assertThat(mails())
                .containsExactly(
                        "【澜河市公安局民意中心】您的来信已收到，编号" + matter.number() + "。办理情况将回复至此邮箱。请勿直接回复本邮件；如需联系，请致电0990-110110并报编号。");

        // when
        var enquiry = UUID.randomUUID();
        letters.answerEnquiry(matter, enquiry, words.keep(null, "下周一上门。"));
        letters.answerEnquiry(matter, enquiry, words.keep(null, "下周一上门。"));

        // then
        assertThat(mails())
                .hasSize(2)
                .contains("【澜河市公安局民意中心】您咨询的事项（编号" + matter.number() + "）答复如下：下周一上门。 如需继续咨询，请致电0990-110110并报编号。");
        assertThat(db.sql("select distinct subject from mail")
                        .query(String.class)
                        .list())
                .containsExactly("您反映的事项" + matter.number() + "（澜河市公安局民意中心）");
    }

    private List<String> texts(LineId line) {
        return thread.ofLine(line).stream().map(message -> message.text()).toList();
    }

    private List<String> mails() {
        return db.sql("select words_id from mail").query(UUID.class).list().stream()
                .map(id -> read(new WordsId(id)))
                .toList();
    }

    private String read(WordsId id) {
        return words.read(List.of(id)).get(id);
    }

    /** What waits for no timer. */
    private void runMessages() {
        for (var waiting = jobs.createJobQuery().messages().list(); !waiting.isEmpty(); ) {
            jobs.executeJob(waiting.get(0).getId());
            waiting = jobs.createJobQuery().messages().list();
        }
    }
}
