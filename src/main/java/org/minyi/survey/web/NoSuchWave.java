package org.minyi.survey.web;

/** No wave has this id. */
class NoSuchWave extends RuntimeException {

    NoSuchWave() {
        super("there is no such wave");
    }
}
