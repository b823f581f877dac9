package org.minyi.history;

import java.util.List;

/** What a search can be asked for. */
public record Choices(List<OfProcess> processes, List<OfUnit> units) {

    /** A process, with its tasks and its ends. */
    public record OfProcess(String id, String name, List<Named> steps, List<Named> outcomes) {}

    public record Named(String id, String name) {}

    /**
     * A unit.
     *
     * @param above the unit above; null for the centre
     */
    public record OfUnit(String code, String name, String above) {}
}
