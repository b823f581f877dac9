package org.minyi.desk.task;

/** Somebody tried to take a step of a matter that is about them or their unit. */
class NotImpartial extends RuntimeException {

    NotImpartial(String userId, Step step) {
        super("%s cannot take this step (%s): the matter is about them or their unit".formatted(userId, step.verb()));
    }
}
