/**
 * What a model, a form, a table or a question may not do to the engine. Two locks: what is handed in is read before it is
 * stored ({@link org.minyi.desk.guard.DeployCheck}), and whatever is stored runs without anything to run into
 * ({@link org.minyi.desk.guard.GuardPlugin}). docs/decisions/0012.
 */
package org.minyi.desk.guard;
