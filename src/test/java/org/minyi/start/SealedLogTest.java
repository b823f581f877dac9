package org.minyi.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a mobile number never stands in a log line, and nobody but Minyi begins one. */
class SealedLogTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    13800001234                                          | 138****1234
                    call +8613800001234 now                              | call +86138****1234 now
                    0086-138 0000 1234                                   | 0086-138****1234
                    Key (number)=(19912345678) already exists            | Key (number)=(199****5678) already exists
                    {"phone":"138-0000-1234"}                            | {"phone":"138****1234"}
                    王芳13800001234                                      | 王芳138****1234
                    order 2026112200000013800001234                      | order 2026112200000013800001234
                    0193a7b2-1380-7000-8123-138000012345                 | 0193a7b2-1380-7000-8123-138000012345
                    took 12 s, 110 and 12345 answered                    | took 12 s, 110 and 12345 answered
                    """)
    void a_mobile_number_is_masked_and_nothing_else(String said, String logged) {
        assertThat(SealedLine.of(said)).isEqualTo(logged);
    }

    @Test
    void message_and_exceptions_are_sealed_by_the_settings_that_are_delivered() throws Exception {
        var cause = new IllegalStateException("caused by 13800001234\n2026-11-22 12:00:00 INFO all is well");
        cause.addSuppressed(new IllegalArgumentException("suppressed 13800001234"));
        var thrown = new IllegalArgumentException("Detail: Key (number)=(13800001234)", cause);

        var line = layout().doLayout(event("not taken: {}\r\nINFO forged", thrown, "13800001234"));

        assertThat(line)
                .doesNotContain("13800001234", "\nINFO forged", "\n2026-11-22")
                .contains("not taken: 138****1234\\r\\nINFO forged", "Key (number)=(138****1234)")
                .contains("caused by 138****1234\\n2026-11-22", "suppressed 138****1234");
    }

    /** With the words of logback-spring.xml and the whole stack. */
    private static PatternLayout layout() throws Exception {
        var context = new LoggerContext();
        var layout = new PatternLayout();
        layout.setContext(context);
        var rules = Pattern.compile("conversionWord=\"(\\w+)\" class=\"([\\w.]+)\"")
                .matcher(Files.readString(Path.of("src/main/resources/logback-spring.xml")))
                .results()
                .toList();
        assertThat(rules).hasSizeGreaterThan(6);
        for (var rule : rules) {
            var type = Class.forName(rule.group(2));
            layout.getInstanceConverterMap().put(rule.group(1), () -> converter(type));
        }
        layout.setPattern("%d{HH:mm:ss} %-5level %msg%n%ex");
        layout.start();
        return layout;
    }

    private static ch.qos.logback.core.pattern.DynamicConverter<?> converter(Class<?> type) {
        try {
            return (ch.qos.logback.core.pattern.DynamicConverter<?>)
                    type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static LoggingEvent event(String message, Throwable thrown, Object argument) {
        var logger = new LoggerContext().getLogger("org.minyi.test");
        return new LoggingEvent("", logger, Level.WARN, message, thrown, new Object[] {argument});
    }
}
