package org.vitrine.gather.mapping;

/** Where it is told what came of values and what did not. */
public interface Notes {
  /** A value from which nothing could be made; said often, told seldom. */
  void unused(String source, String tag, String why);

  /** Something that people should know, in a sentence. */
  void told(String source, String machine, String sentence);
}
