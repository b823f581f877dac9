package org.minyi.organisation;

/** What was typed is no extension, or is another person's. */
public class NotAnExtension extends IllegalArgumentException {

    NotAnExtension(String why) {
        super(why);
    }
}
