import { has, number, t } from '../../base/words.js';

/** Whether a line is counted in anything but pieces, which go without a word where they can. */
export const isMeasured = (unit) => unit !== undefined && unit !== 'pieces';

/** "12.5 kg", "3 sets"; of pieces the number alone. */
export function figure(value, unit) {
  return isMeasured(unit) ? withUnit(value, unit) : number(value);
}

/** "12.5 kg", "3 pieces". */
export function amount(value, unit) {
  return isMeasured(unit) ? withUnit(value, unit) : t('pieces', { count: value });
}

/** The same in front of a word that says what became of it: "3 rejected", "0.5 kg rejected". */
export function share(value, unit) {
  return isMeasured(unit) ? withUnit(value, unit) : t('pieces.bare', { count: value });
}

/** Chinese sets a blank between a word in Latin letters and its own. */
export const apart = (text) => text.replace(/(\p{Script=Latin})(?=\p{Script=Han})/gu, '$1 ');

/** "60 of 100", "120.5 of 300 m"; without a quantity "60 pieces". */
export function done(through, quantity, unit) {
  if (quantity === undefined) {
    return amount(through, unit);
  }
  return isMeasured(unit)
    ? t('amount.of', { through: number(through), amount: withUnit(quantity, unit) })
    : t('pieces.of', { through: number(through), count: quantity });
}

/** A plant's own word stands as it was written. */
function withUnit(value, unit) {
  return has(`unit.${unit}`) ? t(`unit.${unit}`, { count: value }) : t('amount', { count: value, unit });
}
