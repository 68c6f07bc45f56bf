const ACCENTS = /\p{M}/gu;
const APART = /[^\p{L}\p{N}]+/u;

/** A letter as it is compared: in any case, width and accent the same. */
const folded = (letter) => letter.normalize('NFKC').toLowerCase().normalize('NFKD').replace(ACCENTS, '');

/** What is looked for, in parts of words; Chinese apart from what stands beside it, as the server has it. */
const wanted = (typed) =>
  [...typed]
    .map(folded)
    .join('')
    .replace(/\p{Script=Han}+/gu, ' $& ')
    .split(APART)
    .filter(Boolean);

/**
 * A text in pieces, `{ text, hit }`, of which those that were looked for are hits. What is found by pinyin has
 * none, nor do numbers where what stands between their letters was left out.
 */
export function pieces(text, typed) {
  const letters = [...text];
  const hits = letters.map(() => false);
  const starts = [];
  let compared = '';
  letters.forEach((letter, at) => {
    const plain = folded(letter);
    starts.push(...Array(plain.length).fill(at));
    compared += plain;
  });
  for (const part of wanted(typed)) {
    for (let at = compared.indexOf(part); at >= 0; at = compared.indexOf(part, at + part.length)) {
      starts.slice(at, at + part.length).forEach((letter) => (hits[letter] = true));
    }
  }
  return letters.reduce((all, letter, at) => {
    const last = all.at(-1);
    last?.hit === hits[at] ? (last.text += letter) : all.push({ text: letter, hit: hits[at] });
    return all;
  }, []);
}
