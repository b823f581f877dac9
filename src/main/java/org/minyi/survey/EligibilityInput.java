package org.minyi.survey;

/**
 * Everything survey-eligibility.dmn may look at. Contacts with equal inputs are judged once a wave.
 *
 * @param line MOBILE, LANDLINE, OTHER, or NONE when no phone was told
 * @param recentlyAsked the line was asked within the fatigue guard's days, whatever the business
 */
public record EligibilityInput(
        String module,
        String business,
        String line,
        boolean minor,
        boolean optedOut,
        boolean unitKnown,
        boolean recentlyAsked) {}
