/** What was answered to an anonymous survey on this device: nobody else has it. */
export function keptHere(code) {
  try {
    return JSON.parse(localStorage.getItem(`vitrine.survey.${code}.said`)) ?? undefined;
  } catch {
    return undefined;
  }
}
