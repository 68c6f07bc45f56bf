package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/**
 * What the order demands of a stage: a value within limits, or, without limits, a yes.
 *
 * @param ordered the demand as the customer wrote it ("3,500 W ± 5 %"), shown beside the limits
 * @param minimum the least value that passes, inclusive; absent for none
 * @param maximum the greatest value that passes, inclusive; absent for none
 * @param sample how many units must be measured before the verdict can be passed
 * @param photo whether it counts only where a picture shows it
 * @param waiver why the customer let it go; absent where it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Requirement(
    String code,
    String stage,
    Wording name,
    LocalizedText ordered,
    String unit,
    BigDecimal minimum,
    BigDecimal maximum,
    Boolean mandatory,
    Integer sample,
    Boolean photo,
    LocalizedText waiver) {
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");

  public Requirement {
    if (code == null || !CODE.matcher(code).matches()) {
      throw new Rejection.Invalid(
          "code",
          "A requirement code must have 1 to 60 letters, digits, dots, dashes or underscores");
    }
    if (stage == null || stage.isBlank()) {
      throw new Rejection.Invalid("stage", "A requirement needs a stage");
    }
    if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      throw new Rejection.Invalid("minimum", "The minimum is above the maximum");
    }
    if (sample != null && sample < 1) {
      throw new Rejection.Invalid("sample", "The sample must be at least one unit");
    }
    LocalizedText.requireAtMost("ordered", ordered, 200);
    TextLimit.atMost("unit", unit, 20);
    LocalizedText.requireAtMost("waiver", waiver, 500);
    minimum = plain(minimum);
    maximum = plain(maximum);
    name = name == null ? Wording.of(code) : name;
    mandatory = mandatory == null || mandatory;
    sample = sample == null ? 1 : sample;
    photo = Boolean.TRUE.equals(photo) ? true : null;
  }

  public Requirement(
      String code,
      String stage,
      Wording name,
      LocalizedText ordered,
      String unit,
      BigDecimal minimum,
      BigDecimal maximum,
      Boolean mandatory,
      Integer sample,
      LocalizedText waiver) {
    this(code, stage, name, ordered, unit, minimum, maximum, mandatory, sample, null, waiver);
  }

  /** 3,325.0 and 3,325 are the same limit. */
  private static BigDecimal plain(BigDecimal limit) {
    if (limit == null) {
      return null;
    }
    BigDecimal stripped = limit.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The same, waived for this reason; one that counts where absent. */
  Requirement waivedFor(LocalizedText reason) {
    return new Requirement(
        code, stage, name, ordered, unit, minimum, maximum, mandatory, sample, photo, reason);
  }

  /** As it was demanded, whether or not the customer let it go. */
  Requirement unwaived() {
    return waiver == null ? this : waivedFor(null);
  }

  /** True where it counts only if a picture shows it. */
  @JsonIgnore
  public boolean isPictured() {
    return photo != null;
  }

  /** True where a value is measured; false where the answer is a yes or a no. */
  @JsonIgnore
  public boolean isMeasured() {
    return minimum != null || maximum != null;
  }

  public boolean admits(BigDecimal value) {
    return (minimum == null || value.compareTo(minimum) >= 0)
        && (maximum == null || value.compareTo(maximum) <= 0);
  }
}
