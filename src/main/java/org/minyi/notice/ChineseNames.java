package org.minyi.notice;

import java.util.regex.Pattern;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.Member;
import org.minyi.organisation.Members;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.stereotype.Component;

/** Units and people as a Chinese document names them. A name in two languages begins with the other one. */
@Component
class ChineseNames {

    private static final Pattern OTHER_LANGUAGE = Pattern.compile("^[\\x20-\\x7e]+ (?=[^\\x20-\\x7e]*\\p{IsHan})");

    private final Units units;
    private final Members members;
    private final CentreSettings centre;

    ChineseNames(Units units, Members members, CentreSettings centre) {
        this.units = units;
        this.members = members;
        this.centre = centre;
    }

    String centre() {
        return chinese(centre.name());
    }

    /** The code itself where there is no such unit. */
    String unit(UnitCode code) {
        return units.find(code).map(Unit::name).map(ChineseNames::chinese).orElse(code.value());
    }

    /** The login itself where nobody works here under it. */
    String person(String user) {
        return members.find(user).map(Member::name).map(ChineseNames::chinese).orElse(user);
    }

    static String chinese(String name) {
        return OTHER_LANGUAGE.matcher(name).replaceFirst("");
    }

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
