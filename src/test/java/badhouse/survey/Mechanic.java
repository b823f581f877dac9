package badhouse.survey;

import org.camunda.bpm.engine.RuntimeService;

/** Knows the engine outside of a process package. */
class Mechanic {

    RuntimeService engine;
}
