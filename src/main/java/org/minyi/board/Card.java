package org.minyi.board;

/**
 * What stands under a task's name in the list.
 *
 * @param task the task's id
 * @param number the matter's
 * @param title the matter's, without personal data
 */
public record Card(String task, String number, String title) {}
