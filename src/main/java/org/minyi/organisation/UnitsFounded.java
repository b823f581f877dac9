package org.minyi.organisation;

import java.util.List;

/** Units came into being. */
public record UnitsFounded(List<Unit> units) {}
