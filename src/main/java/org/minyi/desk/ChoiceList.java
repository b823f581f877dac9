package org.minyi.desk;

import java.util.List;

/**
 * A list that forms offer for choosing ({@code valuesKey} of a select). It is asked for when a form is opened and never
 * stored, so it is never stale. A room offers its own lists as beans.
 */
public interface ChoiceList {

    /** The name in the form, for example {@code unitChoices}. */
    String name();

    List<Choice> choices(OpenForm form);
}
