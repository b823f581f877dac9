package org.minyi.start;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;

/** What a log tells of an exception: every message in it, causes and suppressed ones too, as a log line may say it. */
public final class SealedStack extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(new Sealed(thrown));
    }

    private record Sealed(IThrowableProxy open) implements IThrowableProxy {

        static IThrowableProxy of(IThrowableProxy open) {
            return open == null ? null : new Sealed(open);
        }

        @Override
        public String getMessage() {
            return open.getMessage() == null ? null : SealedLine.of(open.getMessage());
        }

        @Override
        public String getOverridingMessage() {
            return open.getOverridingMessage() == null ? null : SealedLine.of(open.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return open.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return open.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return open.getCommonFrames();
        }

        @Override
        public IThrowableProxy getCause() {
            return of(open.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(open.getSuppressed()).map(Sealed::of).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return open.isCyclic();
        }
    }
}
