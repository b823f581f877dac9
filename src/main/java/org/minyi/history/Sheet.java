package org.minyi.history;

import java.io.IOException;
import java.util.List;

/** Rows of text on their way into a file. Whatever a cell says, it is text and never a formula. */
interface Sheet extends AutoCloseable {

    /** What is missing is an empty cell. */
    void add(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
}
