import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { timeZone } from '../../base/format.js';
import { t } from '../../base/words.js';
import { local } from '../reading/moments.js';

/** When something happened: now, unless one says otherwise; of what is corrected, as it was said. */
export const whenField = (form, said) =>
  said
    ? moment(form, local(Date.parse(said)), t('acts.when-zone', { zone: timeZone() }))
    : html`<details class="disclosure acts-more">
        <summary>${t('acts.earlier')}</summary>
        ${moment(form, '', t('acts.when-hint', { zone: timeZone() }))}
      </details>`;

const moment = (form, value, hint) =>
  field({
    id: 'report-when',
    name: 'when',
    label: t('acts.when'),
    hint,
    type: 'datetime-local',
    value,
    max: local(),
    required: false,
    error: form.wrong('happenedAt', 'when'),
  });
