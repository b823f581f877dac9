package org.minyi.demonstration;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.minyi.channel.phone.CallNews;
import org.minyi.channel.phone.CallNews.What;
import org.minyi.channel.phone.Hotline;
import org.minyi.channel.phone.PhoneCalls;
import org.minyi.channel.phone.PhoneExchange;
import org.minyi.channel.phone.PhoneExchanges;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/** An exchange of which a page moves every telephone. It speaks the port that real exchanges speak, and records nothing. */
@Service
@ConditionalOnProperty("minyi.simulator")
class SimulatedExchange implements PhoneExchange, PhoneExchanges {

    private static final String NAME = "simulator";

    private final Map<String, Call> going = new ConcurrentSkipListMap<>();
    private final PhoneCalls calls;
    private final Clock clock;

    SimulatedExchange(PhoneCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * A call that is not over.
     *
     * @param hotline which a citizen or an officer called; null when somebody here dials
     * @param extension null until somebody picks up
     */
    record Call(String id, Hotline hotline, String phone, String extension, State state) {

        /** Where it rings, or that they speak. */
        enum State {
            RINGS_HERE,
            RINGS_THERE,
            SPEAKING
        }

        Call now(String where, State next) {
            return new Call(id, hotline, phone, where, next);
        }

        @Override
        public String toString() {
            return "Call[" + id + " " + state + "]";
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isUp() {
        return true;
    }

    @Override
    public List<SimulatedExchange> exchanges() {
        return List.of(this);
    }

    @Override
    public void dial(String extension, String number, UUID call) {
        going.put(call.toString(), new Call(call.toString(), null, number, extension, Call.State.RINGS_HERE));
    }

    Collection<Call> going() {
        return going.values();
    }

    /** Somebody rings a hotline. */
    Call ring(Hotline hotline, String phone) {
        var call = new Call("sim-" + UUID.randomUUID(), hotline, phone, null, Call.State.RINGS_HERE);
        going.put(call.id(), call);
        calls.tell(news(call, What.CALLED).to(hotline, phone));
        return call;
    }

    /** Whoever it rings at picks up. */
    void pickUp(String id, String extension) {
        var call = known(id);
        if (call.state() == Call.State.RINGS_THERE) {
            calls.tell(news(call, What.CONNECTED));
            going.put(id, call.now(call.extension(), Call.State.SPEAKING));
        } else if (call.state() == Call.State.RINGS_HERE) {
            var where = call.hotline() == null ? call.extension() : extension;
            calls.tell(news(call, What.ANSWERED).at(where));
            going.put(id, call.now(where, call.hotline() == null ? Call.State.RINGS_THERE : Call.State.SPEAKING));
        }
    }

    void hangUp(String id) {
        calls.tell(news(known(id), What.ENDED));
        going.remove(id);
    }

    private Call known(String id) {
        var call = going.get(id);
        if (call == null) {
            throw new IllegalArgumentException("this call is over");
        }
        return call;
    }

    private CallNews news(Call call, What what) {
        return CallNews.of(NAME, call.id(), what, clock.instant());
    }
}
