package org.vitrine.devices;

/** What became of one of the readings that were sent; its place among them counts from 0. */
public sealed interface ConditionOutcome {
  int index();

  record ConditionTaken(int index, String id) implements ConditionOutcome {}

  /** Said before, in the same words: nothing changed. */
  record ConditionKnown(int index, String id) implements ConditionOutcome {}

  /** Nothing of it is kept. */
  record ConditionRefused(int index, String id, String field, String reason)
      implements ConditionOutcome {}
}
