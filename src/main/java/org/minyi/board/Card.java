package org.minyi.board;

/**
 * What stands under a task's name in the list.
 *
 * @param task the task's id
 * @param number the matter's
 * @param title the matter's, without personal data
 * @param document the official document that the task is about, as it calls itself; null for every other task
 * @param supervised whether a leader waits for an answer about it
 */
public record Card(String task, String number, String title, String document, boolean supervised) {}
