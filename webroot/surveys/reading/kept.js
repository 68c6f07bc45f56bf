/** What somebody has begun to answer anonymously: on this device and nowhere else. */

const name = (code) => `vitrine.survey.${code}`;

export function kept(code) {
  try {
    return JSON.parse(localStorage.getItem(name(code))) ?? undefined;
  } catch {
    return undefined; // Without storage one begins anew.
  }
}

export const keep = (code, answers) => write(name(code), answers);

/** What was sent, for its reader to see beside the results. */
export const keepSaid = (code, answers) => write(`${name(code)}.said`, answers);

function write(key, answers) {
  try {
    localStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // Without storage it is kept as long as the page is.
  }
}

export function forget(code) {
  try {
    localStorage.removeItem(name(code));
  } catch {
    // Nothing was kept.
  }
}
