package org.minyi.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minyi.organisation.Level;
import org.minyi.organisation.Member;
import org.minyi.organisation.Role;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;

/**
 * The invented city of Lanhe (澜河): one centre, twenty sub-centres, a hundred posts and a few counters, and people in
 * every role. Nothing here is chance: the same city stands on every machine.
 */
final class Lanhe {

    static final UnitCode CENTRE = new UnitCode("990100000000");

    /** Who sits at which extension. */
    static final Map<String, String> TELEPHONES =
            Map.of("8001", "caller1", "8002", "caller2", "8003", "caller3", "8004", "caller4", "8011", "inspector1");

    /** Departments come after the districts and counties, whose posts are stations. */
    private static final int FIRST_DEPARTMENT = 14;

    private static final int POSTS = 5;

    private static final String[][] SUB_CENTRES = {
        {"Qinghe District Sub-bureau", "清河分局"},
        {"Donghu District Sub-bureau", "东湖分局"},
        {"Xiling District Sub-bureau", "西岭分局"},
        {"Nanping District Sub-bureau", "南坪分局"},
        {"Beiyuan District Sub-bureau", "北苑分局"},
        {"Jinsha District Sub-bureau", "金沙分局"},
        {"Hengtang District Sub-bureau", "横塘分局"},
        {"Lanhe High-tech Zone Sub-bureau", "高新区分局"},
        {"Luoxi County Bureau", "洛溪县局"},
        {"Yunling County Bureau", "云岭县局"},
        {"Taoyuan County Bureau", "桃源县局"},
        {"Shiqiao County Bureau", "石桥县局"},
        {"Anping County Bureau", "安坪县局"},
        {"Traffic Police", "交警支队"},
        {"Criminal Investigation", "刑侦支队"},
        {"Public Order Administration", "治安支队"},
        {"Exit and Entry Administration", "出入境管理支队"},
        {"Economic Crime Investigation", "经侦支队"},
        {"Cyber Security", "网安支队"},
        {"110 Command", "指挥中心"}
    };

    private static final String[][] PLACES = {
        {"Bai", "白"},
        {"Hong", "红"},
        {"Qing", "青"},
        {"Long", "龙"},
        {"Feng", "凤"},
        {"Jin", "金"},
        {"Yin", "银"},
        {"Shi", "石"},
        {"Lian", "莲"},
        {"Mei", "梅"},
        {"Song", "松"},
        {"Liu", "柳"},
        {"Tao", "桃"}
    };

    private static final String[][] LANDSCAPES = {
        {"tang", "塘"}, {"qiao", "桥"}, {"ling", "岭"}, {"wan", "湾"}, {"shan", "山"}
    };

    private static final String[][] TEAMS = {
        {"First Team", "一大队"},
        {"Second Team", "二大队"},
        {"Third Team", "三大队"},
        {"Fourth Team", "四大队"},
        {"Fifth Team", "五大队"}
    };

    /** Counters that citizens go to: sub-centre, name. */
    private static final String[][] COUNTERS = {
        {"01", "Household Registration Hall 户政大厅"},
        {"14", "Vehicle Administration Office 车管所"},
        {"16", "Licensing Hall 治安办证大厅"},
        {"17", "Passport Hall 出入境大厅"}
    };

    private Lanhe() {}

    static List<Unit> units() {
        var units = new ArrayList<Unit>();
        units.add(new Unit(CENTRE, "Lanhe Public-opinion Centre 澜河市民意中心", Level.CENTRE, null));
        for (int sub = 1; sub <= SUB_CENTRES.length; sub++) {
            var code = subCentre(sub);
            var name = SUB_CENTRES[sub - 1];
            units.add(new Unit(code, name[0] + " " + name[1], Level.SUB_CENTRE, CENTRE));
            for (int post = 1; post <= POSTS; post++) {
                units.add(new Unit(post(sub, post), postName(sub, post), Level.POST, code));
            }
        }
        for (var counter : COUNTERS) {
            int sub = Integer.parseInt(counter[0]);
            units.add(new Unit(post(sub, POSTS + 1), counter[1], Level.POST, subCentre(sub)));
        }
        return units;
    }

    /** Nobody real is ever written to: the domain is reserved for examples (RFC 2606). */
    static String mailbox(UnitCode unit) {
        return unit + "@police.lanhe.example";
    }

    static List<Member> members() {
        var people = new People();
        people.join(CENTRE, Role.CALLER, "caller1", "caller2", "caller3", "caller4");
        people.join(CENTRE, Role.TRIAGE, "triage1", "triage2");
        people.join(CENTRE, Role.REVIEWER, "reviewer1", "reviewer2", "reviewer3");
        people.join(CENTRE, Role.DIRECTOR, "director1");
        people.join(CENTRE, Role.INSPECTOR, "inspector1");
        people.join(CENTRE, Role.AUDITOR, "auditor1");
        people.join(CENTRE, Role.PROCESS_OWNER, "owner1");
        people.join(CENTRE, Role.CUSTODIAN, "custodian1");
        people.join(CENTRE, Role.ADMINISTRATOR, "admin1");
        for (var unit : units()) {
            // 9901NNMM0000: the logins carry the digits between.
            var place = unit.code().value().substring(4, 8).replaceFirst("00$", "");
            if (unit.level() == Level.SUB_CENTRE) {
                people.join(unit.code(), Role.LIAISON, "liaison" + place, "liaison" + place + "b");
                people.join(unit.code(), Role.LEADER, "leader" + place);
            } else if (unit.level() == Level.POST) {
                people.join(unit.code(), Role.OFFICER, "officer" + place, "officer" + place + "b");
            }
        }
        return people.all;
    }

    private static UnitCode subCentre(int sub) {
        return new UnitCode("9901%02d000000".formatted(sub));
    }

    private static UnitCode post(int sub, int post) {
        return new UnitCode("9901%02d%02d0000".formatted(sub, post));
    }

    private static String postName(int sub, int post) {
        if (sub >= FIRST_DEPARTMENT) {
            var department = SUB_CENTRES[sub - 1];
            var team = TEAMS[post - 1];
            return "%s %s %s%s".formatted(department[0], team[0], department[1].replace("支队", ""), team[1]);
        }
        var place = PLACES[sub - 1];
        var landscape = LANDSCAPES[post - 1];
        return "%s%s Station %s%s派出所".formatted(place[0], landscape[0], place[1], landscape[1]);
    }

    /** Everybody gets the next name. */
    private static final class People {

        private final List<Member> all = new ArrayList<>();

        void join(UnitCode unit, Role role, String... logins) {
            for (var login : logins) {
                all.add(new Member(login, PeoplesNames.of(all.size()), unit, Set.of(role)));
            }
        }
    }
}
