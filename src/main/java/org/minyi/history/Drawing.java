package org.minyi.history;

import java.util.List;
import java.util.Optional;

/**
 * A drawing, as far as a path through it needs it.
 *
 * @param deployment the engine's id of the delivery it came with
 */
public record Drawing(String process, String name, int version, String deployment, List<Node> nodes, List<Flow> flows) {

    /** A place in the drawing. */
    public record Node(String id, String name, Kind kind) {}

    /** An arrow. */
    public record Flow(String id, String from, String to) {}

    /** What a place is, as far as it matters here. */
    public enum Kind {
        TASK,
        END,
        /** Sends one arrival on along several arrows. */
        SPLIT,
        /** Waits for the first of several events; the event ends it from outside. */
        WAIT,
        OTHER
    }

    public Drawing {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
    }

    /** The name of a place; its id when the drawing does not know it. */
    public String nameOf(String node) {
        return find(node).map(Node::name).orElse(node);
    }

    public List<Node> of(Kind kind) {
        return nodes.stream().filter(node -> node.kind() == kind).toList();
    }

    boolean is(Kind kind, String node) {
        return find(node).filter(found -> found.kind() == kind).isPresent();
    }

    private Optional<Node> find(String node) {
        return nodes.stream().filter(one -> one.id().equals(node)).findFirst();
    }
}
