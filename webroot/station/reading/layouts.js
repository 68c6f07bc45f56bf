/** What the test sheet has in its code: every sign that codes are made of. */
export const TEST_CODE =
  'VT-TEST:0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:/?=%-._+';

/**
 * How a scanner's keyboard differs from the computer's, by what arrived of the test code: `{ arrived: meant }` for
 * each sign that differs. Nothing where this is not the test code; `false` where it is and cannot be mapped back,
 * because two signs arrive as one.
 */
export function learned(arrived) {
  const signs = [...arrived];
  const wanted = [...TEST_CODE];
  if (!looksLikeTheTest(signs, wanted)) {
    return undefined;
  }
  const map = new Map();
  for (const [at, sign] of signs.entries()) {
    if ((map.get(sign) ?? wanted[at]) !== wanted[at]) {
      return false;
    }
    map.set(sign, wanted[at]);
  }
  return signs.length === wanted.length
    ? Object.fromEntries([...map].filter(([sign, meant]) => sign !== meant))
    : false;
}

/** Letters are in place on most keyboards, digits on others; nothing else is so long and begins so. */
function looksLikeTheTest(signs, wanted) {
  const alike = wanted.filter((sign, at) => signs[at]?.toLowerCase() === sign.toLowerCase()).length;
  return Math.abs(signs.length - wanted.length) <= 6 && /^vt/i.test(signs.join('')) && alike >= wanted.length / 3;
}

/** What was meant by what arrived. */
export const mappedBack = (text, map) => (map ? [...text].map((sign) => map[sign] ?? sign).join('') : text);
