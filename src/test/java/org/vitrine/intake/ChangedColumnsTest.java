package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangedColumnsTest {
  private static final List<StoredMapping> MAPPINGS =
      List.of(
          made("cmm", "order", "feature", "actual", "time"),
          made("scale", "order", "weight", "time"));

  private static StoredMapping made(String name, String... columns) {
    return new StoredMapping(
        name,
        ImportKind.READINGS,
        StoredMapping.headers(Arrays.asList(columns)),
        ColumnMapping.none(),
        1,
        Instant.EPOCH,
        "Chen Yu");
  }

  private static Optional<ChangedColumns> nearest(String... columns) {
    return ChangedColumns.nearest(StoredMapping.headers(Arrays.asList(columns)), MAPPINGS);
  }

  @Test
  void a_column_that_was_renamed_is_named_beside_the_mapping_it_was_made_for() {
    assertThat(nearest("order", "feature", "measured", "time"))
        .contains(new ChangedColumns("cmm", List.of("measured"), List.of("actual")));
    assertThat(nearest("order", "feature", "measured", "time").orElseThrow().sentence())
        .contains("“cmm”", "new are measured", "missing are actual");
  }

  @Test
  void what_has_little_in_common_is_another_file() {
    assertThat(nearest("customer", "city", "time")).isEmpty();
    assertThat(ChangedColumns.nearest(List.of("order"), List.of())).isEmpty();
  }
}
