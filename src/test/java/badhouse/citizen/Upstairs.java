package badhouse.citizen;

import badhouse.survey.Downstairs;

/** Breaks the stairs: the lowest room uses a higher one, which uses this. */
public class Upstairs {

    Downstairs above;
}
