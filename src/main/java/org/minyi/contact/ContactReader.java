package org.minyi.contact;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads a delivery line by line, holding one line at a time. */
interface ContactReader {

    /** Hands over every line. Throws {@link RefusedDelivery} where the file breaks off or is no such file at all. */
    void each(Consumer<RawContact> receiver) throws IOException;

    /** Columns nobody here knows; complete once every line was read. */
    List<String> unknownColumns();
}
