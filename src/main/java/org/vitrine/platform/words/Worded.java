package org.vitrine.platform.words;

/** What reads differently in each language. */
@FunctionalInterface
public interface Worded {
  String in(Language language);
}
