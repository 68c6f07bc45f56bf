import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { t, wording } from '../../base/words.js';
import { PURPOSES } from '../reading/corrections.js';

/** What an action is for, and by what it is seen that it worked; whatever of that is filled in already. */
export const proofFields = (form, { purpose, proof, about = {} }) => html`
  ${selection({
    name: 'purpose',
    label: t('corrections.for'),
    options: PURPOSES.map((one) => [one, t(`purpose.${one}`)]),
    chosen: purpose ?? 'correction',
  })}
  <fieldset class="proof-fields">
    <legend>${t('proof.title')}</legend>
    <p class="soft">${t('proof.hint')}</p>
    ${field({
      id: 'proof-product',
      name: 'product',
      label: t('proof.product'),
      value: wording(proof?.product ?? about.names?.product) ?? '',
      required: false,
      maxlength: 200,
      error: form.wrong('proof.product', 'product'),
    })}
    ${field({
      id: 'proof-requirement',
      name: 'requirement',
      label: t('proof.requirement'),
      hint: t('proof.requirement-hint'),
      value: proof?.requirement ?? about.requirement ?? '',
      required: false,
      maxlength: 60,
      code: true,
      error: form.wrong('proof.requirement', 'requirement'),
    })}
    ${field({
      id: 'proof-goal',
      name: 'goal',
      type: 'number',
      label: t('proof.goal'),
      value: proof?.goal ?? '',
      required: false,
      min: 1,
      max: 1000,
      inputmode: 'numeric',
      error: form.wrong('proof.goal', 'goal'),
    })}
  </fieldset>`;

/** What was filled in, as it is sent: without a number of pieces nothing is measured. */
export const purposeIn = ({ purpose, product, requirement, goal }) => ({
  purpose,
  ...(goal ? { proof: { product, requirement, goal: Number(goal) } } : {}),
});

/** Said at which fields; the rest stands below the form. */
export const PROOF_FIELDS = ['proof.product', 'proof.requirement', 'proof.goal'];
