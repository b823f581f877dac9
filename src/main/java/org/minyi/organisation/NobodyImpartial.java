package org.minyi.organisation;

/** Neither a reviewer, a director nor an inspector is left who may look into a matter: the city lacks people. */
public class NobodyImpartial extends IllegalStateException {

    NobodyImpartial(UnitCode respondentUnit) {
        super("nobody is left to look into a matter about unit %s: enlist a director or an inspector"
                .formatted(respondentUnit));
    }
}
