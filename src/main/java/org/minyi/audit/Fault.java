package org.minyi.audit;

/** What can be wrong with evidence. */
public enum Fault {
    /** What a fact says is not what was linked. */
    FACT_CHANGED("the fact was changed"),
    /** Its link is there, the fact is not. */
    FACT_MISSING("the fact is missing"),
    /** A fact that the chain does not know. */
    FACT_UNLINKED("a fact stands outside the chain"),
    /** A link was rewritten. */
    LINK_CHANGED("the link was changed"),
    LINKS_MISSING("links are missing"),
    LINK_TOO_MANY("there is a link too many"),
    /** What is kept of the end of the chain is not its end. */
    END_MOVED("the chain does not end where its end is kept"),
    /** The chain was rewritten, or cut, after it was anchored. */
    ANCHOR_CONTRADICTS("the chain is not the one that was anchored"),
    ANCHOR_CHANGED("a line of the anchors was changed, added, or is missing before it"),
    /** A trigger or a right that protects the evidence is not as it was made. */
    GUARD_DOWN("what protects the evidence is not in place"),
    UNREADABLE("the evidence cannot be read");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
