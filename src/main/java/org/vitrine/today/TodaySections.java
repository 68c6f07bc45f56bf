package org.vitrine.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.actions.ActionChange;
import org.vitrine.actions.DueActions;
import org.vitrine.companies.CompanyChange;
import org.vitrine.meetings.ComingMeetings;
import org.vitrine.meetings.MeetingChange;
import org.vitrine.orders.DelayChange;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OwnReports;
import org.vitrine.reviews.Review;
import org.vitrine.reviews.ReviewChange;
import org.vitrine.reviews.Reviews;
import org.vitrine.today.TodaySection.Addressees;
import org.vitrine.tracking.OrderConcerns;
import org.vitrine.tracking.OrderConcerns.ConcernPart;
import org.vitrine.visits.VisitChange;
import org.vitrine.voices.OpenVoices;
import org.vitrine.voices.VoiceChange;

/** What the rooms below say of today, each asked at its door. */
record TodaySections(
    OrderConcerns orders,
    OpenVoices voices,
    DueActions actions,
    ComingMeetings meetings,
    Reviews reviews,
    CustomerGround ground,
    ZoneId zone) {
  /** So many of each are shown; a link leads to all of them. */
  static final int ROWS = 6;

  private static final int STAGES = 12;
  private static final Duration SOON = Duration.ofDays(7);

  /** A list of which there are no more. */
  record TodayRows(List<?> rows, long total) {
    static TodayRows of(List<?> rows) {
      return new TodayRows(rows, rows.size());
    }
  }

  /** Orders of those whom the reader looks after: a list of all orders counts more. */
  record TheirOrders(List<?> rows, long total, boolean theirs) {
    static TheirOrders of(ConcernPart<?> part) {
      return new TheirOrders(part.rows(), part.total(), true);
    }
  }

  List<TodaySection> all() {
    Customers customers = new Customers(ground);
    Addressees keepers = TodayReader::looksAfterSomebody;
    Set<String> orderKinds = Set.of(OrderConcerns.CHANGED);
    Set<String> voiceKinds = Set.of(VoiceChange.KIND);
    Set<String> actionKinds = Set.of(ActionChange.KIND);
    Set<String> meetingKinds = Set.of(MeetingChange.KIND);
    Set<String> customerKinds =
        Set.of(OrderConcerns.CHANGED, MeetingChange.KIND, CompanyChange.KIND, VisitChange.KIND);
    return List.of(
        new TodaySection(
            "requirements",
            Permission.WAIVE,
            orderKinds,
            Addressees.ALIKE,
            (queries, reader, now) -> orders.points(queries, ROWS)),
        new TodaySection(
            "risks",
            Permission.WAIVE,
            orderKinds,
            Addressees.ALIKE,
            (queries, reader, now) -> orders.atRisk(queries, now, ROWS)),
        new TodaySection(
            "risks",
            Permission.SEE_TODAY,
            orderKinds,
            reader -> reader.looksAfterSomebody() && !reader.answersForTheHouse(),
            (queries, reader, now) ->
                TheirOrders.of(orders.atRisk(queries, reader.companies(), now, ROWS))),
        new TodaySection(
            "promises",
            Permission.SEE_TODAY,
            orderKinds,
            keepers,
            (queries, reader, now) -> orders.promises(queries, reader.companies(), now, ROWS)),
        new TodaySection(
            "delays",
            Permission.KEEP_DELAYS,
            Set.of(DelayChange.RISK),
            keepers,
            (queries, reader, now) ->
                new TodayRows(
                    ground.delays().toDecide(queries, reader.companies(), ROWS),
                    ground.delays().countToDecide(queries, reader.companies()))),
        new TodaySection("voices", Permission.ANSWER_VOICES, voiceKinds, keepers, this::said),
        new TodaySection(
            "clocks",
            Permission.ANSWER_VOICES,
            voiceKinds,
            reader -> !reader.departmentsOfTheirs().isEmpty(),
            this::clocks),
        new TodaySection(
            "actions",
            Permission.DO_ACTIONS,
            actionKinds,
            reader -> true,
            (queries, reader, now) -> actions.of(queries, List.of(reader.person()), ROWS)),
        new TodaySection(
            "team-actions",
            Permission.DO_ACTIONS,
            actionKinds,
            reader -> !reader.people().isEmpty(),
            (queries, reader, now) -> actions.of(queries, reader.people(), ROWS)),
        new TodaySection(
            "overdue-actions",
            Permission.SET_ACTIONS,
            actionKinds,
            Addressees.ALIKE,
            (queries, reader, now) -> actions.overdue(queries, now, ROWS)),
        new TodaySection(
            "reviews",
            Permission.RUN_REVIEWS,
            Set.of(ReviewChange.KIND),
            Addressees.ALIKE,
            this::closing),
        new TodaySection(
            "meetings", Permission.KEEP_MEETINGS, meetingKinds, Addressees.ALIKE, this::meetings),
        new TodaySection(
            "their-meetings",
            Permission.ATTEND_MEETINGS,
            meetingKinds,
            reader ->
                reader.looksAfterSomebody() && !reader.may().contains(Permission.KEEP_MEETINGS),
            this::theirMeetings),
        new TodaySection(
            "quiet", Permission.KEEP_COMPANIES, customerKinds, keepers, customers::quiet),
        new TodaySection(
            "unvisited", Permission.KEEP_COMPANIES, customerKinds, keepers, customers::unvisited),
        new TodaySection(
            "floor",
            Permission.REPORT,
            orderKinds,
            Addressees.ALIKE,
            (queries, reader, now) -> TodayRows.of(orders.floor(queries, STAGES))),
        new TodaySection(
            "reports",
            Permission.REPORT,
            Set.of(OrderVersion.KIND),
            reader -> true,
            this::reports));
  }

  /** Since the day began where the plant is. */
  private Object reports(Queries queries, TodayReader reader, Instant now) {
    Instant morning = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    return TodayRows.of(new OwnReports().since(queries, reader.person(), morning, ROWS));
  }

  private Object said(Queries queries, TodayReader reader, Instant now) {
    return voices.ofCompanies(queries, reader.companies(), reader.departments(), ROWS);
  }

  private Object clocks(Queries queries, TodayReader reader, Instant now) {
    return voices.ofDepartments(queries, reader.departmentsOfTheirs(), reader.departments(), ROWS);
  }

  private Object closing(Queries queries, TodayReader reader, Instant now) {
    return TodayRows.of(
        reviews.closing(queries, now, now.plus(SOON), ROWS).stream()
            .map(TodaySections::row)
            .toList());
  }

  private static Map<String, Object> row(Review review) {
    return Map.of(
        "number", review.number().value(),
        "title", review.title(),
        "closes", review.closes(),
        "proposals", review.proposals());
  }

  private Object meetings(Queries queries, TodayReader reader, Instant now) {
    return TodayRows.of(meetings.after(queries, Optional.empty(), now, ROWS));
  }

  private Object theirMeetings(Queries queries, TodayReader reader, Instant now) {
    return TodayRows.of(meetings.after(queries, Optional.of(reader.companies()), now, ROWS));
  }
}
