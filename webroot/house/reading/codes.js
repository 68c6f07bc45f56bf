/** A code that a name suggests, and that is none of those in use: "Bäckerei Kühl" → "baeckerei-kuehl". */
export function codeFor(name, taken, other) {
  const spelled = name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 30);
  const wanted = spelled || other;
  const free = [wanted, ...Array.from({ length: taken.length + 1 }, (_, n) => `${wanted}-${n + 2}`)];
  return free.find((code) => !taken.includes(code));
}
