package org.vitrine.recalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.recalls.Recall.RecallMark;
import org.vitrine.recalls.RecallNotice.NoticeAnswer;
import org.vitrine.recalls.RecallNotice.NoticeHandling;
import org.vitrine.recalls.RecallNotice.NoticeTelling;
import org.vitrine.recalls.TellingPlan.PlannedNotice;

/** Who is to be told what. */
class TellingPlanTest {
  private static final NonconformanceNumber NUMBER = new NonconformanceNumber(7);
  private static final RecallMark CHEN = new RecallMark(Instant.EPOCH, "Chen Yu");
  private static final CompanyId NORTHWIND = new CompanyId(1);
  private static final CompanyId BALTIC = new CompanyId(2);

  private static RecallMatter saying(String hazard) {
    LocalizedText text = LocalizedText.of(Map.of("en", hazard, "zh-CN", hazard));
    return new RecallMatter(new RecallWords(text, text, text, text), Set.of(Remedy.REPLACE));
  }

  private static List<NoticeLine> pieces(String... serials) {
    return List.of(
        new NoticeLine(
            Optional.of(new OrderNumber("SO-1")),
            Optional.of(1),
            List.of(serials),
            Amount.of(serials.length)));
  }

  private static Optional<Recall> written(String hazard) {
    return Optional.of(new Recall(NUMBER, saying(hazard), 1, CHEN, Optional.empty()));
  }

  private static RecallNotice told(CompanyId company, String hazard, List<NoticeLine> lines) {
    return new RecallNotice(
        RecallNoticeId.random(),
        company,
        NUMBER,
        saying(hazard),
        lines,
        new NoticeTelling(1, NoticeNews.FIRST, Instant.EPOCH, CHEN),
        new NoticeAnswer(Optional.empty(), Optional.empty(), 0, Optional.empty()),
        new NoticeHandling(Optional.empty(), Amount.NONE, Optional.empty()));
  }

  private static Optional<NoticeNews> news(
      String hazard, List<NoticeLine> now, RecallNotice before) {
    return TellingPlan.between(written(hazard), Map.of(NORTHWIND, now), List.of(before))
        .notices()
        .getFirst()
        .news();
  }

  @Test
  void whoever_was_not_told_is_and_whoever_knows_is_not() {
    TellingPlan plan =
        TellingPlan.between(
            written("fire"),
            Map.of(NORTHWIND, pieces("SN-1"), BALTIC, pieces("SN-2")),
            List.of(told(BALTIC, "fire", pieces("SN-2"))));
    assertThat(plan.toTell()).extracting(PlannedNotice::company).containsExactly(NORTHWIND);
    assertThat(plan.toTell().getFirst().news()).contains(NoticeNews.FIRST);
  }

  @Test
  void the_difference_is_told() {
    RecallNotice before = told(NORTHWIND, "fire", pieces("SN-1", "SN-2"));
    assertThat(news("fire", pieces("SN-2", "SN-1"), before)).isEmpty();
    assertThat(news("fire", pieces("SN-1", "SN-2", "SN-3"), before)).contains(NoticeNews.MORE);
    assertThat(news("fire", pieces("SN-1", "SN-3"), before))
        .as("one less and another more")
        .contains(NoticeNews.MORE);
    assertThat(news("fire", pieces("SN-1"), before)).contains(NoticeNews.FEWER);
    assertThat(news("fire", List.of(), before)).contains(NoticeNews.CLEARED);
    assertThat(news("shock", pieces("SN-1", "SN-2"), before)).contains(NoticeNews.CORRECTED);
  }

  @Test
  void whoever_is_clear_hears_nothing_more_until_something_of_theirs_is_concerned_again() {
    RecallNotice clear = told(NORTHWIND, "fire", List.of());
    assertThat(news("shock", List.of(), clear)).isEmpty();
    assertThat(news("fire", pieces("SN-1"), clear)).contains(NoticeNews.MORE);
  }

  private static RecallNotice done(int pieces, List<NoticeLine> lines) {
    RecallNotice told = told(NORTHWIND, "fire", lines);
    return new RecallNotice(
        told.id(),
        told.company(),
        told.nonconformance(),
        told.matter(),
        lines,
        told.telling(),
        told.answer(),
        new NoticeHandling(Optional.of(Instant.EPOCH), Amount.of(pieces), Optional.empty()));
  }

  private static PlannedNotice planned(RecallNotice before, List<NoticeLine> now) {
    return TellingPlan.between(written("fire"), Map.of(NORTHWIND, now), List.of(before))
        .notices()
        .getFirst();
  }

  @Test
  void only_what_surely_was_done_of_those_that_stay_counts() {
    List<NoticeLine> three = pieces("SN-1", "SN-2", "SN-3");
    assertThat(planned(done(3, three), pieces("SN-7", "SN-8", "SN-9")).done())
        .isEqualTo(Amount.NONE);
    assertThat(planned(done(3, three), pieces("SN-3")).done())
        .as("all were done, so each is")
        .isEqualTo(Amount.of(1));
    assertThat(planned(done(2, three), pieces("SN-3", "SN-4")).done())
        .as("the two may be those that went")
        .isEqualTo(Amount.NONE);
    assertThat(planned(done(2, three), pieces("SN-1", "SN-2", "SN-3", "SN-4")).done())
        .isEqualTo(Amount.of(2));
  }

  private static List<NoticeLine> lots(int pieces, String... lots) {
    return List.of(
        new NoticeLine(
            Optional.of(new OrderNumber("SO-1")),
            Optional.of(1),
            List.of(lots),
            Amount.of(pieces)));
  }

  @Test
  void of_lots_as_many_stay_as_are_left_of_the_same() {
    assertThat(planned(done(50, lots(50, "L-1")), lots(40, "L-1")).done()).isEqualTo(Amount.of(40));
    assertThat(planned(done(30, lots(50, "L-1")), lots(40, "L-1")).done()).isEqualTo(Amount.of(20));
    assertThat(planned(done(50, lots(50, "L-1", "L-2")), lots(30, "L-2")).done())
        .as("nobody knows how much the other was")
        .isEqualTo(Amount.NONE);
  }

  @Test
  void what_has_begun_binds_nobody_to_a_choice_for_others() {
    RecallNotice before = done(2, pieces("SN-1", "SN-2"));
    assertThat(planned(before, pieces("SN-7")).isAboutOthers()).isTrue();
    assertThat(planned(before, pieces("SN-2", "SN-7")).isAboutOthers()).isFalse();
    assertThat(planned(before, List.of()).isAboutOthers()).isFalse();
    assertThat(planned(done(9, lots(50, "L-1", "L-2")), lots(30, "L-2")).isAboutOthers()).isFalse();
  }

  @Test
  void nobody_is_told_as_long_as_nothing_is_written() {
    TellingPlan plan =
        TellingPlan.between(Optional.empty(), Map.of(NORTHWIND, pieces("SN-1")), List.of());
    assertThat(plan.notices()).hasSize(1);
    assertThat(plan.toTell()).isEmpty();
  }

  @Test
  void another_plan_has_another_fingerprint() {
    TellingPlan plan =
        TellingPlan.between(written("fire"), Map.of(NORTHWIND, pieces("SN-1")), List.of());
    TellingPlan wider =
        TellingPlan.between(written("fire"), Map.of(NORTHWIND, pieces("SN-1", "SN-2")), List.of());
    assertThat(plan.fingerprint()).isNotEqualTo(wider.fingerprint());
  }
}
