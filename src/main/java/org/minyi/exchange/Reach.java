package org.minyi.exchange;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * To which addresses a message may go. Exchanges mostly stand on the government's own network, whose addresses are
 * private: whoever connects one says so. Nobody's name may lead to this machine itself or to the ones beside it by
 * chance. What is looked up here is what is connected to: the JVM keeps an answer for half a minute.
 */
final class Reach {

    private Reach() {}

    static boolean isAllowed(String host, boolean privateAddresses) throws UnknownHostException {
        var isHere = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        for (var address : InetAddress.getAllByName(host)) {
            if (!isAllowed(address, privateAddresses, isHere)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(InetAddress address, boolean privateAddresses, boolean isHere) {
        if (address.isLoopbackAddress()) {
            return isHere;
        }
        // Link-local is where clouds keep their secrets.
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return false;
        }
        return privateAddresses || !(address.isSiteLocalAddress() || isUniqueLocal(address) || isShared(address));
    }

    /** fc00::/7 */
    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /** 100.64.0.0/10 */
    private static boolean isShared(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    }
}
