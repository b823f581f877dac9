package org.minyi.survey.web;

/** There is nothing to stop any more. */
class WaveOver extends RuntimeException {

    WaveOver() {
        super("this wave is over: it was closed, withdrawn or stopped before");
    }
}
