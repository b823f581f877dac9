package org.minyi.organisation;

import java.util.List;

/** People took up their work. */
public record MembersEnlisted(List<Member> members) {}
