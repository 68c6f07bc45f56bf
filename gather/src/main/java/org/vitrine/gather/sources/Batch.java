package org.vitrine.gather.sources;

import java.util.List;
import java.util.Map;

/**
 * What a source gives at once; what happened to it comes before the values.
 *
 * @param position where to go on after it, by a key of the source
 * @param kept called when all that comes of it is on disk: now the source may be told so
 */
public record Batch(
    List<Happening> happenings,
    List<Observed> values,
    Map<String, String> position,
    Runnable kept) {

  public static Batch of(List<Observed> values) {
    return new Batch(List.of(), values, Map.of(), () -> {});
  }

  public static Batch of(Happening happening) {
    return new Batch(List.of(happening), List.of(), Map.of(), () -> {});
  }
}
