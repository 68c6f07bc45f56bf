import { html, nothing } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { decide } from '../requests.js';

const OUTCOMES = ['repair', 'replacement', 'refund', 'goodwill', 'declined'];
const MONTHS_AT_MOST = 600;

/** What becomes of a claim, with its reason and what it adds to the cover. */
class ClaimDecision extends FormElement {
  static properties = { claim: { attribute: false }, outcome: { state: true } };
  static texts = { 409: 'claim.decided-already' };

  constructor() {
    super();
    this.outcome = 'repair';
  }

  render() {
    return html`<form novalidate @submit=${this.#send}>
      ${selection({
        name: 'outcome',
        label: t('claim.outcome'),
        options: OUTCOMES.map((one) => [one, t(one === 'declined' ? 'claim.declined' : `claim.remedy-${one}`)]),
        chosen: this.outcome,
        change: ({ target }) => (this.outcome = target.value),
      })}
      ${this.outcome === 'repair' && this.claim.euLaw ? html`<p class="soft">${t('claim.by-law')}</p>` : nothing}
      <div class="entry">
        <label for="claim-reason">${t('claim.reason')}</label>
        <textarea
          id="claim-reason"
          name="reason"
          required
          maxlength="2000"
          aria-invalid=${this.wrong('reason') ? 'true' : 'false'}
          aria-describedby="claim-reason-hint claim-reason-error"
        ></textarea>
        <p class="soft" id="claim-reason-hint">${t('claim.reason-hint')}</p>
        <p class="trouble" id="claim-reason-error" role="alert">${this.wrong('reason') ?? ''}</p>
      </div>
      ${this.outcome === 'goodwill' || this.outcome === 'replacement' ? this.#months() : nothing}
      ${this.trouble('reason', 'entry.months')}
      <p class="buttons">
        <button class="go" ?disabled=${this.busy}>${t('claim.decide-go')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #months() {
    return field({
      id: 'claim-months',
      name: 'months',
      type: 'number',
      label: t(`claim.months-${this.outcome}`),
      hint: t('claim.months-hint'),
      error: this.wrong('entry.months', 'months'),
      required: false,
      min: 1,
      max: MONTHS_AT_MOST,
    });
  }

  #send = async (event) => {
    const { reason, months } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const said =
      this.outcome === 'declined'
        ? { verdict: 'declined', reason }
        : { verdict: 'accepted', remedy: this.outcome, reason, ...this.#entry(months, reason) };
    let decided;
    (await this.attempt(async () => (decided = await decide(this.claim.number, said)))) && this.done(decided);
  };

  #entry(months, reason) {
    return months
      ? { entry: { kind: this.outcome, from: today(), months: Number(months), reason: reason.slice(0, 500) } }
      : {};
  }
}

customElements.define('claim-decision', ClaimDecision);
