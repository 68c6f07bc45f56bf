package org.vitrine.recalls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Amount;
import org.vitrine.platform.json.Json;

/**
 * Who is to be told what now: what is concerned and written, against what was told. A pure
 * derivation, so that telling twice tells once, and widening or narrowing tells the difference.
 *
 * @param version of what is written; 0 where nothing is, and then nobody is told
 */
record TellingPlan(long version, List<PlannedNotice> notices) {

  /**
   * What one company is to be told.
   *
   * @param before what it was told; absent where it was not
   * @param news absent where it knows already
   */
  record PlannedNotice(
      CompanyId company,
      List<NoticeLine> lines,
      Optional<RecallNotice> before,
      Optional<NoticeNews> news) {

    /** Whether nothing is left to be told, or to be done. */
    boolean isFinished() {
      return news.isEmpty() && before.map(RecallNotice::isFinished).orElseGet(lines::isEmpty);
    }

    /**
     * What was done of its pieces: what was done may have been of any that it is not about any
     * more, so only the rest surely is of those that stay.
     */
    Amount done() {
      return before
          .map(notice -> notice.handling().done().lessAtLeastNothing(gone(notice)))
          .orElse(Amount.NONE);
    }

    private Amount gone(RecallNotice notice) {
      return notice.pieces().lessAtLeastNothing(NoticeLine.stays(notice.lines(), lines));
    }

    /** Whether what has begun was about none of these: then they are chosen for anew. */
    boolean isAboutOthers() {
      return !lines.isEmpty()
          && before.stream()
              .flatMap(known -> known.lines().stream())
              .noneMatch(line -> lines.stream().anyMatch(line::hasPiecesOf));
    }
  }

  static TellingPlan between(
      Optional<Recall> written,
      Map<CompanyId, List<NoticeLine>> concerned,
      Collection<RecallNotice> told) {
    Map<CompanyId, RecallNotice> before = new HashMap<>();
    told.forEach(notice -> before.put(notice.company(), notice));
    Set<CompanyId> companies = new HashSet<>(concerned.keySet());
    companies.addAll(before.keySet());
    List<PlannedNotice> planned = new ArrayList<>();
    for (CompanyId company : companies) {
      List<NoticeLine> lines = concerned.getOrDefault(company, List.of());
      Optional<RecallNotice> known = Optional.ofNullable(before.get(company));
      planned.add(
          new PlannedNotice(
              company,
              lines,
              known,
              written.flatMap(recall -> news(recall.matter(), lines, known))));
    }
    planned.sort(Comparator.comparingLong(one -> one.company().value()));
    return new TellingPlan(written.map(Recall::version).orElse(0L), planned);
  }

  private static Optional<NoticeNews> news(
      RecallMatter matter, List<NoticeLine> lines, Optional<RecallNotice> known) {
    if (known.isEmpty()) {
      return Optional.of(NoticeNews.FIRST).filter(first -> !lines.isEmpty());
    }
    List<NoticeLine> before = known.get().lines();
    if (lines.isEmpty()) {
      return Optional.of(NoticeNews.CLEARED).filter(cleared -> !before.isEmpty());
    }
    if (isMore(before, lines)) {
      return Optional.of(NoticeNews.MORE);
    }
    if (!known.get().matter().equals(matter)) {
      return Optional.of(NoticeNews.CORRECTED);
    }
    return isMore(lines, before) ? Optional.of(NoticeNews.FEWER) : Optional.empty();
  }

  /** Whether the one has anything that the other has not. */
  private static boolean isMore(List<NoticeLine> known, List<NoticeLine> now) {
    Map<String, Amount> had = new HashMap<>();
    known.forEach(line -> had.put(line.place(), line.amount()));
    Set<String> codes = new HashSet<>();
    known.forEach(line -> line.codes().forEach(code -> codes.add(line.place() + code)));
    return now.stream()
        .anyMatch(
            line ->
                line.amount().compareTo(had.getOrDefault(line.place(), Amount.NONE)) > 0
                    || line.codes().stream()
                        .anyMatch(code -> !codes.contains(line.place() + code)));
  }

  List<PlannedNotice> toTell() {
    return notices.stream().filter(one -> one.news().isPresent()).toList();
  }

  /** By which whoever tells says what they have looked at: another plan has another. */
  String fingerprint() {
    List<Object> all = new ArrayList<>();
    all.add(version);
    for (PlannedNotice one : toTell()) {
      all.add(List.of(one.company().value(), one.lines(), one.news().orElseThrow()));
    }
    return DigestUtils.sha256Hex(Json.bytes(all)).substring(0, 32);
  }
}
