package org.vitrine.epcis;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** The mapping of moments to business steps in PostgreSQL. */
final class BusinessStepRepository {
  private static final String ALL =
      """
      SELECT moment, nullif(routing, '') AS routing, nullif(stage, '') AS stage, biz_step, disposition
        FROM epcis_step
       ORDER BY moment, routing, stage\
      """;

  private static final String CLEAR =
      """
      DELETE FROM epcis_step\
      """;

  private static final String ADD =
      """
      INSERT INTO epcis_step (moment, routing, stage, biz_step, disposition)
      SELECT moment, coalesce(routing, ''), coalesce(stage, ''), "bizStep", disposition
        FROM jsonb_to_recordset($1::text::jsonb)
               AS s (moment text, routing text, stage text, "bizStep" text, disposition text)\
      """;

  List<BusinessStep> all(Queries queries) {
    return queries.find(
        "epcis_step.all",
        ALL,
        row ->
            new BusinessStep(
                OrderMoment.of(row.getString("moment")),
                Optional.ofNullable(row.getString("routing")),
                Optional.ofNullable(row.getString("stage")),
                Optional.ofNullable(row.getString("biz_step")),
                Optional.ofNullable(row.getString("disposition"))));
  }

  void replace(Queries transaction, List<BusinessStep> all) {
    transaction.execute("epcis_step.clear", CLEAR);
    transaction.execute("epcis_step.add", ADD, Json.text(all));
  }
}
