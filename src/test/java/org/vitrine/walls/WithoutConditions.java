package org.vitrine.walls;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the company out of every query that a customer reaches. */
final class WithoutConditions implements UnaryOperator<String> {
  private static final Pattern CONDITION =
      Pattern.compile("(\\$\\d::bigint IS NULL) OR (\\w+\\.)?company_id = \\$\\d");

  private final Set<String> rewritten = ConcurrentHashMap.newKeySet();

  @Override
  public String apply(String sql) {
    Matcher conditions = CONDITION.matcher(sql);
    if (!conditions.find()) {
      return sql;
    }
    rewritten.add(sql);
    return conditions.replaceAll("$1 OR true");
  }

  /** The queries that lost their condition. */
  Set<String> rewritten() {
    return rewritten;
  }
}
