package org.minyi.citizen;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;
import org.minyi.citizen.PhoneReading.Fault;
import org.minyi.citizen.PhoneReading.Phone;

/** How typing becomes digits. */
final class TypedPhone {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern CHINA = Pattern.compile("\\+86(\\d+)|0086(\\d+)|86(1[3-9]\\d{9})");
    private static final String BETWEEN = " \t\u00a0\u3000-\u2010\u2011\u2012\u2013\u2014\uff0d().\uff08\uff09/";
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private TypedPhone() {}

    static PhoneReading read(String typed) {
        var digits = digits(typed);
        if (digits == null) {
            return new Fault("the phone number contains characters that are not digits; 11 digits are expected");
        }
        // Operators get new ranges faster than any library is released: every 13 to 19 is a mobile.
        if (MOBILE.matcher(digits).matches()) {
            return new Phone(digits, LineKind.MOBILE);
        }
        return other(digits);
    }

    /** The digits without decoration and China's country code; null when something else is among them. */
    private static String digits(String typed) {
        var digits = new StringBuilder(16);
        for (int at = 0; at < typed.length(); at++) {
            char sign = typed.charAt(at);
            int digit = Character.digit(sign, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if ((sign == '+' || sign == '\uff0b') && digits.isEmpty()) {
                digits.append('+');
            } else if (BETWEEN.indexOf(sign) < 0) {
                return null;
            }
        }
        var china = CHINA.matcher(digits);
        if (!china.matches()) {
            return digits.toString();
        }
        for (int group = 1; group <= 3; group++) {
            if (china.group(group) != null) {
                return china.group(group);
            }
        }
        throw new IllegalStateException("a country code without a number matched");
    }

    private static PhoneReading other(String digits) {
        try {
            var number = LIBRARY.parse(digits, "CN");
            if (LIBRARY.isValidNumber(number)) {
                return valid(number);
            }
        } catch (NumberParseException none) {
            return fault(digits);
        }
        return fault(digits);
    }

    private static Phone valid(PhoneNumber number) {
        var national = LIBRARY.getNationalSignificantNumber(number);
        if (number.getCountryCode() != 86) {
            return new Phone(LIBRARY.format(number, PhoneNumberFormat.E164), LineKind.OTHER);
        }
        return switch (LIBRARY.getNumberType(number)) {
            case FIXED_LINE -> new Phone("0" + national, LineKind.LANDLINE);
            case MOBILE -> new Phone(national, LineKind.MOBILE);
            default -> new Phone(national, LineKind.OTHER);
        };
    }

    private static Fault fault(String typed) {
        int count = typed.startsWith("+") ? typed.length() - 1 : typed.length();
        if (typed.startsWith("+")) {
            return new Fault("the phone number from abroad has %d digits and is none in use".formatted(count));
        }
        return new Fault(
                count == 11
                        ? "the phone number has 11 digits but no line in China begins like it"
                        : "the phone number has %d digits; 11 are expected".formatted(count));
    }
}
