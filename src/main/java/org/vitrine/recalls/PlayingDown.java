package org.vitrine.recalls;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/**
 * Ways of speaking by which readers take a hazard for less than it is, or learn of others. They are
 * refused when they are written, each with its reason.
 */
enum PlayingDown {
  VOLUNTARY(
      "voluntar(?:y|ily)|自愿|自願|主动召回|主動召回|主动发起|主動發起",
      "whoever reads that it is voluntary takes it for optional"),
  PRECAUTION(
      "precaution(?:s|ary)?|abundance of caution|to be on the safe side|(?:purely|merely|just)"
          + " preventi(?:ve|tive)|预防性|預防性|出于谨慎|出於謹慎|谨慎起见|謹慎起見|保险起见|保險起見|以防万一|以防萬一"
          + "|(?:为|為)(?:了)?(?:安全|谨慎|謹慎|保险|保險)起(?:见|見)",
      "it says that perhaps nothing is wrong; say what can happen"),
  RARE(
      "(?:in|under|on)(?: \\p{L}+)? (?:rare|isolated|exceptional|unlikely|limited|very few|a"
          + " few|few)"
          + " (?:situation|case|instance|circumstance|occasion|condition|event)s?|rarely|(?:very|extremely|highly)"
          + " (?:rare|unlikely)|unlikely event|isolated (?:case|incident)s?"
          + "|极少数|極少數|少数情况|少數情況|个别情况|個別情況|个别|個別|罕见|罕見|极端情况|極端情況"
          + "|(?:极小|極小|小|极低|極低)(?:的)?(?:概率|機率|几率|可能性)"
          + "|(?:概率|機率|几率|可能性)(?:极|極|很|非常|十分)(?:低|小)|(?:极|極)不可能|偶发|偶發",
      "everybody takes theirs for the exception; say when it happens and what it does"),
  OTHERS(
      "(?:other|all|some|several|many) (?:of our )?(?:customer|client|buyer|compan|owner)(?:s|ies)"
          + "|(?:small|limited) (?:number|quantity|percentage)"
          + "|(?:其他|其它|所有|全部|部分|多家|少数|少數)(?:的)?(?:客户|客戶|公司|用户|用戶)|少量|小部分",
      "each company reads of its own pieces only, not how many others there are");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]+");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}_*]+");
  private static final Pattern BETWEEN_CHINESE =
      Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

  private final Pattern said;
  private final String because;

  PlayingDown(String said, String because) {
    this.said =
        Pattern.compile("(?<![a-z])(?:" + said + ")(?![a-z])", Pattern.UNICODE_CHARACTER_CLASS);
    this.because = because;
  }

  /** Throws {@link Rejection.Invalid} on the field, with what was found and why it is refused. */
  static void refuse(String field, String text) {
    String plain = plain(text);
    Arrays.stream(values()).forEach(one -> one.refuseIn(field, plain));
  }

  private void refuseIn(String field, String plain) {
    Matcher found = said.matcher(plain);
    if (found.find()) {
      throw new Rejection.Invalid(
          field, "Do not write “%s”: %s".formatted(found.group().strip(), because));
    }
  }

  /** Without what hides a word from a search and from no reader. */
  private static String plain(String text) {
    String visible =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    String spaced = BETWEEN.matcher(visible.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return BETWEEN_CHINESE.matcher(spaced).replaceAll("");
  }
}
