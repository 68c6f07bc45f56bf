package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * Something that people may want to be told, before it is known who.
 *
 * @param change names the change that it tells, in hexadecimal digits: the same each time
 * @param contacts under which topic it is told to customers; absent where it is none of theirs
 * @param staff the same for the house
 * @param company whose it is; null where it is the house’s own, which no company is told
 * @param lines of the order, where it is about lines
 * @param people who is told; absent for those who belong to the company or look after it
 * @param facts what its sentence is made of
 * @param owed whether staff are told whatever they chose: it is work that waits for them
 * @param mailed who has an email of its own about it, and gets no other
 */
record News(
    String change,
    String kind,
    Optional<NoticeTopic> contacts,
    Optional<NoticeTopic> staff,
    Long company,
    Optional<Long> orderId,
    List<Integer> lines,
    Optional<String> stage,
    Optional<List<Long>> people,
    ObjectNode facts,
    boolean owed,
    List<Long> mailed,
    Instant at) {

  /** What nobody has an email about yet. */
  News(
      String change,
      String kind,
      Optional<NoticeTopic> contacts,
      Optional<NoticeTopic> staff,
      Long company,
      Optional<Long> orderId,
      List<Integer> lines,
      Optional<String> stage,
      Optional<List<Long>> people,
      ObjectNode facts,
      boolean owed,
      Instant at) {
    this(
        change, kind, contacts, staff, company, orderId, lines, stage, people, facts, owed,
        List.of(), at);
  }

  /** So many hexadecimal digits, 128 bits, tell changes apart. */
  private static final int DIGITS = 32;

  static String nameOf(Change change) {
    return nameOf(
        change.kind(), change.key(), String.valueOf(change.version()), Json.text(change.body()));
  }

  static String nameOf(String... parts) {
    return DigestUtils.sha256Hex(String.join("\n", parts)).substring(0, DIGITS);
  }

  /** True where both say the same of different lines. */
  boolean saysTheSameAs(News other) {
    return kind.equals(other.kind)
        && !lines.isEmpty()
        && orderId.equals(other.orderId)
        && facts.equals(other.facts);
  }

  /** Both in one, of the lines of both; it is as new as the newer one. */
  News and(News other) {
    List<Integer> all = new ArrayList<>(lines);
    all.addAll(other.lines);
    return new News(
        change,
        kind,
        contacts,
        staff,
        company,
        orderId,
        all,
        stage,
        people,
        facts,
        owed,
        mailed,
        at.isAfter(other.at) ? at : other.at);
  }
}
