package badhouse.survey;

import badhouse.citizen.Upstairs;

/** The other half of a circle of two rooms. */
public class Downstairs {

    Upstairs below;
}
