import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { timeZone } from '../../base/format.js';
import { t } from '../../base/words.js';
import { local } from '../reading/moments.js';

/** When something happened: now, unless one says otherwise. */
export const whenField = (form, value = '') => html`<details class="disclosure acts-more" ?open=${value !== ''}>
  <summary>${t('acts.earlier')}</summary>
  ${field({
    id: 'report-when',
    name: 'when',
    label: t('acts.when'),
    hint: t('acts.when-hint', { zone: timeZone() }),
    type: 'datetime-local',
    value: value && local(Date.parse(value)),
    max: local(),
    required: false,
    error: form.wrong('happenedAt'),
  })}
</details>`;
