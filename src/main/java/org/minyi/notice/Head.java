package org.minyi.notice;

import java.util.List;

/**
 * What every document says.
 *
 * @param copies the units that get one, by name
 */
record Head(Notice notice, NewNotice.Matter matter, List<String> copies, String centre) {}
