package org.minyi.channel.phone.ami;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which calls of an exchange are ours; those that are over a while longer, for not everything is told in order. */
final class OurCalls {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final Map<String, Standing> calls = new ConcurrentHashMap<>();

    /**
     * @param overSince null while it is not over
     */
    private record Standing(boolean dialled, Instant overSince) {}

    /**
     * @param dialled whether we asked for it
     */
    void add(String call, boolean dialled) {
        calls.putIfAbsent(call, new Standing(dialled, null));
    }

    boolean has(String call) {
        return call != null && calls.containsKey(call);
    }

    boolean isDialled(String call) {
        return has(call) && calls.get(call).dialled();
    }

    /** False where it is none of ours, or over already. */
    boolean end(String call, Instant now) {
        calls.values()
                .removeIf(one ->
                        one.overSince() != null && one.overSince().plus(A_WHILE).isBefore(now));
        var standing = call == null ? null : calls.get(call);
        if (standing == null || standing.overSince() != null) {
            return false;
        }
        calls.put(call, new Standing(standing.dialled(), now));
        return true;
    }
}
