package org.minyi.audit;

import org.springframework.context.annotation.Import;

/** What the command {@code verify} needs. */
@Import({CommandParts.class, ChainTables.class, Anchors.Settings.class, Anchors.class, Verification.class})
public class VerificationParts {}
