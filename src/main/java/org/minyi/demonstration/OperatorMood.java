package org.minyi.demonstration;

/**
 * How the simulated operator behaves.
 *
 * @param delaySeconds from a message to its delivery report
 * @param loseReports no report ever comes
 * @param noAnswer takes the messages and hangs up: nobody knows whether they arrived
 * @param doubleReports tells every report twice
 */
record OperatorMood(int delaySeconds, boolean loseReports, boolean noAnswer, boolean doubleReports) {

    static final OperatorMood GOOD = new OperatorMood(1, false, false, false);
    private static final int LONGEST = 86_400;

    OperatorMood {
        if (delaySeconds < 0 || delaySeconds > LONGEST) {
            throw new IllegalArgumentException(
                    "delaySeconds is %d; 0 to %d is expected".formatted(delaySeconds, LONGEST));
        }
    }
}
