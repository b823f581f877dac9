package org.minyi.notice;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.citizen.WordsId;
import org.minyi.organisation.CentreLanguage;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;

/** A document of every kind, as the centre of Lanhe might issue it. */
final class Samples {

    static final UnitCode NORTH = new UnitCode("990101000000");
    static final UnitCode POST = new UnitCode("990101010000");
    static final UnitCode HALL = new UnitCode("990101060000");

    private static final Map<String, String> UNITS = Map.of(
            NORTH.value(), "Qinghe District Sub-bureau 清河分局",
            POST.value(), "Baitang Station 白塘派出所",
            HALL.value(), "Household Registration Hall 户政大厅");

    private static final Map<String, String> PEOPLE = Map.of(
            "director1", "Zhao Min 赵敏", "leader01", "Qian Jin 钱进", "officer0101", "Sun Li 㙍䶮", "reviewer1", "周远");

    private Samples() {}

    static Content of(Kind kind) {
        return switch (kind) {
            case REMINDER_LETTER ->
                content(kind, "LATE", Map.of("due", "2026-03-16T10:00:00Z", "until", "2026-03-20T10:00:00Z"), Map.of());
            case SUPERVISION_NOTICE ->
                content(
                        kind,
                        "STILL_UNHAPPY",
                        Map.of("answerDue", "2026-03-27T10:00:00Z"),
                        Map.of(
                                "finding",
                                "群众反映在户政大厅办理户口迁移时，窗口工作人员未一次性告知所需材料，致其往返三次。经第一轮整改回访，群众表示问题未得到解决。",
                                "demand",
                                "立即核实并向群众当面说明情况，补办有关手续。\n全面检查窗口一次性告知制度的落实情况。"),
                        duty("为群众办结户口迁移并当面致歉", HALL, "2026-03-20T10:00:00Z"),
                        duty("制定并公示一次性告知清单", NORTH, "2026-03-25T10:00:00Z"));
            case INTERVIEW_RECORD ->
                content(
                        kind,
                        "INTERVIEWED",
                        Map.of(
                                "heldAt", "2026-03-17T01:30:00Z",
                                "interviewer", "director1",
                                "interviewed", "leader01,officer0101",
                                "recorder", "reviewer1"),
                        Map.of(
                                "place", "市局三楼第二会议室",
                                "talk", "通报该诉求两轮整改均未达到要求的情况，指出分局对窗口服务管理不严、督促整改不力的问题，要求主要负责人亲自过问，限期解决。",
                                "answer", "诚恳接受约谈意见，一周内由分管领导带队上门回访，并以此为鉴完善窗口管理。"),
                        duty("分管领导带队上门回访", NORTH, "2026-03-24T10:00:00Z"));
            case MEETING_INVITATION ->
                content(
                        kind,
                        "CONVENED",
                        Map.of(
                                "meetsAt",
                                "2026-03-20T06:30:00Z",
                                "convener",
                                "director1",
                                "invited",
                                NORTH.value() + "," + HALL.value() + "," + POST.value()),
                        Map.of("place", "市局五楼会议室", "agenda", "一、听取承办单位情况汇报；\n二、研究跨部门协调事项；\n三、明确责任单位和完成时限。"));
            case MEETING_MINUTES ->
                content(
                        kind,
                        "COUNTERSIGNED",
                        Map.of(
                                "metAt",
                                "2026-03-16T06:30:00Z",
                                "chair",
                                "director1",
                                "recorder",
                                "reviewer1",
                                "attended",
                                NORTH.value() + "," + HALL.value() + "," + POST.value(),
                                "countersigned",
                                NORTH.value() + "," + POST.value(),
                                "dissenting",
                                HALL.value()),
                        Map.of(
                                "place",
                                "市局五楼会议室",
                                "minutes",
                                "会议认为，该诉求的症结在于户政与治安部门之间材料互认不畅。会议议定，由户政大厅牵头建立材料共享机制，各派出所不得要求群众重复提交证明。"),
                        duty("建立户籍材料内部共享机制", HALL, "2026-03-31T10:00:00Z"),
                        duty("组织窗口人员培训", POST, "2026-03-27T10:00:00Z"),
                        duty("向本中心书面报告落实情况", NORTH, "2026-04-03T10:00:00Z"));
            case RESPONSIBILITY_VERDICT ->
                content(
                        kind,
                        "CONFIRMED",
                        Map.of(
                                "verdict", "PARTLY",
                                "score", "60",
                                "officer", "officer0101",
                                "confirmedBy", "reviewer1",
                                "objectBy", "2026-03-24T10:00:00Z"),
                        Map.of(
                                "finding", "经查阅窗口监控和业务系统记录，群众先后三次到大厅办理，首次受理时窗口未出具一次性告知单，情况属实；反映工作人员态度生硬一节，监控未能证实。",
                                "grounds", "未履行一次性告知义务，造成群众往返，应承担相应责任；态度问题证据不足，不予认定。"));
            case ACCOUNTABILITY_NOTICE ->
                content(
                        kind,
                        "ZERO_SCORE",
                        Map.of("verdict", "FOUNDED", "score", "0"),
                        Map.of(
                                "finding", "该单位在群众反映问题后，未按规定核查即上报办结，回访中群众再次反映问题依旧，经督办仍敷衍整改。",
                                "measures", "对该单位予以通报批评，责令作出书面检查，当月考核该项计零分。",
                                "demand", "各单位要对照检查本单位同类诉求的办理质量，发现问题立即整改。"));
        };
    }

    static Content.Line duty(String what, UnitCode unit, String due) {
        return new Content.Line(new Duty(new WordsId(UUID.randomUUID()), unit, Instant.parse(due)), what);
    }

    static Content content(
            Kind kind, String reason, Map<String, String> facts, Map<String, String> words, Content.Line... duties) {
        var copies = kind == Kind.ACCOUNTABILITY_NOTICE ? otherSubCentres() : List.of("户政大厅", "白塘派出所");
        return new Content(writing(), head(kind, reason, copies), facts, words, List.of(duties));
    }

    static Head head(Kind kind, String reason, List<String> copies) {
        var notice = new Notice(
                new NoticeId(UUID.randomUUID()),
                kind,
                2026,
                1,
                new NoticeSettings("澜民").code(kind, 2026, 1),
                NORTH,
                UUID.randomUUID(),
                2,
                reason,
                "",
                Instant.parse("2026-03-17T02:00:00Z"));
        var matter = new NewNotice.Matter(
                notice.matter(), "2026-000123", "Household registration 户籍办理·程序问题", null, null, null, null, null);
        return new Head(notice, matter, copies, "澜河市公安局民意中心");
    }

    /** Every sub-centre but the addressee. */
    private static List<String> otherSubCentres() {
        var units = new ArrayList<String>();
        for (var district : new String[] {"东湖", "西岭", "南坪", "北苑", "金沙", "横塘", "高新区"}) {
            units.add(district + "分局");
        }
        for (var county : new String[] {"洛溪", "云岭", "桃源", "石桥", "安坪"}) {
            units.add(county + "县局");
        }
        for (var department : new String[] {"交警", "刑侦", "治安", "出入境管理", "经侦", "网安"}) {
            units.add(department + "支队");
        }
        units.add("指挥中心");
        return units;
    }

    static Writing writing() {
        return new Writing(names(), ZoneId.of("Asia/Shanghai"));
    }

    static ChineseNames names() {
        var units = mock(Units.class);
        when(units.find(any())).thenAnswer(asked -> {
            UnitCode code = asked.getArgument(0);
            return Optional.ofNullable(UNITS.get(code.value())).map(name -> new Unit(code, name, Level.POST, NORTH));
        });
        var members = mock(Members.class);
        when(members.find(any())).thenAnswer(asked -> {
            String user = asked.getArgument(0);
            return Optional.ofNullable(PEOPLE.get(user)).map(name -> new Member(user, name, NORTH, Set.of()));
        });
        return new ChineseNames(
                units,
                members,
                new CentreSettings(
                        "", "Lanhe Police Public-Opinion Centre 澜河市公安局民意中心", "0990-110110", "", CentreLanguage.ZH));
    }
}
