package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.nonconformances.ActionPurpose;
import org.vitrine.nonconformances.CauseAnalysis.WriteAnalysis;
import org.vitrine.nonconformances.NonconformanceCost.BookCost;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.json.Json;
import org.vitrine.recalls.RecallWords;
import org.vitrine.recalls.Remedy;

/**
 * What went wrong at the demo plant, as {@code demo/fault.json} tells it.
 *
 * @param lot of what material, which is in everything of this
 * @param pieces so many units of each company are made of it
 * @param words what the companies are told
 */
record FaultScript(
    String lot,
    LocalizedText lotProduct,
    int pieces,
    String title,
    String problem,
    ScriptedReport report,
    RecallWords words,
    List<ScriptedRemedy> answers) {

  /**
   * What was found out about it, what is done against it, and what it cost so far.
   *
   * @param days until that is to be done
   */
  record ScriptedReport(
      WriteAnalysis analysis,
      ActionPurpose purpose,
      String action,
      int days,
      List<BookCost> costs) {}

  /**
   * What a company chose.
   *
   * @param by absent of those who are silent
   * @param done how many of its units are put right
   */
  record ScriptedRemedy(String company, String by, Remedy remedy, long done) {}

  static FaultScript read() {
    try (InputStream json = FaultScript.class.getResourceAsStream("/demo/fault.json")) {
      return Json.read(json.readAllBytes(), FaultScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
