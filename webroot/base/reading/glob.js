/**
 * Wildcards as on a command line, by the same rule as the server's `Glob`: `*` for anything, `?` for one
 * character, `|` between alternatives; capitals do not matter. Nothing here can be made slow by whoever
 * writes a pattern: each part between stars is looked for once, from left to right.
 */
export const matchesAny = (pattern, text) =>
  matches(pattern, text) || (pattern.includes('|') && alternatives(pattern).some((glob) => matches(glob, text)));

const alternatives = (pattern) => pattern.split('|').map((glob) => glob.trim());

export function matches(glob, text) {
  const [head, ...rest] = lowered(glob).split('*');
  const said = lowered(text);
  if (rest.length === 0) {
    return head.length === said.length && fits(head, said, 0);
  }
  const tail = rest.pop();
  const end = said.length - tail.length;
  return end >= head.length && fits(head, said, 0) && fits(tail, said, end) && inTurn(rest, said, head.length, end);
}

/** Whether a part, which has no star, fits the text from there on. */
function fits(part, text, at) {
  for (let place = 0; place < part.length; place++) {
    if (part[place] !== '?' && part[place] !== text[at + place]) {
      return false;
    }
  }
  return true;
}

/** What stands between stars, each part at the first place after the one before. */
function inTurn(parts, text, start, end) {
  let at = start;
  for (const part of parts) {
    while (at + part.length <= end && !fits(part, text, at)) {
      at++;
    }
    if (at + part.length > end) {
      return false;
    }
    at += part.length;
  }
  return true;
}

/** Each character by itself, so that a text keeps its length: “İ” has two in small letters. */
const lowered = (text) => Array.from({ length: text.length }, (_, at) => text[at].toLowerCase()[0]).join('');
