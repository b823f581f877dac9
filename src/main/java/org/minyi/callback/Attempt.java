package org.minyi.callback;

import java.time.ZonedDateTime;
import java.util.UUID;
import org.minyi.citizen.WordsId;

/**
 * One attempt to reach a person.
 *
 * @param number counted from 1 within the call
 * @param at in the city's zone: the plan for the next attempt depends on the hour
 * @param caller user id
 * @param words what the person said; null when nothing was noted
 */
public record Attempt(UUID id, int number, ZonedDateTime at, String caller, CallOutcome outcome, WordsId words) {}
