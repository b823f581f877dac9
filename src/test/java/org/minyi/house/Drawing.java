package org.minyi.house;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** The picture of a process as numbers: where its shapes stand and how its lines run. */
final class Drawing {

    private final List<String> missing = new ArrayList<>();
    private final Map<FlowNode, Rectangle2D> shapes = new LinkedHashMap<>();
    private final Map<SequenceFlow, List<Line2D>> lines = new LinkedHashMap<>();

    private Drawing(BpmnModelInstance model) {
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node) {
                var bounds = shape.getBounds();
                shapes.put(
                        node,
                        new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
            }
        }
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                var points = List.copyOf(edge.getWaypoints());
                var run = new ArrayList<Line2D>();
                for (var i = 1; i < points.size(); i++) {
                    run.add(new Line2D.Double(
                            points.get(i - 1).getX(),
                            points.get(i - 1).getY(),
                            points.get(i).getX(),
                            points.get(i).getY()));
                }
                lines.put(flow, run);
            }
        }
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !shapes.containsKey(node))
                .forEach(node -> missing.add(node.getId()));
        model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !lines.containsKey(flow))
                .forEach(flow -> missing.add(flow.getId()));
    }

    static Drawing of(BpmnModelInstance model) {
        return new Drawing(model);
    }

    /** What the process has and the picture does not. */
    List<String> missing() {
        return missing;
    }

    /** Pairs of lines that cross, and lines that run through a shape which is neither their start nor their end. */
    List<String> crossings() {
        var found = new ArrayList<String>();
        var flows = List.copyOf(lines.keySet());
        for (var i = 0; i < flows.size(); i++) {
            for (var j = i + 1; j < flows.size(); j++) {
                if (cross(lines.get(flows.get(i)), lines.get(flows.get(j)))) {
                    found.add(flows.get(i).getId() + " crosses " + flows.get(j).getId());
                }
            }
            for (var shape : shapes.entrySet()) {
                if (!isEnd(flows.get(i), shape.getKey())
                        && !isWithin(flows.get(i), shape.getKey())
                        && runsThrough(lines.get(flows.get(i)), shape.getValue())) {
                    found.add(flows.get(i).getId() + " runs through "
                            + shape.getKey().getId());
                }
            }
        }
        return found;
    }

    /** Shapes that lie on each other. */
    List<String> overlaps() {
        var found = new ArrayList<String>();
        var nodes = List.copyOf(shapes.keySet());
        for (var i = 0; i < nodes.size(); i++) {
            for (var j = i + 1; j < nodes.size(); j++) {
                if (!(nodes.get(i) instanceof BoundaryEvent)
                        && !(nodes.get(j) instanceof BoundaryEvent)
                        && !isWithin(nodes.get(i), nodes.get(j))
                        && !isWithin(nodes.get(j), nodes.get(i))
                        && shapes.get(nodes.get(i)).intersects(shapes.get(nodes.get(j)))) {
                    found.add(nodes.get(i).getId() + " lies on " + nodes.get(j).getId());
                }
            }
        }
        return found;
    }

    /** Shapes with a negative corner: outside the paper. */
    List<String> backwards() {
        return shapes.entrySet().stream()
                .filter(shape -> shape.getValue().getX() < 0 || shape.getValue().getY() < 0)
                .map(shape -> shape.getKey().getId())
                .toList();
    }

    private static boolean isWithin(FlowElement element, FlowNode frame) {
        return element.getParentElement().equals(frame);
    }

    private static boolean isEnd(SequenceFlow flow, FlowNode node) {
        return flow.getSource().equals(node)
                || flow.getTarget().equals(node)
                || (node instanceof BoundaryEvent event && isEnd(flow, (FlowNode) event.getAttachedTo()));
    }

    private static boolean runsThrough(List<Line2D> run, Rectangle2D shape) {
        var inner =
                new Rectangle2D.Double(shape.getX() + 1, shape.getY() + 1, shape.getWidth() - 2, shape.getHeight() - 2);
        return run.stream().anyMatch(inner::intersectsLine);
    }

    private static boolean cross(List<Line2D> one, List<Line2D> other) {
        return one.stream().anyMatch(a -> other.stream().anyMatch(b -> properly(a, b)));
    }

    /** True where the lines pass through each other; meeting at an end or running into the same shape is no crossing. */
    private static boolean properly(Line2D a, Line2D b) {
        return a.intersectsLine(b)
                && apart(a.getP1(), b)
                && apart(a.getP2(), b)
                && apart(b.getP1(), a)
                && apart(b.getP2(), a);
    }

    private static boolean apart(Point2D point, Line2D line) {
        return line.ptSegDist(point) > 0.5;
    }
}
