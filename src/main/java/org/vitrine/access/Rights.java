package org.vitrine.access;

import static org.vitrine.access.Permission.ANSWER_DELAYS;
import static org.vitrine.access.Permission.ANSWER_INVITATIONS;
import static org.vitrine.access.Permission.ANSWER_RECALLS;
import static org.vitrine.access.Permission.ANSWER_SURVEYS;
import static org.vitrine.access.Permission.ANSWER_VOICES;
import static org.vitrine.access.Permission.ATTEND_MEETINGS;
import static org.vitrine.access.Permission.CAPTURE_EVENTS;
import static org.vitrine.access.Permission.CONFIRM_VISITS;
import static org.vitrine.access.Permission.CONTAIN;
import static org.vitrine.access.Permission.DEFINE_ROUTINGS;
import static org.vitrine.access.Permission.DO_ACTIONS;
import static org.vitrine.access.Permission.FOLLOW_VOICES;
import static org.vitrine.access.Permission.HOLD_ORDERS;
import static org.vitrine.access.Permission.IMPORT_REPORTS;
import static org.vitrine.access.Permission.INVITE_PEOPLE;
import static org.vitrine.access.Permission.KEEP_ACCOUNT;
import static org.vitrine.access.Permission.KEEP_ACTIONS;
import static org.vitrine.access.Permission.KEEP_COMPANIES;
import static org.vitrine.access.Permission.KEEP_DELAYS;
import static org.vitrine.access.Permission.KEEP_DEPARTMENTS;
import static org.vitrine.access.Permission.KEEP_DEVICES;
import static org.vitrine.access.Permission.KEEP_EVIDENCE;
import static org.vitrine.access.Permission.KEEP_MEETINGS;
import static org.vitrine.access.Permission.KEEP_NOTICES;
import static org.vitrine.access.Permission.KEEP_PASSWORD;
import static org.vitrine.access.Permission.KEEP_PRODUCTS;
import static org.vitrine.access.Permission.KEEP_PROFILES;
import static org.vitrine.access.Permission.KEEP_SCORECARD;
import static org.vitrine.access.Permission.KEEP_STATIONS;
import static org.vitrine.access.Permission.KEEP_SURVEYS;
import static org.vitrine.access.Permission.KEEP_TRACES;
import static org.vitrine.access.Permission.KEEP_VISITS;
import static org.vitrine.access.Permission.KEEP_WARRANTY;
import static org.vitrine.access.Permission.OWN_PIECES;
import static org.vitrine.access.Permission.PLACE_ORDERS;
import static org.vitrine.access.Permission.RAISE_NONCONFORMANCES;
import static org.vitrine.access.Permission.READ_ACTIONS;
import static org.vitrine.access.Permission.READ_DELAYS;
import static org.vitrine.access.Permission.READ_FIGURES;
import static org.vitrine.access.Permission.READ_LOYALTY;
import static org.vitrine.access.Permission.READ_MAIL;
import static org.vitrine.access.Permission.READ_METRICS;
import static org.vitrine.access.Permission.READ_ORDERS;
import static org.vitrine.access.Permission.READ_PLANT;
import static org.vitrine.access.Permission.READ_PROFILES;
import static org.vitrine.access.Permission.READ_PROMISES_KEPT;
import static org.vitrine.access.Permission.READ_REPLIES;
import static org.vitrine.access.Permission.READ_REVIEWS;
import static org.vitrine.access.Permission.READ_SCORECARD;
import static org.vitrine.access.Permission.READ_SURVEYS;
import static org.vitrine.access.Permission.READ_TRACES;
import static org.vitrine.access.Permission.READ_VISITS;
import static org.vitrine.access.Permission.REPORT;
import static org.vitrine.access.Permission.REVIEW_SERVICE;
import static org.vitrine.access.Permission.RUN_REVIEWS;
import static org.vitrine.access.Permission.SEARCH;
import static org.vitrine.access.Permission.SEE_AGREEMENT;
import static org.vitrine.access.Permission.SEE_EVIDENCE;
import static org.vitrine.access.Permission.SEE_TODAY;
import static org.vitrine.access.Permission.SET_ACTIONS;
import static org.vitrine.access.Permission.SHARE_ORDERS;
import static org.vitrine.access.Permission.SPEAK;
import static org.vitrine.access.Permission.STATION;
import static org.vitrine.access.Permission.SWITCH_COMPANY;
import static org.vitrine.access.Permission.TAKE_PART;
import static org.vitrine.access.Permission.TELL_RECALLS;
import static org.vitrine.access.Permission.WAIVE;
import static org.vitrine.access.Permission.WATCH;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Who may do what: one table for the roles of people, one for the scopes of keys. */
final class Rights {
  private static final Set<Permission> EVERYBODY =
      EnumSet.of(
          WATCH,
          READ_ORDERS,
          SEE_EVIDENCE,
          SHARE_ORDERS,
          KEEP_ACCOUNT,
          KEEP_NOTICES,
          ANSWER_INVITATIONS,
          READ_ACTIONS,
          ATTEND_MEETINGS,
          SEARCH);

  private static final Set<Permission> CONTACTS =
      allOf(
          EVERYBODY,
          SWITCH_COMPANY,
          SPEAK,
          FOLLOW_VOICES,
          READ_REVIEWS,
          TAKE_PART,
          ANSWER_RECALLS,
          OWN_PIECES,
          SEE_AGREEMENT,
          CONFIRM_VISITS,
          ANSWER_SURVEYS,
          ANSWER_DELAYS);

  private static final Set<Permission> STAFF =
      allOf(
          EVERYBODY,
          READ_PLANT,
          KEEP_PASSWORD,
          ANSWER_VOICES,
          DO_ACTIONS,
          SEE_TODAY,
          READ_TRACES,
          RAISE_NONCONFORMANCES,
          READ_PROFILES,
          READ_VISITS,
          READ_SCORECARD,
          READ_PROMISES_KEPT,
          READ_DELAYS);

  private static final Map<Role, Set<Permission>> BY_ROLE =
      Map.of(
          Role.CUSTOMER, CONTACTS,
          Role.DISTRIBUTOR, CONTACTS,
          Role.OPERATOR, allOf(STAFF, REPORT, IMPORT_REPORTS, HOLD_ORDERS),
          Role.ACCOUNT_MANAGER,
              allOf(
                  STAFF,
                  PLACE_ORDERS,
                  HOLD_ORDERS,
                  KEEP_COMPANIES,
                  KEEP_PRODUCTS,
                  KEEP_EVIDENCE,
                  INVITE_PEOPLE,
                  READ_MAIL,
                  SPEAK,
                  READ_FIGURES,
                  READ_REPLIES,
                  KEEP_ACTIONS,
                  KEEP_DELAYS,
                  ANSWER_RECALLS,
                  KEEP_WARRANTY,
                  KEEP_PROFILES,
                  KEEP_VISITS,
                  KEEP_SURVEYS,
                  READ_SURVEYS,
                  READ_LOYALTY),
          Role.QUALITY_MANAGER,
              allOf(
                  STAFF,
                  REPORT,
                  IMPORT_REPORTS,
                  HOLD_ORDERS,
                  DEFINE_ROUTINGS,
                  KEEP_PRODUCTS,
                  KEEP_EVIDENCE,
                  WAIVE,
                  KEEP_DEPARTMENTS,
                  READ_FIGURES,
                  READ_REPLIES,
                  KEEP_ACTIONS,
                  SET_ACTIONS,
                  READ_REVIEWS,
                  RUN_REVIEWS,
                  KEEP_MEETINGS,
                  KEEP_TRACES,
                  CONTAIN,
                  TELL_RECALLS,
                  KEEP_WARRANTY,
                  KEEP_VISITS,
                  KEEP_SURVEYS,
                  READ_SURVEYS,
                  READ_LOYALTY,
                  KEEP_SCORECARD,
                  KEEP_DEVICES,
                  REVIEW_SERVICE,
                  KEEP_STATIONS,
                  CAPTURE_EVENTS),
          Role.ADMINISTRATOR,
              EnumSet.complementOf(
                  EnumSet.of(
                      SWITCH_COMPANY,
                      FOLLOW_VOICES,
                      TAKE_PART,
                      ANSWER_RECALLS,
                      OWN_PIECES,
                      SEE_AGREEMENT,
                      CONFIRM_VISITS,
                      ANSWER_SURVEYS,
                      ANSWER_DELAYS,
                      STATION)));

  private static final Map<Scope, Set<Permission>> BY_SCOPE =
      Map.of(
          Scope.REPORTS,
              EnumSet.of(
                  REPORT, IMPORT_REPORTS, HOLD_ORDERS, READ_TRACES, KEEP_TRACES, CAPTURE_EVENTS),
          Scope.ORDERS,
              EnumSet.of(
                  PLACE_ORDERS,
                  SHARE_ORDERS,
                  HOLD_ORDERS,
                  DEFINE_ROUTINGS,
                  KEEP_COMPANIES,
                  KEEP_PRODUCTS,
                  WAIVE,
                  READ_TRACES,
                  KEEP_TRACES,
                  KEEP_WARRANTY),
          Scope.READ, EnumSet.of(WATCH, READ_ORDERS, SEE_EVIDENCE, READ_PLANT, READ_METRICS));

  private static final Set<Permission> BY_GLASS_LINK =
      EnumSet.of(WATCH, SEE_EVIDENCE, SPEAK, ANSWER_DELAYS);

  /** It watches nothing and reads no orders: what it is shown, its own room gives it. */
  private static final Set<Permission> OF_STATIONS = EnumSet.of(STATION, REPORT);

  private Rights() {}

  private static Set<Permission> allOf(Set<Permission> some, Permission... more) {
    Set<Permission> all = EnumSet.copyOf(some);
    Collections.addAll(all, more);
    return all;
  }

  static boolean include(Role role, Permission permission) {
    return BY_ROLE.get(role).contains(permission);
  }

  static boolean include(Caller caller, Permission permission) {
    return switch (caller) {
      case Caller.SignedIn person -> include(person.role(), permission);
      case Caller.Key key ->
          key.scopes().stream().anyMatch(scope -> BY_SCOPE.get(scope).contains(permission));
      case Caller.GlassHolder glass -> BY_GLASS_LINK.contains(permission);
      case Caller.Station station -> OF_STATIONS.contains(permission);
    };
  }
}
