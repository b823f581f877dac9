package org.minyi.channel.sms;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** The links of one protocol on this node, connected for as long as Minyi runs. */
public abstract class PartwiseLinks implements SmsOperators, SmartLifecycle {

    /** Before who sends over them, and in place until nobody does any more. */
    private static final int BEFORE_SENDING = DEFAULT_PHASE - 100;

    private final List<? extends PartwiseLink<?>> links;
    private volatile boolean running;

    protected PartwiseLinks(List<? extends PartwiseLink<?>> links) {
        this.links = List.copyOf(links);
    }

    @Override
    public final List<? extends SmsOperator> operators() {
        return links;
    }

    @Override
    public final void start() {
        links.forEach(PartwiseLink::open);
        running = true;
    }

    @Override
    public final void stop() {
        links.forEach(PartwiseLink::close);
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return BEFORE_SENDING;
    }
}
