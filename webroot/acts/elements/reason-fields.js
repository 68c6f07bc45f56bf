import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { t, wording } from '../../base/words.js';
import { languages } from '../reading/reason.js';

/** Where a reason is written that a customer reads: in one language or two, the writer's own first. */
export const reasonFields = (form, { typed, required = true, read = true } = {}) =>
  languages().map((tag, at) =>
    field({
      id: `reason-${tag}`,
      label: t(`acts.reason-${tag}`),
      hint: at === 0 ? t(hintOf(required, read)) : t('acts.reason-other'),
      error: form.wrong(`reason.${tag}`) ?? (at === 0 ? missing(form) : undefined),
      required: false,
      maxlength: 500,
      value: typed?.[tag] ?? '',
    }),
  );

const hintOf = (required, read) =>
  read ? (required ? 'acts.reason-hint' : 'acts.reason-optional') : 'acts.reason-staff';

/** What the customer will read, while it is written. */
export const preview = (sentence) => html`<p class="acts-preview" role="status">
  <small class="soft">${t('acts.customer-reads')}</small>
  <span>${wording(sentence)}</span>
</p>`;

const missing = ({ problem }) => (problem?.field === 'reason' ? t('acts.reason-missing') : undefined);
