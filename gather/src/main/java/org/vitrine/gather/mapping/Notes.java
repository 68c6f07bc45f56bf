package org.vitrine.gather.mapping;

/** Where it is told what came of values and what did not. */
public interface Notes {
  /**
   * A value from which nothing could be made; said often, told seldom.
   *
   * @param why the same sentence for all such values, so that they are counted together
   * @param value the last of them; null where there is none to show
   */
  void unused(String source, String tag, String why, String value);

  /** Something that people should know, in a sentence. */
  void told(String source, String machine, String sentence);
}
