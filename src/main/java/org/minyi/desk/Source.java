package org.minyi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Where a request comes from, as far as guessing is concerned. */
public final class Source {

    private static final int PARTS_OF_A_NETWORK = 4;

    private Source() {}

    /** The address; of IPv6 the network, since whoever has one address there has all of its network. */
    public static String of(HttpServletRequest request) {
        var address = String.valueOf(request.getRemoteAddr());
        if (!address.contains(":") || address.startsWith("::") || address.contains(".")) {
            return address;
        }
        var parts = List.of(address.split(":", -1));
        return String.join(":", parts.subList(0, Math.min(PARTS_OF_A_NETWORK, parts.size()))) + "::/64";
    }
}
