package org.vitrine.house;

/**
 * The settings of the house as the API calls them, and by which option each is set at the start.
 */
final class HouseField {
  static final String MANUFACTURER = "manufacturer";
  static final String ZONE = "zone";
  static final String LANGUAGES = "languages";

  private HouseField() {}

  static String option(String field) {
    return switch (field) {
      case MANUFACTURER -> "--manufacturer (VITRINE_MANUFACTURER)";
      case ZONE -> "--plant-zone (VITRINE_PLANT_ZONE)";
      case LANGUAGES -> "--languages (VITRINE_LANGUAGES)";
      default -> throw new IllegalArgumentException(field);
    };
  }
}
