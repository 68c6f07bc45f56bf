package org.vitrine.notices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What notices are about, as people choose among them. */
public enum NoticeTopic {
  /** A stage began or is done, or the whole order is. */
  STAGES("stages", NoticeReaders.values()),
  /** A date was moved, another one is offered, or the order was cancelled or reinstated. */
  PROMISES("promises", NoticeReaders.values()),
  RISKS("risks", NoticeReaders.values()),
  FAILURES("failures", NoticeReaders.values()),
  /** Something left, or arrived. */
  DELIVERIES("deliveries", NoticeReaders.values()),
  /** What the house says to a customer's message. */
  ANSWERS("answers", NoticeReaders.CUSTOMERS),
  /** What is offered for a piece before its cover ends. */
  WARRANTY("warranty", NoticeReaders.CUSTOMERS),
  /** What customers say. */
  MESSAGES("messages", NoticeReaders.STAFF);

  private final String code;
  private final Set<NoticeReaders> readers;

  NoticeTopic(String code, NoticeReaders... readers) {
    this.code = code;
    this.readers = Set.of(readers);
  }

  @JsonValue
  public String code() {
    return code;
  }

  static NoticeTopic of(String code) {
    return known(code).orElseThrow();
  }

  /** Absent for one that only another version knows, which may run beside this one. */
  static Optional<NoticeTopic> known(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** All that this version knows, as they are written down. */
  static String[] codes() {
    return codes(List.of(values()));
  }

  static String[] codes(Collection<NoticeTopic> topics) {
    return topics.stream().map(NoticeTopic::code).sorted().toArray(String[]::new);
  }

  boolean isFor(NoticeReaders one) {
    return readers.contains(one);
  }

  /** Whether companies are told of it, beside the house itself. */
  public boolean isForCustomers() {
    return isFor(NoticeReaders.CUSTOMERS);
  }

  static List<NoticeTopic> of(NoticeReaders one) {
    return Arrays.stream(values()).filter(topic -> topic.isFor(one)).toList();
  }
}
