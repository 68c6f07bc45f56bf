/** What the company of a code is called. */
export const companyName = (companies, code) => companies.find((one) => one.code === code)?.name ?? code;

/** The code of the company that was typed, by its code or its whole name; nothing where there is none. */
export function companyOf(companies, text) {
  const wanted = text.trim().toLowerCase();
  return companies.find(({ code, name }) => [code, name].some((one) => one.toLowerCase() === wanted))?.code;
}
