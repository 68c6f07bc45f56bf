package org.vitrine.profiles;

/** Something that counts, and the version that it comes from. */
public record AgreedValue<T>(T value, AgreedVersion version) {

  static <T> AgreedValue<T> usual(T value) {
    return new AgreedValue<>(value, AgreedVersion.DEFAULT);
  }
}
