package org.vitrine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Guards;
import org.vitrine.access.Token;
import org.vitrine.actions.ActionsFeature;
import org.vitrine.acts.ActsFeature;
import org.vitrine.delays.DelaysFeature;
import org.vitrine.devices.DevicesFeature;
import org.vitrine.epcis.EpcisFeature;
import org.vitrine.evidence.EvidenceFeature;
import org.vitrine.feature.Feature;
import org.vitrine.feature.SearchSource;
import org.vitrine.forecasting.ForecastingFeature;
import org.vitrine.intake.ForecastTryFeature;
import org.vitrine.intake.IntakeFeature;
import org.vitrine.invitations.InvitationsFeature;
import org.vitrine.loyalty.LoyaltyFeature;
import org.vitrine.mail.MailSettings;
import org.vitrine.meetings.MeetingsFeature;
import org.vitrine.meetings.MinutesFeature;
import org.vitrine.nonconformances.CorrectionsFeature;
import org.vitrine.nonconformances.DrillsFeature;
import org.vitrine.nonconformances.NonconformancesFeature;
import org.vitrine.notices.NoticesFeature;
import org.vitrine.orders.OrdersFeature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.production.ProductionFeature;
import org.vitrine.products.ProductsFeature;
import org.vitrine.profiles.ProfilesFeature;
import org.vitrine.promises.PromisesFeature;
import org.vitrine.recalls.RecallsFeature;
import org.vitrine.reviews.ReviewsFeature;
import org.vitrine.scorecard.ScorecardFeature;
import org.vitrine.search.SearchFeature;
import org.vitrine.servicereviews.ServiceReviewsFeature;
import org.vitrine.signin.AttemptThrottle;
import org.vitrine.signin.SessionRoutes;
import org.vitrine.signin.SignIn;
import org.vitrine.stations.StationsFeature;
import org.vitrine.surveys.SurveyResultsFeature;
import org.vitrine.surveys.SurveysFeature;
import org.vitrine.today.CustomerGround;
import org.vitrine.today.QualityGround;
import org.vitrine.today.SetupGround;
import org.vitrine.today.TodayFeature;
import org.vitrine.today.TodayGround;
import org.vitrine.traceability.TraceabilityFeature;
import org.vitrine.tracking.GlassRequests;
import org.vitrine.tracking.TrackingFeature;
import org.vitrine.visits.TouchIntervals;
import org.vitrine.visits.VisitsFeature;
import org.vitrine.voices.VoicesFeature;
import org.vitrine.warranty.OwnPiecesFeature;
import org.vitrine.warranty.WarrantyFeature;
import org.vitrine.webhooks.WebhooksFeature;

/** The features of the house, made of its rooms. Whoever adds one adds it here. */
final class Features {
  private final Rooms rooms;
  private final Database pages;
  private final Guards guards;
  private final SessionRoutes sessionRoutes;
  private final Optional<SignIn.Provider> openId;
  private final Idempotency idempotency;

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  Features(
      Rooms rooms,
      Database pages,
      Guards guards,
      SessionRoutes sessionRoutes,
      Optional<SignIn.Provider> openId) {
    this.rooms = rooms;
    this.pages = pages;
    this.guards = guards;
    this.sessionRoutes = sessionRoutes;
    this.openId = openId;
    this.idempotency =
        new Idempotency(
            rooms.database, rooms.clock, exchange -> guards.credential(exchange).map(Token::text));
  }

  /** All of them, and what finds what is in them. */
  List<Feature> all() {
    List<Feature> features =
        Stream.of(
                listed(),
                AdministrationFeatures.of(rooms, pages, guards, sessionRoutes, openId, idempotency))
            .flatMap(List::stream)
            .toList();
    List<SearchSource> sources =
        features.stream().flatMap(feature -> feature.searched().stream()).toList();
    Feature search = SearchFeature.of(rooms.database, sources, rooms.changes, guards, rooms.clock);
    return Stream.concat(features.stream(), Stream.of(search)).toList();
  }

  private List<Feature> listed() {
    GlassRequests requests =
        new GlassRequests(rooms.database, rooms.mailer, rooms.audit, rooms.clock);
    return List.of(
        // The router asks one after the other: what is wanted most often comes first.
        ProductionFeature.of(
            rooms.routings,
            rooms.reports,
            rooms.snapshots,
            rooms.changes,
            guards,
            rooms.identity.zone()),
        TrackingFeature.of(
            rooms.tracking,
            rooms.links,
            requests,
            rooms.summaries,
            pages,
            guards,
            idempotency,
            rooms.address,
            rooms.clock),
        ForecastingFeature.of(rooms.forecasting, guards),
        InvitationsFeature.of(
            rooms.invitations,
            new InvitationsFeature.InvitationGround(
                rooms.database,
                pages,
                rooms.settings.mail().flatMap(MailSettings::replies),
                rooms.address,
                rooms.clock),
            guards),
        VoicesFeature.of(
            rooms.voices,
            rooms.voiceSettings,
            rooms.tracking,
            rooms.companies,
            rooms.photos,
            pages,
            guards,
            idempotency),
        TraceabilityFeature.of(rooms.traces, guards),
        RecallsFeature.of(rooms.recalls, rooms.database, pages, guards, idempotency),
        MinutesFeature.of(rooms.meetings, guards, idempotency),
        ActionsFeature.of(rooms.actions, rooms.database, pages, guards, idempotency),
        CorrectionsFeature.of(rooms.corrections, rooms.database, pages, guards, idempotency),
        DrillsFeature.of(rooms.drills, guards, idempotency),
        ServiceReviewsFeature.of(rooms.serviceReviews, guards, idempotency),
        NonconformancesFeature.of(
            rooms.nonconformances, rooms.tracking, rooms.database, pages, guards, idempotency),
        MeetingsFeature.of(rooms.meetings, pages, guards, idempotency),
        ProfilesFeature.of(rooms.profiles, pages, guards),
        PromisesFeature.of(
            rooms.ledgers,
            rooms.keptPromises,
            new PromisesFeature.LedgerGround(
                rooms.tracking, rooms.links, rooms.companies, rooms.database),
            pages,
            guards),
        DelaysFeature.of(rooms.delays, pages, guards, idempotency),
        VisitsFeature.of(
            rooms.visits,
            rooms.visitGround,
            rooms.database,
            pages,
            guards,
            idempotency,
            rooms.clock),
        ActsFeature.of(rooms.holds, rooms.severalOrders, guards, idempotency),
        OrdersFeature.of(
            rooms.orders,
            rooms.orderActs,
            rooms.waivers,
            rooms.shipments,
            rooms.carriers,
            rooms.changes,
            guards,
            rooms.clock),
        ProductsFeature.of(rooms.products, guards),
        EvidenceFeature.of(rooms.evidence, pages, guards),
        WarrantyFeature.of(rooms.warranty, guards, idempotency, rooms.address),
        OwnPiecesFeature.of(
            rooms.warranty,
            new OwnPiecesFeature.OwnerGround(
                rooms.companies,
                rooms.people,
                rooms.traces,
                rooms.voices,
                rooms.mailer,
                rooms.changes),
            pages,
            guards,
            idempotency,
            rooms.clock),
        DevicesFeature.of(
            new DevicesFeature.DeviceGround(
                rooms.gauges, rooms.conditions, rooms.machines, rooms.tracking, rooms.snapshots),
            guards,
            idempotency),
        EpcisFeature.of(rooms.epcis, guards, rooms.address),
        IntakeFeature.of(
            rooms.intake,
            rooms.imports,
            rooms.takingBack,
            rooms.columnMappings,
            rooms.targets,
            guards,
            rooms.identity.zone()),
        ForecastTryFeature.of(rooms.columnMappings, guards, rooms.identity.zone(), rooms.clock),
        NoticesFeature.of(
            rooms.notices,
            rooms.choices,
            new NoticesFeature.NoticeGround(
                rooms.database,
                pages,
                rooms.snapshots,
                rooms.mailer,
                rooms.unsubscribing,
                rooms.outgoing,
                rooms.words,
                rooms.address,
                rooms.identity.zone(),
                rooms.clock),
            guards),
        WebhooksFeature.of(rooms.webhooks, guards),
        TodayFeature.of(
            rooms.database,
            pages,
            rooms.departments,
            new TodayGround(
                rooms.tracking,
                rooms.voices,
                rooms.actions,
                rooms.meetings,
                rooms.reviews,
                new CustomerGround(rooms.visits, rooms.loyalty, rooms.delays),
                new QualityGround(
                    rooms.nonconformances.open(), rooms.drills, rooms.serviceReviews, rooms.gauges),
                rooms.health,
                new SetupGround(
                    rooms.companies,
                    rooms.routings,
                    rooms.calendars,
                    rooms.departments,
                    rooms.mails),
                rooms.identity.zone()),
            new TouchIntervals(rooms.database, rooms.audit),
            rooms.backups,
            guards,
            rooms.clock),
        ReviewsFeature.of(
            rooms.reviews,
            new ReviewsFeature.ReviewGround(
                rooms.database,
                pages,
                rooms.companies,
                rooms.changes,
                rooms.mailer,
                rooms.words,
                rooms.clock),
            guards,
            idempotency),
        ScorecardFeature.of(rooms.scorecard, guards, idempotency),
        StationsFeature.of(
            rooms.stations,
            rooms.operators,
            rooms.stationFloor,
            new AttemptThrottle(rooms.database, rooms.clock),
            guards),
        LoyaltyFeature.of(rooms.loyalty, rooms.companies, guards),
        SurveysFeature.of(rooms.surveys, rooms.database, guards),
        SurveyResultsFeature.of(rooms.surveyResults, rooms.database, guards, idempotency));
  }
}
