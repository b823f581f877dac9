package org.minyi.organisation;

import java.util.Set;

/**
 * Another system that hands things in, and for whom it may speak: a key of the 12345 line that leaked hands in nothing as
 * 110.
 *
 * @param name what the city calls it
 * @param sources the sources whose contacts it may hand in; {@link #ANY} is each
 * @param channels the channels whose matters it may hand in and ask after; {@link #ANY} is each
 */
public record MachineClient(String name, Set<String> sources, Set<String> channels) {

    /** Stands for each source or each channel. */
    public static final String ANY = "*";

    public MachineClient {
        sources = Set.copyOf(sources);
        channels = Set.copyOf(channels);
    }

    /** One that may speak for everybody: a demonstration, or a city with one exchange for all its systems. */
    public static MachineClient ofEverybody(String name) {
        return new MachineClient(name, Set.of(ANY), Set.of(ANY));
    }

    /** Whether it may hand in contacts of this source. */
    public boolean speaksFor(String source) {
        return allows(sources, source);
    }

    /** Whether it may hand in matters of this channel and read what became of them. */
    public boolean handsIn(String channel) {
        return allows(channels, channel);
    }

    private static boolean allows(Set<String> some, String one) {
        return some.contains(ANY) || (one != null && some.contains(one));
    }
}
