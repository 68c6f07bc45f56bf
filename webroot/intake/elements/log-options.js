import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { t } from '../../base/words.js';

const text = (name) =>
  field({ id: name, label: t(`import.${name}`), hint: t(`import.${name}-hint`), required: false, code: true });

/** What a log does not say itself. */
export const logOptions = () => html`<div class="filters">
  ${text('zone')} ${text('company')}
  <label class="tick"><input type="checkbox" name="once" /><span>${t('import.once')}</span></label>
</div>`;

/** What was chosen of it. */
export function chosenOptions(page) {
  const value = (name) => page.querySelector(`[name=${name}]`).value.trim();
  return { zone: value('zone'), company: value('company'), once: page.querySelector('[name=once]').checked };
}
