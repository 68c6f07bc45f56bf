const PIN = /^\d{4,8}$/;

/**
 * Operators as they are pasted from a sheet: a line each, with name, badge and PIN in columns or between semicolons or
 * commas. Answers `{ name, badge, pin, line }` for each, `line` as it was written; a first line of headings is none.
 */
export function pasted(text) {
  const rows = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  return rows
    .map((line) => {
      const [name = '', badge = '', pin = '', ...more] = line.split(/\s*[\t;；,，]\s*/);
      return { name, badge, pin, line, isWhole: Boolean(name && badge) && PIN.test(pin) && more.length === 0 };
    })
    .filter(({ pin, isWhole }, at) => isWhole || at > 0 || rows.length === 1 || /\d/.test(pin));
}
