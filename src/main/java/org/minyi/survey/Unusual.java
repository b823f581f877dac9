package org.minyi.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * When a wave may not go out by itself: its size is more than half off the median of the last waves, or too many of its
 * contacts are excluded. The first wave of all has nothing to be compared with.
 */
final class Unusual {

    static final int WAVES_LOOKED_AT = 14;
    private static final double SIZE_OFF_BY = 0.5;
    private static final double EXCLUDED_ABOVE = 0.4;

    private Unusual() {}

    /** The reasons in words, or nothing when the wave is like the others. */
    static Optional<String> judge(int contacts, int excluded, List<Integer> lastSizes) {
        var reasons = new ArrayList<String>();
        if (!lastSizes.isEmpty()) {
            var median = median(lastSizes);
            if (Math.abs(contacts - median) > SIZE_OFF_BY * median) {
                var others = lastSizes.size() == 1
                        ? "the size of the last wave"
                        : "the median of the last " + lastSizes.size() + " waves";
                reasons.add("%d contacts, but %s is %.0f".formatted(contacts, others, median));
            }
        }
        if (excluded > EXCLUDED_ABOVE * contacts) {
            reasons.add("%d of %d contacts are excluded".formatted(excluded, contacts));
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private static double median(List<Integer> sizes) {
        var sorted = new ArrayList<>(sizes);
        Collections.sort(sorted);
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
