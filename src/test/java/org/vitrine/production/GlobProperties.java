package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GlobProperties {

  @Property(tries = 20_000)
  void a_glob_says_what_the_same_pattern_says(
      @ForAll("globs") String glob, @ForAll("texts") String text) {
    assertThat(Glob.matches(glob, text)).isEqualTo(asPattern(glob).matcher(text).matches());
  }

  private static Pattern asPattern(String glob) {
    return Pattern.compile(
        glob.chars()
            .mapToObj(
                character ->
                    switch (character) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(character));
                    })
            .collect(Collectors.joining()),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  /** Few letters, so that much of it nearly fits. */
  @Provide
  Arbitrary<String> globs() {
    return Arbitraries.strings().withChars("aAb**?焊").ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aAbB焊*").ofMaxLength(14);
  }

  /** More than a machine word between two stars. */
  @Example
  void a_long_part_is_found_where_all_of_it_stands() {
    String part = "ab".repeat(50) + "c";

    assertThat(Glob.matches("*" + part + "*", "ab".repeat(60) + "c!")).isTrue();
    assertThat(Glob.matches("*" + part + "*", "ab".repeat(60) + "d!")).isFalse();
    assertThat(Glob.matches("*" + part + "*x", part + "x")).isTrue();
    assertThat(Glob.matches("*" + part + "*x", part.substring(1) + "x")).isFalse();
  }

  @Example
  void what_is_written_in_capitals_or_not_is_the_same() {
    assertThat(Glob.matches("assembl*", "Assembly 3")).isTrue();
    assertThat(Glob.matches("*WELD*ing?", "spot welding, Welding2")).isTrue();
    assertThat(Glob.matches("", "")).isTrue();
    assertThat(Glob.matches("**", "")).isTrue();
    assertThat(Glob.matches("?", "")).isFalse();
    assertThat(Glob.matches("a*a", "a")).isFalse();
  }
}
