package org.vitrine;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.vitrine.access.Audit;
import org.vitrine.access.Guards;
import org.vitrine.access.Keys;
import org.vitrine.access.OwnSessions;
import org.vitrine.access.Revocations;
import org.vitrine.access.Sessions;
import org.vitrine.actions.Actions;
import org.vitrine.acts.Holds;
import org.vitrine.acts.SeveralOrders;
import org.vitrine.calendars.Calendars;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Merges;
import org.vitrine.connectors.Connectors;
import org.vitrine.delays.DelayGround;
import org.vitrine.delays.Delays;
import org.vitrine.devices.Conditions;
import org.vitrine.devices.Gauges;
import org.vitrine.devices.Machines;
import org.vitrine.epcis.EpcisEvents;
import org.vitrine.evidence.Evidence;
import org.vitrine.forecasting.Forecasting;
import org.vitrine.health.Backups;
import org.vitrine.health.Health;
import org.vitrine.house.Examples;
import org.vitrine.house.HouseIdentity;
import org.vitrine.house.HouseSettings;
import org.vitrine.intake.ColumnMappings;
import org.vitrine.intake.FetchedRecords;
import org.vitrine.intake.Imports;
import org.vitrine.intake.Intake;
import org.vitrine.intake.TakingBack;
import org.vitrine.intake.Targets;
import org.vitrine.invitations.InvitationMails;
import org.vitrine.invitations.Invitations;
import org.vitrine.loyalty.Loyalty;
import org.vitrine.mail.MailLook;
import org.vitrine.mail.MailQueue;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailTemplates;
import org.vitrine.mail.Mailer;
import org.vitrine.meetings.Meetings;
import org.vitrine.nonconformances.Corrections;
import org.vitrine.nonconformances.Drills;
import org.vitrine.nonconformances.Nonconformances;
import org.vitrine.notices.Choices;
import org.vitrine.notices.Notices;
import org.vitrine.orders.Carriers;
import org.vitrine.orders.History;
import org.vitrine.orders.MergedOrders;
import org.vitrine.orders.OrderActs;
import org.vitrine.orders.Orders;
import org.vitrine.orders.Restorations;
import org.vitrine.orders.Shipments;
import org.vitrine.orders.Waivers;
import org.vitrine.people.People;
import org.vitrine.people.Unsubscribing;
import org.vitrine.photos.Photos;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.secrets.KeyRing;
import org.vitrine.platform.secrets.Secrets;
import org.vitrine.platform.words.Words;
import org.vitrine.production.HeldCodes;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Reports;
import org.vitrine.production.Routings;
import org.vitrine.products.Products;
import org.vitrine.profiles.Profiles;
import org.vitrine.promises.KeptPromises;
import org.vitrine.promises.PromiseLedgers;
import org.vitrine.recalls.RecallGround;
import org.vitrine.recalls.Recalls;
import org.vitrine.reviews.Reviews;
import org.vitrine.scorecard.Scorecard;
import org.vitrine.scorecard.SurveyPart;
import org.vitrine.servicereviews.ServiceReviewGround;
import org.vitrine.servicereviews.ServiceReviews;
import org.vitrine.signin.AttemptThrottle;
import org.vitrine.signin.PasswordCost;
import org.vitrine.signin.Passwords;
import org.vitrine.signin.SessionRoutes;
import org.vitrine.signin.SignIn;
import org.vitrine.stations.Operators;
import org.vitrine.stations.StationFloor;
import org.vitrine.stations.Stations;
import org.vitrine.surveys.ResultGround;
import org.vitrine.surveys.SurveyGround;
import org.vitrine.surveys.SurveyResults;
import org.vitrine.surveys.Surveys;
import org.vitrine.traceability.Traces;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.OrderSummaries;
import org.vitrine.tracking.Tracking;
import org.vitrine.visits.PreparationGround;
import org.vitrine.visits.VisitGround;
import org.vitrine.visits.VisitWords;
import org.vitrine.visits.Visits;
import org.vitrine.voices.CareQuestions;
import org.vitrine.voices.CommitmentProfiles;
import org.vitrine.voices.Departments;
import org.vitrine.voices.Figures;
import org.vitrine.voices.QuestionChoices;
import org.vitrine.voices.VoiceSettings;
import org.vitrine.voices.Voices;
import org.vitrine.warranty.IdentityKeys;
import org.vitrine.warranty.Warranty;
import org.vitrine.webhooks.Webhooks;

/**
 * The doors of the house, from the ground up, each made once by plain {@code new}. What they bring
 * is listed by {@link Features}, which sees the fields.
 */
public final class Rooms {
  final Database database;
  final Clock clock;
  final Settings settings;
  final HouseIdentity identity;
  final Supplier<URI> address;
  final Outgoing outgoing;
  final Secrets secrets;
  final Changes changes;
  final Audit audit;
  final Keys keys;
  final Sessions sessions;
  final MailQueue mails;
  final Mailer mailer;
  final Companies companies;
  final Merges merges;
  final People people;
  final Unsubscribing unsubscribing;
  final SignIn signIn;
  final Photos photos;
  final Routings routings;
  final Calendars calendars;
  final Orders orders;
  final Products products;
  final OrderActs orderActs;
  final Waivers waivers;
  final Carriers carriers;
  final Shipments shipments;
  final OrderSnapshots snapshots;
  final Forecasting forecasting;
  final Reports reports;
  final Targets targets;
  final FetchedRecords fetchedRecords;
  final Connectors connectors;
  final Imports imports;
  final TakingBack takingBack;
  final Intake intake;
  final ColumnMappings columnMappings;
  final Tracking tracking;
  final Holds holds;
  final SeveralOrders severalOrders;
  final GlassLinks links;
  final OrderSummaries summaries;
  final Invitations invitations;
  final Actions actions;
  final Departments departments;
  final CommitmentProfiles commitments;
  final CareQuestions careQuestions;
  final VoiceSettings voiceSettings;
  final Figures figures;
  final Words words = new Words();
  final Notices notices;
  final Choices choices;
  final Webhooks webhooks;
  final Voices voices;
  final Traces traces;
  final Nonconformances nonconformances;
  final Corrections corrections;
  final Drills drills;
  final Recalls recalls;
  final Reviews reviews;
  final Meetings meetings;
  final Profiles profiles;
  final PromiseLedgers ledgers;
  final KeptPromises keptPromises;
  final Delays delays;
  final VisitGround visitGround;
  final Visits visits;
  final Warranty warranty;
  final Gauges gauges;
  final Conditions conditions;
  final Machines machines;
  final Stations stations;
  final Operators operators;
  final StationFloor stationFloor;
  final Evidence evidence;
  final EpcisEvents epcis;
  final Loyalty loyalty;
  final Surveys surveys;
  final SurveyResults surveyResults;
  final Scorecard scorecard;
  final ServiceReviews serviceReviews;
  final HouseSettings houseSettings;
  final Backups backups;
  final Health health;
  final Examples examples;

  /**
   * @param identity as the house is opened; where it changes, the rooms are made anew
   * @param address where people reach us, for links
   * @param epoch names the history that the database tells, and the edition that shows it
   * @param outgoing asks servers that somebody else named
   */
  Rooms(
      Database database,
      Changes changes,
      Settings settings,
      HouseIdentity identity,
      Supplier<URI> address,
      Supplier<String> epoch,
      Outgoing outgoing,
      PasswordCost passwordCost,
      Clock clock) {
    String manufacturer = identity.manufacturer();
    ZoneId zone = identity.zone();
    Revocations revocations = new Revocations();
    this.database = database;
    this.changes = changes;
    this.settings = settings;
    this.identity = identity;
    this.address = address;
    this.outgoing = outgoing;
    this.secrets =
        new Secrets(
            new KeyRing(
                "secrets",
                settings.outside().secretKeys(),
                settings.data().resolve("secret.keys")));
    this.clock = clock;
    this.audit = new Audit(database, clock);
    this.keys = new Keys(database, audit, revocations, clock);
    this.sessions = new Sessions(database, keys, audit, clock);
    this.mails = new MailQueue(database, settings.mail().isPresent(), clock);
    this.mailer =
        new Mailer(
            new MailTemplates(
                words,
                address,
                manufacturer,
                zone,
                identity.languages(),
                settings.mail().map(MailSettings::look).orElse(MailLook.PLAIN)),
            mails);
    this.companies = new Companies(database, changes, clock);
    this.merges = new Merges(companies, changes, clock);
    merges.followedBy(new MergedOrders(changes));
    this.people = new People(database, sessions, companies, mailer, audit, revocations, clock);
    this.unsubscribing = new Unsubscribing(database, clock);
    this.signIn = new SignIn(database, sessions, mailer, audit, manufacturer, passwordCost, clock);
    this.photos = new Photos(database, settings.photos(), clock);
    this.routings = new Routings(database, changes, audit, clock);
    this.calendars = new Calendars(database, changes, zone, clock);
    calendars.followedBy(routings);
    this.orders = new Orders(database, companies, routings, changes, clock);
    this.products = new Products(database, routings, orders, audit, changes, clock);
    this.orderActs = new OrderActs(database, companies, orders, clock);
    this.waivers = new Waivers(database, orderActs, audit, changes, clock);
    this.carriers = new Carriers(database, changes, clock);
    this.shipments = new Shipments(database, changes, clock, zone);
    shipments.stoppedBy(new HeldCodes());
    this.snapshots = new OrderSnapshots(database);
    this.reports = new Reports(database, snapshots, changes, clock);
    this.forecasting =
        new Forecasting(
            database,
            new Forecasting.ForecastGround(
                snapshots, routings, calendars, new History(changes), changes),
            zone,
            clock);
    this.targets = new Targets(companies, routings, orders, shipments, reports);
    this.imports = new Imports(database, clock);
    this.intake = new Intake(database, targets, waivers, imports, clock, zone);
    this.fetchedRecords = new FetchedRecords(intake, targets, zone);
    this.connectors =
        new Connectors(database, fetchedRecords, outgoing, secrets, audit, zone, clock);
    this.takingBack =
        new TakingBack(
            database,
            new Restorations(database, companies, routings, orders, changes, clock),
            audit,
            clock);
    this.columnMappings = new ColumnMappings(database, clock);
    this.tracking = new Tracking(database, snapshots, changes, zone, epoch);
    this.holds = new Holds(tracking, snapshots, reports, clock);
    this.severalOrders = new SeveralOrders(orderActs, holds, calendars, database, zone, clock);
    this.links = new GlassLinks(database, sessions, audit, changes, clock);
    this.summaries = new OrderSummaries(tracking, changes);
    this.invitations =
        new Invitations(
            changes,
            new InvitationMails.Postage(
                mailer,
                settings.mail().map(MailSettings::from),
                manufacturer,
                address,
                words,
                identity.languages(),
                zone),
            clock);
    this.actions =
        new Actions(
            database,
            changes,
            new Actions.ActionGround(companies, mailer, unsubscribing, audit),
            zone,
            clock);
    this.departments = new Departments(database, calendars, audit, clock);
    this.commitments = new CommitmentProfiles(database, audit, clock);
    this.careQuestions = new CareQuestions(database, audit, clock);
    this.voiceSettings = new VoiceSettings(database, audit, clock);
    this.figures = new Figures(database, zone, clock);
    QuestionChoices questionChoices = new QuestionChoices();
    this.voices =
        new Voices(
            database,
            changes,
            new Voices.RoomsBelow(
                tracking, snapshots, links, companies, calendars, photos, mailer, unsubscribing),
            new Voices.AnsweringRules(
                departments, commitments, careQuestions, questionChoices, figures),
            zone,
            clock);
    calendars.followedBy(departments);
    changes.onForget(commitments::forget);
    this.traces = new Traces(database, changes, clock);
    this.nonconformances =
        new Nonconformances(
            database,
            changes,
            new Nonconformances.NonconformanceGround(
                companies, tracking, snapshots, voices, actions, traces),
            clock);
    this.corrections = new Corrections(database, nonconformances, companies, actions);
    this.drills = new Drills(database, changes, traces, zone, clock);
    this.recalls =
        new Recalls(
            database,
            changes,
            new RecallGround(
                companies,
                tracking,
                nonconformances,
                links,
                calendars,
                actions,
                mailer,
                words,
                identity.languages().getFirst()),
            zone,
            clock);
    merges.followedBy(recalls.merging());
    this.notices = new Notices(database, changes, clock);
    this.choices =
        new Choices(database, companies, tracking, snapshots, questionChoices, audit, zone, clock);
    this.webhooks =
        new Webhooks(
            database,
            new Webhooks.WebhookGround(
                companies, outgoing, secrets, changes, audit, mailer, address),
            clock);
    this.backups = new Backups(database, changes, audit, clock);
    this.health = new Health(database, clock);
    this.reviews = new Reviews(database, companies, changes, clock);
    unsubscribing.endedBy(actions.mailChoices());
    this.meetings =
        new Meetings(
            database,
            changes,
            new Meetings.MeetingGround(
                invitations,
                actions,
                reviews,
                companies,
                snapshots,
                nonconformances.open(),
                mailer,
                unsubscribing,
                words,
                manufacturer),
            zone,
            clock);
    this.profiles =
        new Profiles(
            database,
            changes,
            new Profiles.ProfileGround(
                companies,
                commitments,
                choices,
                tracking,
                calendars,
                routings,
                audit,
                identity.languages()),
            zone,
            clock);
    merges.followedBy(profiles.merging());
    this.ledgers = new PromiseLedgers(database, changes, notices, clock);
    ledgers.restingOn((queries, order, said) -> forecasting.toldAt(queries, order, said.keySet()));
    this.keptPromises = new KeptPromises(database, companies, snapshots, zone, clock);
    this.delays =
        new Delays(
            database,
            changes,
            new DelayGround(
                companies,
                tracking,
                snapshots,
                orderActs,
                links,
                calendars,
                profiles,
                voices,
                mailer,
                words,
                identity.languages().getFirst()),
            zone,
            clock);
    this.visitGround =
        new VisitGround(
            companies,
            calendars,
            photos,
            mailer,
            invitations,
            actions,
            voices,
            new VisitWords(words, identity.languages().getFirst(), zone));
    this.visits =
        new Visits(
            database,
            changes,
            visitGround,
            new PreparationGround(
                tracking, voices, departments, actions, nonconformances.open(), recalls),
            profiles,
            zone,
            clock);
    notices.agreedBy(profiles.rhythm());
    AttemptThrottle attempts = new AttemptThrottle(database, clock);
    Passwords shortPasswords = new Passwords(passwordCost, 1);
    this.warranty =
        new Warranty(
            database,
            changes,
            new Warranty.WarrantyGround(
                companies,
                mailer,
                attempts,
                shortPasswords,
                new IdentityKeys(settings.identityKeys(), settings.data().resolve("identity.keys")),
                traces,
                recalls,
                audit),
            zone,
            clock);
    warranty.agreedBy(profiles.cover());
    this.gauges = new Gauges(database, changes, zone, clock);
    reports.follow(gauges::vouched);
    this.conditions = new Conditions(database, gauges, clock);
    this.machines = new Machines(database, clock);
    this.stations = new Stations(database, sessions, audit, changes, address, clock);
    this.operators = new Operators(database, shortPasswords, attempts, audit, clock);
    this.evidence =
        new Evidence(
            database,
            changes,
            new Evidence.EvidenceGround(photos, tracking, snapshots, voices, links, companies),
            new Evidence.EvidenceStorage(
                settings.photos(), settings.evidenceGigabytes() * 1_000_000_000L),
            words,
            clock);
    reports.follow(evidence.rule());
    gauges.certifiedBy(evidence.certificates());
    reports.follow(stations.rule());
    this.stationFloor =
        new StationFloor(
            new StationFloor.FloorGround(database, tracking, snapshots, traces, evidence),
            changes,
            summaries::behind,
            address,
            clock);
    this.epcis =
        new EpcisEvents(
            database,
            changes,
            new EpcisEvents.EpcisGround(companies, tracking, snapshots),
            address,
            zone,
            clock);
    this.loyalty = new Loyalty(database, companies, zone, clock);
    this.surveys =
        new Surveys(
            database,
            changes,
            new SurveyGround(companies, snapshots, mailer, unsubscribing),
            zone,
            clock);
    unsubscribing.endedBy(surveys.mailChoices());
    this.surveyResults =
        new SurveyResults(
            database,
            changes,
            surveys,
            new ResultGround(companies, voices, actions, meetings, mailer, unsubscribing),
            clock);
    this.scorecard =
        new Scorecard(
            database,
            changes,
            new Scorecard.ScorecardGround(snapshots, figures, words, audit),
            zone,
            clock);
    scorecard.alsoCounting(new SurveyPart(surveyResults));
    this.serviceReviews =
        new ServiceReviews(
            database,
            changes,
            new ServiceReviewGround(visits, figures, profiles, audit, actions),
            zone,
            clock);
    this.houseSettings =
        new HouseSettings(database, changes, audit, settings.house(), identity, clock);
    this.examples =
        new Examples(
            database,
            changes,
            new Examples.ExampleGround(
                companies, people, routings, orders, reports, sessions, audit),
            identity,
            clock);
    unsubscribing.endedBy(meetings.mailChoices());
    unsubscribing.endedBy(questionChoices);
    unsubscribing.endedBy(choices.leaving());
    changes.onForget(voices::forget);
    revocations.onRevocation(links);
    revocations.onRevocation(voices.leaving());
    changes.onForget(sessions::forgetCallers);
    changes.onChange(snapshots::heardOf);
    changes.onChange(forecasting::heardOf);
  }

  SessionRoutes sessionRoutes(Guards guards) {
    return new SessionRoutes(
        sessions,
        new OwnSessions(database, sessions, audit),
        people,
        companies,
        guards,
        identity.manufacturer());
  }

  OrderSummaries summaries() {
    return summaries;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Keys keys() {
    return keys;
  }

  public People people() {
    return people;
  }

  public Photos photos() {
    return photos;
  }

  public Stations stations() {
    return stations;
  }

  public StationFloor stationFloor() {
    return stationFloor;
  }

  public Operators operators() {
    return operators;
  }

  public Companies companies() {
    return companies;
  }

  public Merges merges() {
    return merges;
  }

  public Routings routings() {
    return routings;
  }

  public Calendars calendars() {
    return calendars;
  }

  public Orders orders() {
    return orders;
  }

  public Products products() {
    return products;
  }

  public Carriers carriers() {
    return carriers;
  }

  public Shipments shipments() {
    return shipments;
  }

  public Reports reports() {
    return reports;
  }

  public Forecasting forecasting() {
    return forecasting;
  }

  public OrderSnapshots snapshots() {
    return snapshots;
  }

  public Intake intake() {
    return intake;
  }

  public FetchedRecords fetchedRecords() {
    return fetchedRecords;
  }

  public Connectors connectors() {
    return connectors;
  }

  public ColumnMappings columnMappings() {
    return columnMappings;
  }

  public Tracking tracking() {
    return tracking;
  }

  public Invitations invitations() {
    return invitations;
  }

  public Actions actions() {
    return actions;
  }

  public Voices voices() {
    return voices;
  }

  public Traces traces() {
    return traces;
  }

  public Drills drills() {
    return drills;
  }

  public Nonconformances nonconformances() {
    return nonconformances;
  }

  public Corrections corrections() {
    return corrections;
  }

  public Recalls recalls() {
    return recalls;
  }

  public Notices notices() {
    return notices;
  }

  public Reviews reviews() {
    return reviews;
  }

  public Meetings meetings() {
    return meetings;
  }

  public Profiles profiles() {
    return profiles;
  }

  public Delays delays() {
    return delays;
  }

  public Warranty warranty() {
    return warranty;
  }

  public Gauges gauges() {
    return gauges;
  }

  public Evidence evidence() {
    return evidence;
  }

  public Conditions conditions() {
    return conditions;
  }

  public Machines machines() {
    return machines;
  }

  public Surveys surveys() {
    return surveys;
  }

  public SurveyResults surveyResults() {
    return surveyResults;
  }

  public Loyalty loyalty() {
    return loyalty;
  }

  public ServiceReviews serviceReviews() {
    return serviceReviews;
  }

  public Visits visits() {
    return visits;
  }

  public Health health() {
    return health;
  }

  public Mailer mailer() {
    return mailer;
  }

  public Backups backups() {
    return backups;
  }

  public Choices choices() {
    return choices;
  }

  public Departments departments() {
    return departments;
  }

  public CommitmentProfiles commitments() {
    return commitments;
  }

  public CareQuestions careQuestions() {
    return careQuestions;
  }

  public VoiceSettings voiceSettings() {
    return voiceSettings;
  }

  public Scorecard scorecard() {
    return scorecard;
  }

  public Figures figures() {
    return figures;
  }

  public GlassLinks links() {
    return links;
  }
}
