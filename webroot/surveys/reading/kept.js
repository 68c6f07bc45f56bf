/** What somebody has begun to answer anonymously: on this device and nowhere else. */

const name = (code) => `vitrine.survey.${code}`;

export function kept(code) {
  try {
    return JSON.parse(localStorage.getItem(name(code))) ?? undefined;
  } catch {
    return undefined; // Without storage one begins anew.
  }
}

export function keep(code, answers) {
  try {
    localStorage.setItem(name(code), JSON.stringify(answers));
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
