package org.minyi.start;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a log line: on one line, and without anything that looks like a mobile number. */
public final class SealedMessage extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return SealedLine.of(event.getFormattedMessage());
    }
}
