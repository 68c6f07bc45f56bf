package org.vitrine.gather.plan;

/**
 * What is wrong in the file.
 *
 * @param line from 1
 * @param path such as {@code sources[0].tags[2].wrapsAt}; empty for the file as a whole
 */
public record Fault(int line, String path, String sentence) implements Comparable<Fault> {
  @Override
  public int compareTo(Fault other) {
    return line != other.line ? Integer.compare(line, other.line) : path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path.isEmpty()
        ? "line %d: %s".formatted(line, sentence)
        : "line %d, %s: %s".formatted(line, path, sentence);
  }
}
