package org.vitrine.gather.plan;

/** Something that a report says: always the same, or what another tag of the source said last. */
public sealed interface Word {
  record Fixed(String text) implements Word {}

  record OfTag(String tag) implements Word {}
}
