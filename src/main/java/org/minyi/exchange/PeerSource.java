package org.minyi.exchange;

import java.util.List;

/** Somebody who knows peers besides those in the settings; a peer in the settings goes before one of the same channel. */
public interface PeerSource {

    List<Peer> peers();
}
