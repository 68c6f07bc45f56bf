import { html, nothing } from 'lit';
import { ASKED, causeName, causes, sideName, sidesOf, usualSide } from '../reading/grounds.js';
import { t } from '../words.js';
import { field } from './field.js';

/** What is sent where nobody chose: never in the house's favour. */
export const NO_GROUND = { cause: 'other', side: 'ours', askedBy: undefined };

/** What was chosen; with another cause, the side is that cause's usual one again. */
export function groundOf({ cause = NO_GROUND.cause, side, askedBy }, before) {
  const same = cause === before.cause && sidesOf(cause).includes(side);
  return {
    cause,
    side: same ? side : usualSide(cause),
    askedBy: cause === ASKED ? (askedBy ?? before.askedBy ?? '').trim() || undefined : undefined,
  };
}

/**
 * Why a date moves, of a list, and on whose side that is; `several` where one says it of many orders. Where no cause
 * is chosen yet one has to be, and then there is a side.
 */
export const groundFields = (form, { cause, side, askedBy }, { several = false } = {}) => html`
  ${choice(form, 'cause', cause, several ? causes().filter((one) => one !== ASKED) : causes(), causeName)}
  ${cause ? choice(form, 'side', side, sidesOf(cause), sideName) : nothing}
  ${cause === ASKED
    ? field({
        id: 'promise-asked-by',
        name: 'askedBy',
        label: t('promise-ground.who'),
        hint: t('promise-ground.who-hint'),
        maxlength: 200,
        value: askedBy ?? '',
        error: form.wrong('askedBy'),
      })
    : nothing}
`;

const choice = (form, name, chosen, all, named) => html`<div class="entry">
  <label for="promise-${name}">${t(`promise-ground.${name}`)}</label>
  <select
    id="promise-${name}"
    name=${name}
    ?required=${!chosen}
    aria-invalid=${form.wrong(name) ? 'true' : nothing}
    aria-describedby="promise-${name}-error"
  >
    ${chosen ? nothing : html`<option value="">${t('promise-ground.choose')}</option>`}
    ${all.map((one) => html`<option value=${one} .selected=${one === chosen}>${named(one)}</option>`)}
  </select>
  <p class="trouble" id="promise-${name}-error" role="alert">${form.wrong(name) ?? ''}</p>
</div>`;
