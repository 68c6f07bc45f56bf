package org.vitrine.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How Chinese is read, as people type it: 佛山瑞捷 as foshanruijie, by its initials fsrj, and as frj,
 * since of a place’s name often only the first character is said. Characters with several readings
 * are read as in the word in which they stand, or else as they are read most.
 */
final class Pinyin {
  /** From here on a name may begin with that of a place. */
  private static final int WITH_A_PLACE = 4;

  /** Names of companies and products come again and again. */
  private static final LoadingCache<String, List<String>> READINGS =
      Caffeine.newBuilder().maximumSize(10_000).build(Pinyin::read);

  private Pinyin() {}

  /** What a run of Chinese characters may be typed as. */
  static List<String> of(String chinese) {
    return READINGS.get(chinese);
  }

  private static List<String> read(String chinese) {
    List<String> syllables =
        Arrays.stream(PinyinHelper.toPinyin(chinese, PinyinStyleEnum.NORMAL).split(" "))
            .filter(syllable -> !syllable.isEmpty())
            .toList();
    String whole = String.join("", syllables);
    Set<String> readings = new LinkedHashSet<>();
    readings.add(typed(whole, "u"));
    readings.add(typed(whole, "v"));
    String initials =
        syllables.stream().map(syllable -> syllable.substring(0, 1)).collect(Collectors.joining());
    readings.add(initials);
    if (initials.length() >= WITH_A_PLACE) {
      readings.add(initials.charAt(0) + initials.substring(2));
    }
    return List.copyOf(readings);
  }

  /** Keyboards have no ü: people type v, or u. */
  private static String typed(String reading, String instead) {
    return reading.replace("ü", instead);
  }
}
