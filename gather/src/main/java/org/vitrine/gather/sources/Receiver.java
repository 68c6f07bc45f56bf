package org.vitrine.gather.sources;

/** Whom a source speaks to. */
public interface Receiver {
  /** Waits where there is no room: what waits in a source is not lost. */
  void take(Batch batch) throws InterruptedException;

  /** The position that the last batch which was kept left under this key; null where none did. */
  String position(String key);

  void connected();

  void disconnected(String why);

  /**
   * A value that is none: of bad quality, or not to be understood.
   *
   * @param why the same sentence for all such values
   * @param value what came; null where there is none to show
   */
  void unusable(String tag, String why, String value);
}
