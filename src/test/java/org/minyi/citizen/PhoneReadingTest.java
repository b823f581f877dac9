package org.minyi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneReadingTest {

    @ParameterizedTest
    @CsvSource({
        "13800000000,       13800000000, MOBILE",
        "+8613800000000,    13800000000, MOBILE",
        "+86 138 0000 0000, 13800000000, MOBILE",
        "0086-138-0000-0000,13800000000, MOBILE",
        "8613800000000,     13800000000, MOBILE",
        "１３８００００００００,  13800000000, MOBILE",
        "19900001234,       19900001234, MOBILE",
        "020-8123 4567,     02081234567, LANDLINE",
        "(020)81234567,     02081234567, LANDLINE",
        "+86 20 8123 4567,  02081234567, LANDLINE",
        "0371-65901234,     037165901234,LANDLINE",
        "4008123123,        4008123123,  OTHER",
        "+85261234567,      +85261234567,OTHER",
    })
    void a_number_is_read_however_it_is_typed(String typed, String digits, LineKind kind) {
        assertThat(PhoneReading.of(typed)).isEqualTo(new PhoneReading.Phone(digits, kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "138000000|the phone number has 9 digits; 11 are expected",
                "138000000001|the phone number has 12 digits; 11 are expected",
                "11000000000|the phone number has 11 digits but no line in China begins like it",
                "+1|the phone number from abroad has 1 digits and is none in use",
                "13800x00000|the phone number contains characters that are not digits; 11 digits are expected",
                "-|the phone number has 0 digits; 11 are expected",
            })
    void what_is_no_number_is_told_without_repeating_it(String typed, String words) {
        assertThat(PhoneReading.of(typed)).isEqualTo(new PhoneReading.Fault(words));
    }

    @Test
    void a_masked_number_keeps_its_ends() {
        assertThat(PhoneReading.masked("13800001234")).isEqualTo("138****1234");
        assertThat(PhoneReading.masked("02012345678")).isEqualTo("020****5678");
        assertThat(PhoneReading.masked("12345")).isEqualTo("***45");
    }

    @Test
    void nothing_that_holds_a_number_prints_it() {
        assertThat(PhoneReading.of("13800000000").toString()).doesNotContain("138");
        assertThat(new Told("Wang Fang", "13800000000", false).toString()).doesNotContain("138", "Wang");
        assertThat(new Face("Wang Fang", "13800000000", "North Road").toString())
                .doesNotContain("138", "Wang", "Road");
        assertThat(new Spoken(null, "they shouted").toString()).doesNotContain("shouted");
    }
}
