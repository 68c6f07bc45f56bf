package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.PlantLogFile;
import org.vitrine.forecasts.ForecastEvaluation;
import org.vitrine.forecasts.ForecastScore;

/** A real factory's log, played from its beginning: what pages would have said holds. */
class LoggedPastTest {
  private static ForecastEvaluation found;
  private static ForecastScore shown;

  @BeforeAll
  static void play() {
    Path file = PlantLogFile.orSkip();
    PlantLog log = PlantLog.read(file, ZoneOffset.ofHours(2));
    found = ForecastEvaluation.of(LoggedPast.of(log, OptionalDouble.empty(), List.of()));
    shown = found.score(ForecastEvaluation.SHOWN);
  }

  @Test
  void it_is_nearer_than_whoever_learns_from_finished_orders() {
    assertThat(shown.pinball().byReport() / found.bestSimple().byReport()).isLessThan(0.70);
    assertThat(shown.pinball().byOrder() / found.bestSimple().byOrder()).isLessThan(0.80);
  }

  @Test
  void it_is_nearer_than_the_hours_of_stages_known_with_hindsight() {
    ForecastScore planned = found.score(ForecastEvaluation.PLANNED);
    assertThat(shown.pinball().byReport() / planned.pinball().byReport()).isLessThan(0.75);
    assertThat(shown.pinball().byOrder() / planned.pinball().byOrder()).isLessThan(0.90);
  }

  @Test
  void it_holds_as_often_as_it_says() {
    assertThat(shown.half().byReport()).isBetween(0.45, 0.68);
    assertThat(shown.half().byOrder()).isBetween(0.45, 0.68);
    assertThat(shown.nineOfTen().byReport()).isBetween(0.90, 0.97);
    assertThat(shown.nineOfTen().byOrder()).isBetween(0.90, 0.97);
  }

  @Test
  void it_holds_where_it_is_judged_on_its_day() {
    assertThat(shown.onItsDay().byReport()).isGreaterThan(0.83);
    assertThat(shown.onItsDay().byOrder()).isGreaterThan(0.88);
  }

  @Test
  void it_moves_gently() {
    assertThat(shown.moves()).isLessThan(2.3);
    assertThat(shown.farMoves()).isLessThan(0.17);
  }

  @Test
  void chances_tell_more_than_how_often_it_comes() {
    assertThat(found.chances())
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.brier() / one.baseRate()).isLessThan(0.90));
  }
}
