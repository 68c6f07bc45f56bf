package org.vitrine.voices;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Glob;

/**
 * Which department a stage is whose: the one whose pattern says most of the stage's code, a code
 * itself most of all. No two departments may say equally much of the same.
 */
final class StageClaims {
  private static final int MOST = 200;
  private static final Pattern CLAIM = Pattern.compile("[a-z0-9*?-]{1,60}");

  private StageClaims() {}

  /** Throws {@link Rejection.Invalid} where one is no code of a stage and no pattern of one. */
  static List<String> checked(List<String> claims) {
    if (claims.size() > MOST) {
      throw new Rejection.Invalid(
          "stages", "A department can have at most %d stages or patterns".formatted(MOST));
    }
    for (int at = 0; at < claims.size(); at++) {
      if (!CLAIM.matcher(claims.get(at)).matches()) {
        throw new Rejection.Invalid(
            "stages[%d]".formatted(at),
            "“%s” is not a stage’s code such as final-inspection, or a pattern such as weld-*"
                .formatted(Excerpt.of(claims.get(at))));
      }
    }
    return claims.stream().distinct().toList();
  }

  /** The department that has this stage by itself. */
  static Optional<Department> of(String stage, Collection<Department> departments) {
    return departments.stream()
        .flatMap(one -> one.stages().stream().map(claim -> new StageClaim(claim, one)))
        .filter(claim -> Glob.matches(claim.pattern(), stage))
        .max(Comparator.comparing(claim -> weight(claim.pattern())))
        .map(StageClaim::department);
  }

  private record StageClaim(String pattern, Department department) {}

  /** Throws {@link Rejection.Conflict} where another department claims the same. */
  static void requireOwn(Department wanted, Collection<Department> others) {
    for (Department other : others) {
      for (String claim : wanted.stages()) {
        other.stages().stream()
            .filter(theirs -> overlap(claim, theirs))
            .findFirst()
            .ifPresent(
                theirs -> {
                  throw new Rejection.Conflict(
                      claim.equals(theirs)
                          ? "“%s” is a stage of “%s” already".formatted(claim, other.code())
                          : "Some stages would fit both “%s” and “%s” of “%s”: make one more precise"
                              .formatted(claim, theirs, other.code()));
                });
      }
    }
  }

  /** Whether some stage fits both, and neither says more of it. */
  static boolean overlap(String one, String other) {
    return weight(one) == weight(other)
        && meet(one, 0, other, 0, new Boolean[one.length() + 1][other.length() + 1]);
  }

  /** A code outweighs whatever is a pattern. */
  private static int weight(String claim) {
    long wild = claim.chars().filter(letter -> letter == '*' || letter == '?').count();
    return wild == 0 ? Integer.MAX_VALUE : claim.length() - (int) wild;
  }

  /** Whether some text fits what is left of both patterns; each pair of places is tried once. */
  private static boolean meet(String one, int i, String other, int j, Boolean[][] known) {
    if (known[i][j] == null) {
      known[i][j] = false;
      known[i][j] = tried(one, i, other, j, known);
    }
    return known[i][j];
  }

  private static boolean tried(String one, int i, String other, int j, Boolean[][] known) {
    boolean oneEnds = i == one.length();
    boolean otherEnds = j == other.length();
    if (!oneEnds && one.charAt(i) == '*') {
      return meet(one, i + 1, other, j, known) || !otherEnds && meet(one, i, other, j + 1, known);
    }
    if (!otherEnds && other.charAt(j) == '*') {
      return meet(one, i, other, j + 1, known) || !oneEnds && meet(one, i + 1, other, j, known);
    }
    if (oneEnds || otherEnds) {
      return oneEnds && otherEnds;
    }
    boolean same =
        one.charAt(i) == '?' || other.charAt(j) == '?' || one.charAt(i) == other.charAt(j);
    return same && meet(one, i + 1, other, j + 1, known);
  }
}
