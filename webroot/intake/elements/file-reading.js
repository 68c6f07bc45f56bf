import { html, nothing } from 'lit';
import { selection } from '../../base/elements/field.js';
import { t } from '../../base/words.js';

const ENCODINGS = ['', 'windows-1252', 'GB18030', 'UTF-16LE', 'Shift_JIS'];

/** How a file is read where it does not say so itself; `open` reads it anew. */
export function fileReading({ file, table, how }, open) {
  const { sheets = [], sheet } = table ?? {};
  const again = (name) => ({ target }) => open({ ...how, [name]: target.value });
  return html`<div class="filters">
    <strong class="file-name">${file.name}</strong>
    ${sheets.length > 1
      ? selection({
          name: 'sheet',
          label: t('import.sheet'),
          options: sheets.map((one) => [one, one]),
          chosen: sheet,
          change: again('sheet'),
        })
      : nothing}
    ${sheets.length === 0
      ? selection({
          name: 'encoding',
          label: t('import.encoding'),
          options: ENCODINGS.map((one) => [one, one || 'UTF-8']),
          chosen: how.encoding ?? '',
          change: again('encoding'),
        })
      : nothing}
  </div>`;
}
