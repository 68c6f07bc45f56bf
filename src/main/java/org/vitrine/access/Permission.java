package org.vitrine.access;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What somebody may do. Every route names the one that it asks for; {@link Rights} says who has it,
 * and the pages learn from {@code /api/me} what their reader {@code can}.
 */
public enum Permission {
  /** To look at what moves, over the live path. */
  WATCH("watch"),
  /** To read orders: one's company's, or all. */
  READ_ORDERS("orders.read"),
  /** To see what the plant is at work on, for whom, and how things are made. */
  READ_PLANT("plant.read"),
  PLACE_ORDERS("orders.place"),
  /** To give others a glass link to an order, and to take it back. */
  SHARE_ORDERS("orders.share"),
  /** To say what happened in the plant. */
  REPORT("reports.send"),
  /** To take reports from a file, and to see what files were taken. */
  IMPORT_REPORTS("reports.import"),
  /** To hold orders that are under way, and to let them go on. */
  HOLD_ORDERS("orders.hold"),
  DEFINE_ROUTINGS("routings.define"),
  KEEP_COMPANIES("companies.keep"),
  /** To make one company of two. */
  MERGE_COMPANIES("companies.merge"),
  /** To say what products are made by and what is demanded of them. */
  KEEP_PRODUCTS("products.keep"),
  /** To see pictures of what is made: of one's company's orders, of a link's one order, or all. */
  SEE_EVIDENCE("evidence.see"),
  /** To keep what was seen of an order to the house, and to show it again. */
  KEEP_EVIDENCE("evidence.keep"),
  /** To let go what an order demands. */
  WAIVE("requirements.waive"),
  /** To have an account with sessions and a password. */
  KEEP_ACCOUNT("account.keep"),
  /** To sign in by a password too. */
  KEEP_PASSWORD("account.password"),
  /** To work for another of one's companies. */
  SWITCH_COMPANY("companies.switch"),
  /** To invite contacts: those of one's own companies, or everybody. */
  INVITE_PEOPLE("people.invite"),
  /** To say who works here, in which role and for whom. */
  MANAGE_PEOPLE("people.manage"),
  MANAGE_KEYS("keys.manage"),
  READ_AUDIT("audit.read"),
  READ_MAIL("mail.read"),
  /** To say how people have to sign in. */
  SET_SECURITY("security.set"),
  READ_METRICS("metrics.read"),
  /** To say something about an order of one's own. */
  SPEAK("voices.say"),
  /** To follow what one's own company has said. */
  FOLLOW_VOICES("voices.follow"),
  /** To see what everybody says, and to answer. */
  ANSWER_VOICES("voices.answer"),
  /** To say who answers, and by when. */
  KEEP_DEPARTMENTS("departments.keep"),
  /** To see how well commitments are kept. */
  READ_FIGURES("figures.read"),
  /** To see design reviews: those that one takes part in, or all. */
  READ_REVIEWS("reviews.read"),
  /** To propose and to vote in design reviews. */
  TAKE_PART("reviews.take-part"),
  /** To put questions for review, sort what comes and answer it. */
  RUN_REVIEWS("reviews.run"),
  /** To be told what happens, and to choose of what. */
  KEEP_NOTICES("notices.keep"),
  /** To say what people are told who have not chosen. */
  SET_NOTICES("notices.set"),
  /** To answer what one is asked to come to, and to have it in one's calendar. */
  ANSWER_INVITATIONS("invitations.answer"),
  /** To see replies to invitations that do not explain themselves. */
  READ_REPLIES("invitations.replies"),
  /** To see what the house does because somebody said so: what one's company raised, or all. */
  READ_ACTIONS("actions.read"),
  /** To do what is one's own. */
  DO_ACTIONS("actions.do"),
  /** To make actions, and to change anybody's. */
  KEEP_ACTIONS("actions.keep"),
  /** To set after how long it is asked whether they worked. */
  SET_ACTIONS("actions.set"),
  /** To plan meetings with customers, and to lead them. */
  KEEP_MEETINGS("meetings.keep"),
  /** To come to meetings: those that one's company is asked to, or all. */
  ATTEND_MEETINGS("meetings.attend"),
  /** To see what lots and pieces were made of, and what was made of them. */
  READ_TRACES("traces.read"),
  /** To say what lots and pieces there are, and what went into what. */
  KEEP_TRACES("traces.keep"),
  /** To say that something is wrong with things of a kind. */
  RAISE_NONCONFORMANCES("nonconformances.raise"),
  /** To hold everything of that kind, and to let it go. */
  CONTAIN("nonconformances.contain"),
  /** To tell customers what is wrong with theirs, and what is done for them. */
  TELL_RECALLS("recalls.tell"),
  /** To answer what one is told of that: for one's own company, or for one that was called. */
  ANSWER_RECALLS("recalls.answer"),
  /** To say what is covered, for how long and why. */
  KEEP_WARRANTY("warranty.keep"),
  /** To see and pass on what is one's own. */
  OWN_PIECES("warranty.own"),
  /** To read what was agreed with each company. */
  READ_PROFILES("profiles.read"),
  /** To agree with a company on what it gets, and on what its tier gets. */
  KEEP_PROFILES("profiles.keep"),
  /** To read what one's own company was promised. */
  SEE_AGREEMENT("profiles.own"),
  /** To read who visits whom, and what was noted there. */
  READ_VISITS("visits.read"),
  /** To plan visits and to note what was said. */
  KEEP_VISITS("visits.keep"),
  /** To read and correct what was noted of one's own company. */
  CONFIRM_VISITS("visits.confirm"),
  /** To read which dates will hardly be kept, and what customers are offered instead. */
  READ_DELAYS("delays.read"),
  /** To decide what is done about such a date, and to offer another. */
  KEEP_DELAYS("delays.keep"),
  /** To answer what one's own company is offered in the place of a date. */
  ANSWER_DELAYS("delays.answer"),
  /** To write surveys, to ask, and to type in what somebody answered. */
  KEEP_SURVEYS("surveys.keep"),
  /** To read what was answered. */
  READ_SURVEYS("surveys.read"),
  /** To answer what one is asked, and to read what came of it. */
  ANSWER_SURVEYS("surveys.answer"),
  /** To read who stays, who goes and who might. */
  READ_LOYALTY("loyalty.read"),
  /** To read what was kept and missed of what was promised, and what would hide it. */
  READ_PROMISES_KEPT("promises.kept"),
  /** To read each month's numbers, whoever else they are shown to. */
  READ_SCORECARD("scorecard.read"),
  /** To say who sees them, and to correct a month. */
  KEEP_SCORECARD("scorecard.keep"),
  /** To look over the service of a quarter and to sign that. */
  REVIEW_SERVICE("service-reviews.keep"),
  /** To say what measures in the house, and that it was calibrated. */
  KEEP_DEVICES("devices.keep"),
  /** To say what is pulled from other systems, and to look after it. */
  KEEP_CONNECTORS("connectors.keep"),
  /** To see what wants doing now. */
  SEE_TODAY("today"),
  /** To find anything that one may read. */
  SEARCH("search"),
  /** To say what the house is called, where it is, and how it speaks. */
  SET_HOUSE("house.set"),
  /** To see the work of one's own place in the plant: what a screen is set up for. */
  STATION("station"),
  /** To say which stations there are and who reports there, and to set them up. */
  KEEP_STATIONS("stations.keep"),
  /** To have events of others kept here, after EPCIS. */
  CAPTURE_EVENTS("epcis.capture"),
  /** To say which programs of others are told what happens. */
  KEEP_WEBHOOKS("webhooks.keep");

  private final String code;

  Permission(String code) {
    this.code = code;
  }

  /** What pages and programs call it. */
  @JsonValue
  public String code() {
    return code;
  }
}
