package org.minyi.extension;

import org.minyi.desk.SeenTask;
import org.minyi.organisation.Desk;

/**
 * Somebody has asked; heard by the process that brings it to whoever decides.
 *
 * @param task the step that needs more time
 * @param deciding whose desk it goes to
 */
public record TimeAsked(TimeRequest request, SeenTask task, Desk deciding) {}
