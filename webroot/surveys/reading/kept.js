/** What somebody has begun to answer anonymously: on this device and nowhere else. */

const name = (code) => `vitrine.survey.${code}`;
const FIRST = 0xdeadbeef;
const SECOND = 0x41c6ce57;

/** A mark of a text from which nobody reads the text: two times 32 bits, each stirred by its own prime. */
function mark(text) {
  let [one, two] = [FIRST, SECOND];
  for (const letter of text) {
    one = Math.imul(one ^ letter.codePointAt(0), 2654435761);
    two = Math.imul(two ^ letter.codePointAt(0), 1597334677);
    one ^= two >>> 15;
    two ^= one >>> 13;
  }
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}

/**
 * Under which name it is kept: others who are asked on the same device find nothing, and it does not say whose it is.
 * `asked`: the secret of a link, or who is signed in.
 */
export const placeOf = (code, asked) => `${name(code)}.${mark(`${code} ${asked}`)}`;

export function kept(code, asked) {
  try {
    return JSON.parse(localStorage.getItem(placeOf(code, asked))) ?? undefined;
  } catch {
    return undefined; // Without storage one begins anew.
  }
}

export const keep = (code, asked, answers) => write(placeOf(code, asked), answers);

/** What was sent, for its reader to see beside the results. */
export const keepSaid = (code, answers) => write(`${name(code)}.said`, answers);

function write(key, answers) {
  try {
    localStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // Without storage it is kept as long as the page is.
  }
}

export function forget(code, asked) {
  try {
    localStorage.removeItem(placeOf(code, asked));
  } catch {
    // Nothing was kept.
  }
}
